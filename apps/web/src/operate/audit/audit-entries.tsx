import { Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import type { EntryRow } from './entry-rows.server.ts';

/** Entries of the record, the newest first; what belongs to one opens under it. */
export function AuditEntries({ entries }: { readonly entries: readonly EntryRow[] }) {
  const t = useTexts('operate');
  return (
    <ol className="flex flex-col gap-2" reversed start={entries[0]?.position ?? 0}>
      {entries.map(({ position, at, actor, name, action, object, mode, facts }) => {
        const page = pageOf(object);
        return (
          <li key={position} value={position} className="box max-w-none px-3">
            <details>
              <summary className="grid min-h-12 cursor-pointer grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 py-2 lg:grid-cols-[4rem_18rem_minmax(0,1fr)_13rem]">
                <span className="tabular-nums text-ink-soft">{position}</span>
                <code className="font-semibold break-words">{action}</code>
                <span className="col-start-2 break-all lg:col-start-auto">{name ?? actor}</span>
                <span className="col-start-2 text-sm text-ink-soft lg:col-start-auto lg:text-end">{at}</span>
              </summary>
              <dl className="grid gap-x-4 gap-y-1 border-t border-line py-3 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
                <dt className="text-ink-soft">{t('audit_actor')}</dt>
                <dd className="break-all">
                  <code>{actor}</code>
                </dd>
                <dt className="text-ink-soft">{t('audit_object')}</dt>
                <dd className="break-all">
                  {page === undefined ? (
                    <code>{object}</code>
                  ) : (
                    <Link to={page}>
                      <code>{object}</code>
                    </Link>
                  )}
                </dd>
                <dt className="text-ink-soft">{t('key_mode')}</dt>
                <dd>{mode === null ? t('mode_both') : t(mode === 'live' ? 'mode_live' : 'mode_test')}</dd>
                {facts.map(([key, value]) => (
                  <Fact key={key} name={key} value={value} />
                ))}
              </dl>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="text-ink-soft">
        <code>{name}</code>
      </dt>
      <dd className="break-all">
        <code>{value}</code>
      </dd>
    </>
  );
}

function pageOf(object: string): string | undefined {
  if (object.startsWith('ver_')) return `/desk/verifications/${object}`;
  return object.startsWith('pol_') ? `/desk/policies/${object}` : undefined;
}
