/** Recoveries as the desk lists them. */
import type { AccountRecovery } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { sayMoment } from '../say.server.ts';

export function recoveryRows(recoveries: readonly AccountRecovery[], locale: Locale) {
  return recoveries.map(
    ({ id, state, readings, verification, earlier_verifications, asked_at, wait_until, decision }) => ({
      id,
      state,
      readings,
      verification,
      earlier: earlier_verifications,
      askedAt: sayMoment(asked_at, locale),
      decision:
        decision === null
          ? undefined
          : { name: decision.name ?? decision.by, grounds: decision.grounds, at: sayMoment(decision.at, locale) },
      until: state === 'waiting' && wait_until !== null ? sayMoment(wait_until, locale) : undefined,
    }),
  );
}
export type RecoveryShown = ReturnType<typeof recoveryRows>[number];
