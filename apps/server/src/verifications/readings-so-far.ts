/** Everything that was read of a verification's photographs, handed in or not, the oldest first. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import { type LastRead, looksOf } from './look-store.ts';
import { reportsOf } from './report-store.ts';
import { photographsOf, type Reading, type ShownInstead, shownInstead } from './shown-document.ts';

/** Opens what decisions rest on and what was seen before. */
export async function readingsSoFar(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<readonly Reading[]> {
  const { reads } = await looksOf(vault, trx, verificationId);
  return inOrder(reads, await reportsOf(vault, trx, verificationId));
}

/** Looks and decisions in the order of the newest photograph that each of them read. */
export function inOrder(reads: readonly LastRead[], reports: readonly Reading[]): readonly Reading[] {
  const all = [...reads.map(({ report }) => report), ...reports];
  return all.toSorted((one, other) => (newestIn(one) < newestIn(other) ? -1 : newestIn(one) > newestIn(other) ? 1 : 0));
}

/** By photograph, what it shows instead of what the first ones did. */
export function insteadByPhotograph(readings: readonly Reading[]): ReadonlyMap<string, ShownInstead> {
  return new Map(
    shownInstead(readings).flatMap((instead) =>
      instead === undefined ? [] : [...photographsOf(instead)].map((mediaId) => [mediaId, instead] as const),
    ),
  );
}

/** Ids sort by time. */
function newestIn({ photos }: Reading): string {
  return photos.reduce((newest, { media_id }) => (media_id > newest ? media_id : newest), '');
}
