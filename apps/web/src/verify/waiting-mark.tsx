import { Spinner } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';

/** Shown while the answer is a matter of seconds. */
export function WaitingMark({ isShown }: { readonly isShown: boolean }) {
  const t = useTexts('verify');
  return isShown ? <Spinner label={t('outcome_waiting')} /> : null;
}
