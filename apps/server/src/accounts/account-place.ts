/** Whose accounts somebody means, before they are known. */
import type { Result } from '@vidimus/engine/standards';
import { timeFor } from '../clock.ts';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { type AccountParts, asTenant } from './parts.ts';
import { refuse } from './refusals.ts';

/** Organization and mode in which an account is looked for. */
export type Place = { readonly organizationId: string; readonly mode: Mode };

/** The organization that is named, or the only one of the server. */
export async function placeOf(
  parts: Pick<AccountParts, 'inScope' | 'clock'>,
  { organization, mode }: { readonly organization?: string | undefined; readonly mode: Mode },
): Promise<Result<Place, Problem>> {
  const found = await parts.inScope({ role: 'gate' }, (trx) => {
    const all = trx.selectFrom('organization').select('id').orderBy('id').limit(2);
    return (organization === undefined ? all : all.where('id', '=', organization)).execute();
  });
  const [one, another] = found;
  if (one === undefined || another !== undefined) {
    return refuse({ code: 'account.organization-not-named' }, parts.clock());
  }
  return { ok: true, value: { organizationId: one.id, mode } };
}

/** Does `work` as that organization, by the clock of the mode; what it refuses leaves nothing behind. */
export async function inPlace<T>(
  parts: Pick<AccountParts, 'inScope' | 'clock'>,
  place: Place,
  work: (trx: DatabaseTransaction, now: Date) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const outcome: { refused?: Problem } = {};
  try {
    return await asTenant(parts, place.organizationId, async (trx) => {
      const done = await work(trx, await timeFor(trx, place, parts.clock));
      if (done.ok) return done;
      outcome.refused = done.error;
      throw ROLL_BACK;
    });
  } catch (error) {
    if (error === ROLL_BACK && outcome.refused !== undefined) return { ok: false, error: outcome.refused };
    throw error;
  }
}
const ROLL_BACK = new Error('a refusal that leaves nothing behind');
