import { Notice } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';
import type { ToldRefusal } from './told-refusal.ts';

/** Why something was not done, until when, and what else works. */
export function RefusalNotice({ refused }: { readonly refused: ToldRefusal | undefined }) {
  const t = useTexts('account');
  if (refused === undefined) return null;
  return (
    <div role="alert">
      <Notice kind="care" title={t('problem_title')}>
        <p>{t(refused.key, { time: refused.time, left: 0 })}</p>
      </Notice>
    </div>
  );
}
