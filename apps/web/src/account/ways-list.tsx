import { Button } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { AccountShown } from './account-view.server.ts';

/** The ways in, each with a way to be rid of it; the last stays. */
export function WaysList({ ways }: { readonly ways: AccountShown['ways'] }) {
  const t = useTexts('account');
  return (
    <ul className="box flex flex-col divide-y divide-line px-4">
      {ways.map(({ id, kind, hint, day, removable }) => (
        <li key={id} className="flex min-h-14 flex-wrap items-center justify-between gap-2 py-2">
          <span>{t(`way_${kind}`, { hint, day })}</span>
          {removable ? (
            <Form method="post">
              <input type="hidden" name="do" value="remove" />
              <input type="hidden" name="id" value={id} />
              <Button kind="bad" aria-label={`${t('remove')}: ${t(`way_${kind}`, { hint, day })}`}>
                {t('remove')}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
