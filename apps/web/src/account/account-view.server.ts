/** An account as its page shows it. */
import type { Account } from '@vidimus/sdk';
import { formatDate, type Locale } from '@vidimus/vocabulary';

export function accountView(account: Account, locale: Locale) {
  const when = (at: string) => formatDate(at, locale);
  const day = (at: string) => formatDate(at.slice(0, 'YYYY-MM-DD'.length), locale);
  const { recovery } = account;
  return {
    isTest: account.mode === 'test',
    operator: account.operator,
    verifications: account.verifications.map(({ id, state, created_at, erased }) => ({
      id,
      state,
      day: day(created_at),
      erased,
    })),
    ways: account.ways.map(({ id, kind, hint, created_at, removable }) => ({
      id,
      kind,
      hint: hint ?? '',
      day: day(created_at),
      removable,
    })),
    isOnly: account.ways.every(({ removable }) => !removable),
    signIns: account.sign_ins.map(({ at, by, open, this_one }) => ({ at: when(at), by, open, isThis: this_one })),
    recovery:
      recovery === null ? undefined : { until: recovery.wait_until === null ? undefined : when(recovery.wait_until) },
  };
}
export type AccountShown = ReturnType<typeof accountView>;
