/** Erases what a verification holds: the key first, so that nothing opens any more, then the sealed values and photographs. */
import type { Kysely, Selectable } from 'kysely';
import { eraseAccountWithout } from '../accounts/accounts-store.ts';
import type { Actor, AuditLog } from '../audit/audit.ts';
import { type Clock, timeFor } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { Events } from '../events/events.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import type { Vault } from '../vault/vault.ts';
import { forgetContacts } from './contact-store.ts';

export type RedactParts = {
  readonly db: Kysely<Database>;
  readonly vault: Vault;
  readonly blobs: BlobStore;
  readonly events: Events;
  readonly audit: AuditLog;
  readonly clock: Clock;
};

const SYSTEM: Actor = { kind: 'system', name: 'redaction' };

/** Right when it is run again. States, codes and times remain: they say of nobody who it was. */
export async function redactVerification(
  parts: RedactParts,
  { organizationId, verificationId }: { readonly organizationId: string; readonly verificationId: string },
): Promise<void> {
  const scope = { role: 'tenant', organizationId } as const;
  const blobKeys = await inTransaction(parts.db, scope, async (trx) => {
    const row = await trx
      .selectFrom('verification')
      .select(['redaction', 'redact_at', 'mode'])
      .where('id', '=', verificationId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined || !(await isDue(trx, { ...row, organizationId }, parts.clock))) return undefined;
    await parts.vault.forget(trx, organizationId, verificationId);
    await forgetContacts(parts.vault, trx, organizationId, verificationId);
    await trx
      .updateTable('verification')
      .set({ redaction: 'running', sealed_reasons: null, sealed_claims: null, sealed_contacts: null })
      .where('id', '=', verificationId)
      .execute();
    await trx.updateTable('decision').set({ sealed: null }).where('verification_id', '=', verificationId).execute();
    await trx.updateTable('report').set({ sealed: null }).where('verification_id', '=', verificationId).execute();
    await trx
      .updateTable('attempt')
      .set({ sealed_answer: null })
      .where('verification_id', '=', verificationId)
      .execute();
    await trx.updateTable('look').set({ sealed: null }).where('verification_id', '=', verificationId).execute();
    await trx
      .updateTable('appeal')
      .set({ sealed_statement: null })
      .where('verification_id', '=', verificationId)
      .execute();
    await trx
      .updateTable('review')
      .set({ sealed_first_opinion: null })
      .where('verification_id', '=', verificationId)
      .execute();
    // Without their key they are gone, whenever the store of blobs gets round to it.
    const media = await trx
      .updateTable('media')
      .set({ erased_at: parts.clock() })
      .where('verification_id', '=', verificationId)
      .returning(['blob_key', 'preview_key'])
      .execute();
    return media.flatMap(({ blob_key, preview_key }) => (preview_key === null ? [blob_key] : [blob_key, preview_key]));
  });
  if (blobKeys === undefined) return;
  for (const key of blobKeys) await parts.blobs.remove(key);
  await inTransaction(parts.db, scope, async (trx) => {
    const now = parts.clock();
    const done = await trx
      .updateTable('verification')
      .set({ redaction: 'done', updated_at: now })
      .where('id', '=', verificationId)
      .where('redaction', '=', 'running')
      .returning(['mode', 'state'])
      .executeTakeFirst();
    if (done === undefined) return;
    await eraseAccountWithout(trx, parts.vault, organizationId, verificationId);
    await parts.audit.append(trx, {
      organizationId,
      actor: SYSTEM,
      action: 'verification.redacted',
      objectId: verificationId,
      facts: { blobs: blobKeys.length },
    });
    await parts.events.record(trx, {
      organizationId,
      mode: done.mode,
      type: 'verification.redacted',
      objectId: verificationId,
      payload: { state: done.state },
    });
  });
}

/** Not where an appeal, or somebody who came back, put it off after the job was asked for. One that was begun is brought to its end. */
async function isDue(
  trx: DatabaseTransaction,
  of: Pick<Selectable<Database['verification']>, 'redaction' | 'redact_at' | 'mode'> & {
    readonly organizationId: string;
  },
  clock: Clock,
): Promise<boolean> {
  if (of.redaction !== 'scheduled') return of.redaction === 'running';
  return of.redact_at === null || of.redact_at <= (await timeFor(trx, of, clock));
}
