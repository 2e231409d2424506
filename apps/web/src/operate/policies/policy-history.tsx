import { Table } from '@vidimus/ui/desk';
import { Link } from 'react-router';
import { useLocale, useTexts } from '../../shell/texts.tsx';
import type { VersionRow } from './policy-page.server.ts';

/** Every version, the newest first, with who published it. */
export function PolicyHistory({ versions }: { readonly versions: readonly VersionRow[] }) {
  const t = useTexts('operate');
  const numbers = new Intl.NumberFormat(useLocale());
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h2 className="text-lg font-semibold">{t('history_title')}</h2>
      <Table
        caption={t('history_title')}
        columns={[
          { id: 'version', label: t('history_version') },
          { id: 'state', label: t('history_state') },
          { id: 'published', label: t('history_published') },
          { id: 'by', label: t('history_by') },
          { id: 'verifications', label: t('numbers_verifications'), isNumber: true },
        ]}
        rows={versions.map((one) => ({
          id: String(one.version),
          cells: {
            version: (
              <Link
                className="-my-2.5 inline-flex min-h-11 min-w-11 items-center text-operator underline"
                to={`?version=${one.version}`}
              >
                {t('policy_version', { version: one.version })}
              </Link>
            ),
            state: t(`policy_state_${one.state}`),
            published: one.published ?? '–',
            by: one.by ?? '–',
            verifications: numbers.format(one.verifications),
          },
        }))}
      />
    </div>
  );
}
