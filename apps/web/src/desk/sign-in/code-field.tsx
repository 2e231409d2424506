import { useTexts } from '../../shell/texts.tsx';

/** The field for the six digits of an authenticator app. */
export function CodeField({ name = 'code' }: { readonly name?: string }) {
  const t = useTexts('desk');
  return (
    <label className="field">
      <span className="font-medium">{t('code')}</span>
      <input
        className="input font-mono tracking-widest"
        name={name}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        dir="ltr"
        required
      />
      <span className="text-sm text-ink-soft">{t('code_hint')}</span>
    </label>
  );
}
