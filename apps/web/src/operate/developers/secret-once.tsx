import { Notice } from '@vidimus/ui';
import { useTexts } from '../../shell/texts.tsx';
import { CopiedText } from './copied-text.tsx';

/** A secret that was made just now, and is told in this one answer. */
export function SecretOnce({ title, secret }: { readonly title: string; readonly secret: string }) {
  const t = useTexts('operate');
  return (
    <div role="status">
      <Notice kind="good" title={title}>
        <p>{t('secret_once')}</p>
        <CopiedText text={secret} label={t('secret')} />
      </Notice>
    </div>
  );
}
