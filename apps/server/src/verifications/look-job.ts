/**
 * Reads a photograph as soon as it is there, so that all findings come while the document is still at hand. It changes no state and
 * uses no try; where it cannot look, handing in goes on as without it.
 */
import type { Kysely } from 'kysely';
import { type Clock, timeFor } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { JobPayloads } from '../jobs/jobs.ts';
import type { ReadAnswer, ReadRequest } from '../reader/read-request.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import type { Vault } from '../vault/vault.ts';
import { attemptsOf } from './attempt-store.ts';
import { findingsOn, withoutSidesToCome } from './findings-on.ts';
import { reasonOf } from './found-reasons.ts';
import type { ReadDocument } from './judge-job.ts';
import { attemptsSoFar, type JudgedPhoto, judgedAttempts } from './judged-attempts.ts';
import { giveUpLooks, keepLook } from './look-store.ts';
import { nameMedia } from './name-media.ts';
import { policyOf } from './policy-of.ts';
import { keepPreviews } from './preview-store.ts';
import { basisKey, type ReadBasis, readBasis } from './read-basis.ts';
import { loadVerification } from './store.ts';
import type { StoredVerification } from './stored-verification.ts';

export type LookParts = {
  readonly db: Kysely<Database>;
  readonly vault: Vault;
  readonly blobs: BlobStore;
  readonly read: ReadDocument;
  readonly clock: Clock;
};

/** Of several that wait, the newest photograph's job looks at all that stand; the others have nothing left to do. */
export async function lookAtPhotograph(
  parts: LookParts,
  { organizationId, verificationId, attemptId }: JobPayloads['look-at-photograph'],
  signal: AbortSignal,
): Promise<void> {
  const scope = { role: 'tenant', organizationId } as const;
  const task = await inTransaction(parts.db, scope, (trx) => takeUp(parts, trx, verificationId, attemptId));
  if (task === undefined) return;
  const read = await parts.read(task.request, signal, basisKey(task.basis));
  // The process is stopping: the job is done again.
  if (!read.ok && signal.aborted) throw new Error(`the look at ${attemptId} was interrupted`);
  await inTransaction(parts.db, scope, async (trx) => {
    const stored = await loadVerification(parts.vault, trx, verificationId, 'change');
    // Erased meanwhile.
    if (!stored.ok) return;
    const ids = task.photos.map((photo) => photo.attemptId);
    if (read.ok) await keep(parts, trx, stored.value, task, read.value);
    else await giveUpLooks(trx, ids);
  });
}

type Task = {
  readonly newest: string;
  readonly photos: readonly JudgedPhoto[];
  readonly request: ReadRequest;
  readonly basis: ReadBasis;
};

async function takeUp(
  parts: LookParts,
  trx: DatabaseTransaction,
  verificationId: string,
  attemptId: string,
): Promise<Task | undefined> {
  const loaded = await loadVerification(parts.vault, trx, verificationId, 'reading');
  if (!loaded.ok) return undefined;
  const stored = loaded.value;
  // Handed in already: whoever judges it reads it.
  if (stored.verification.state !== 'open') return undefined;
  const soFar = attemptsSoFar(stored.verification, await attemptsOf(trx, verificationId));
  const photographs = soFar.flatMap(([step, id]) => (step.startsWith('document_') ? [id] : []));
  if (!photographs.includes(attemptId)) {
    await giveUpLooks(trx, [attemptId]);
    return undefined;
  }
  if (photographs.some((id) => id > attemptId)) return undefined;
  const attempts = await judgedAttempts(parts, trx, stored, soFar);
  if (attempts.consent?.document !== true) {
    await giveUpLooks(trx, photographs);
    return undefined;
  }
  const asOf = (await timeFor(trx, stored, parts.clock)).toISOString().slice(0, 10);
  const asked = readBasis(stored, attempts, await policyOf(trx, stored), asOf);
  return { newest: attemptId, photos: attempts.photos, ...asked };
}

async function keep(
  parts: LookParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
  { newest, photos, basis }: Task,
  answer: ReadAnswer,
): Promise<void> {
  await keepPreviews(parts, trx, stored, photos, answer);
  const report = nameMedia(
    answer.report,
    photos.map(({ mediaId }) => mediaId),
  );
  const sides = new Set<string>(photos.map(({ side }) => side));
  const reasons = withoutSidesToCome(report.reasons.map(reasonOf), sides);
  const of = { organizationId: stored.organizationId, verificationId: stored.verification.id };
  for (const { attemptId, mediaId } of photos) {
    const found = { newest, reasons: findingsOn(mediaId, reasons) };
    const isNewest = attemptId === newest;
    await keepLook(parts.vault, trx, of, attemptId, isNewest ? { ...found, read: { basis, report } } : found);
  }
}
