import { Button } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { AccountShown } from './account-view.server.ts';

/** When somebody came in, and by what: never from where. */
export function SignIns({ signIns }: { readonly signIns: AccountShown['signIns'] }) {
  const t = useTexts('account');
  return (
    <section className="flex flex-col gap-3" aria-labelledby="sign-ins">
      <h2 id="sign-ins" className="text-lg font-semibold">
        {t('sign_ins')}
      </h2>
      <ul className="box flex flex-col divide-y divide-line px-4">
        {signIns.map(({ at, by, open, isThis }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sign-ins of one minute are told alike
          <li key={`${at} ${index}`} className="flex flex-wrap justify-between gap-2 py-2">
            <span>{t('sign_in_at', { at, way: t(`by_${by}`) })}</span>
            <span className="text-sm text-ink-soft">{isThis ? t('this_one') : open ? t('still_open') : null}</span>
          </li>
        ))}
      </ul>
      <Form method="post" className="flex flex-wrap gap-3">
        <Button kind="quiet" name="do" value="sign_out">
          {t('sign_out')}
        </Button>
        <Button kind="quiet" name="do" value="everywhere">
          {t('sign_out_everywhere')}
        </Button>
      </Form>
    </section>
  );
}
