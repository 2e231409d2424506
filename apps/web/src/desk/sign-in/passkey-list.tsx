import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';

/** The passkeys that somebody has, each with a way to be rid of it. */
export function PasskeyList({
  passkeys,
}: {
  readonly passkeys: readonly { readonly id: string; readonly madeOn: string }[];
}) {
  const t = useTexts('desk');
  if (passkeys.length === 0) return null;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {passkeys.map(({ id, madeOn }, index) => (
        <li key={id} className="flex items-center justify-between gap-3 py-1">
          <span>{t('passkey_made', { number: index + 1, day: madeOn })}</span>
          <Form method="post">
            <input type="hidden" name="do" value="passkey" />
            <input type="hidden" name="passkey" value={id} />
            <button
              type="submit"
              className="button button-bad"
              aria-label={t('passkey_remove', { number: index + 1, day: madeOn })}
            >
              {t('remove')}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
