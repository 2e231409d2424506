/** A recovery as its page shows it. */
import type { RecoveryStatus } from '@vidimus/sdk';
import { formatDate, type Locale } from '@vidimus/vocabulary';
import type { MessageKey } from '../texts/areas.ts';

const OPEN: ReadonlySet<string> = new Set(['asked', 'in_review', 'waiting', 'ready']);

export function recoveryView(status: RecoveryStatus, locale: Locale) {
  const { state, refusal, operator, wait_until } = status;
  const isOpen = OPEN.has(state);
  const isDone = state === 'done';
  return {
    operator,
    isOpen,
    isDone,
    kind: isOpen || isDone ? ('good' as const) : ('care' as const),
    words: wordsOf(state, refusal),
    until: wait_until === null ? '' : formatDate(wait_until, locale),
  };
}

function wordsOf(state: RecoveryStatus['state'], refusal: RecoveryStatus['refusal']): MessageKey<'account'> {
  if (state !== 'refused') return `recovery_${state}`;
  return `recovery_refused_${refusal ?? 'not_agreeing'}`;
}
