/** Looks in the database: what was found on a photograph before it was handed in. Sealed like the photograph. */
import { type CheckReport, checkReportSchema, type Reason } from '@vidimus/vocabulary';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { type ReadBasis, readBasisSchema } from './read-basis.ts';
import { contextOf } from './seal-context.ts';
import { sealedReasonsSchema } from './stored-verification.ts';

/** What was read together, and on what it was asked. Its photographs have their own ids. */
export type LastRead = { readonly basis: ReadBasis; readonly report: CheckReport };

export type Look = {
  readonly state: 'reading' | 'done' | 'unavailable';
  readonly reasons: readonly Reason[];
  readonly askedAt: Date;
};

type Of = { readonly organizationId: string; readonly verificationId: string };

const sealedLookSchema = z.strictObject({
  reasons: sealedReasonsSchema,
  read: z.strictObject({ basis: readBasisSchema, report: checkReportSchema }).optional(),
});

/** Notes that a photograph is going to be looked at. */
export async function addLook(
  trx: DatabaseTransaction,
  { organizationId, verificationId }: Of,
  attemptId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('look')
    .values({
      attempt_id: attemptId,
      organization_id: organizationId,
      verification_id: verificationId,
      state: 'reading',
      sealed: null,
      newest_attempt: attemptId,
      created_at: now,
    })
    .execute();
}

/** Keeps what was found on a photograph, unless a later reading of it has said more. `read`: with the newest of them alone. */
export async function keepLook(
  vault: Vault,
  trx: DatabaseTransaction,
  { organizationId, verificationId }: Of,
  attemptId: string,
  found: { readonly newest: string; readonly reasons: readonly Reason[]; readonly read?: LastRead },
): Promise<void> {
  const { newest, reasons, read } = found;
  const context = contextOf(organizationId, verificationId, attemptId)('look');
  const sealed = await sealJson(vault, trx, context, { reasons, ...(read === undefined ? {} : { read }) });
  await trx
    .updateTable('look')
    .set({ state: 'done', sealed, newest_attempt: newest })
    .where('attempt_id', '=', attemptId)
    .where('newest_attempt', '<=', newest)
    .execute();
}

/** Those of these that were not read by now will not be. */
export async function giveUpLooks(trx: DatabaseTransaction, attemptIds: readonly string[]): Promise<void> {
  if (attemptIds.length === 0) return;
  await trx
    .updateTable('look')
    .set({ state: 'unavailable' })
    .where('attempt_id', 'in', attemptIds)
    .where('state', '=', 'reading')
    .execute();
}

/** By attempt; what was read last; and all that was read, the oldest first. */
export async function looksOf(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<{
  readonly looks: ReadonlyMap<string, Look>;
  readonly last: LastRead | undefined;
  readonly reads: readonly LastRead[];
}> {
  const rows = await trx
    .selectFrom('look')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .orderBy('attempt_id', 'desc')
    .execute();
  const looks = new Map<string, Look>();
  const reads: LastRead[] = [];
  for (const row of rows) {
    const context = contextOf(row.organization_id, verificationId, row.attempt_id)('look');
    const sealed = row.sealed === null ? undefined : await openJson(vault, trx, context, row.sealed, sealedLookSchema);
    if (sealed?.read !== undefined) reads.unshift(sealed.read);
    looks.set(row.attempt_id, { state: row.state, reasons: sealed?.reasons ?? [], askedAt: row.created_at });
  }
  return { looks, last: reads.at(-1), reads };
}

/** What was read last; nothing where nothing was, or it was erased. */
export async function lastRead(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<LastRead | undefined> {
  const row = await trx
    .selectFrom('look')
    .select(['organization_id', 'attempt_id', 'sealed'])
    .where('verification_id', '=', verificationId)
    .where('state', '=', 'done')
    .orderBy('attempt_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.sealed === null) return undefined;
  const context = contextOf(row.organization_id, verificationId, row.attempt_id)('look');
  return (await openJson(vault, trx, context, row.sealed, sealedLookSchema))?.read;
}
