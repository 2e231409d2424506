/** What a verification is judged on: the photographs and answers that its steps stand for, opened. */
import { type ConsentAnswer, consentAnswerSchema, type DetailsAnswer, detailsAnswerSchema } from '@vidimus/protocol';
import type { DocumentSide } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import { openJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { answerSchemaOf } from './answer-schema.ts';
import { contextOf } from './seal-context.ts';
import { stepsLeft } from './step.ts';
import type { StoredAttempt, StoredVerification } from './stored-verification.ts';
import type { Verification } from './verification.ts';

export type JudgedPhoto = {
  readonly attemptId: string;
  readonly mediaId: string;
  readonly side: DocumentSide;
  readonly bytes: Buffer;
  readonly fingerprint: string;
};

export type JudgedAttempts = {
  /** Step and attempt: what was judged, and nothing that was handed in later. */
  readonly standing: readonly (readonly [string, string])[];
  readonly photos: readonly JudgedPhoto[];
  readonly consent: ConsentAnswer | undefined;
  readonly details: DetailsAnswer | undefined;
  /** When the last of them was handed in. */
  readonly lastAt: Date;
  /**
   * Keyed hashes, hexadecimal: one for each photograph, and one for all that was said and the attempts that said it: whoever hands
   * in the same photograph again gets a decision again.
   */
  readonly inputs: readonly string[];
};

/** Opens what each step's attempt holds. Throws when something of it is missing: that is ours, and the job tries again. */
export async function judgedAttempts(
  parts: { readonly vault: Vault; readonly blobs: BlobStore },
  trx: DatabaseTransaction,
  stored: StoredVerification,
  standing: JudgedAttempts['standing'] = standingAttempts(stored.verification),
): Promise<JudgedAttempts> {
  const { verification, organizationId } = stored;
  const photos: JudgedPhoto[] = [];
  const answers = new Map<string, unknown>();
  let lastAt = new Date(0);
  for (const [step, attemptId] of standing) {
    const attempt = await trx.selectFrom('attempt').selectAll().where('id', '=', attemptId).executeTakeFirstOrThrow();
    if (attempt.created_at > lastAt) lastAt = attempt.created_at;
    if (attempt.media_id !== null) {
      const side = step === 'document_back' ? 'back' : 'front';
      photos.push({ attemptId, ...(await openPhoto(parts, trx, stored, attempt.media_id)), side });
    } else if (attempt.sealed_answer !== null) {
      const context = contextOf(organizationId, verification.id, attemptId)('answer');
      const schema = answerSchemaOf(step);
      answers.set(step, await openJson(parts.vault, trx, context, attempt.sealed_answer, schema));
    }
  }
  const consent = consentAnswerSchema.safeParse(answers.get('consent')).data;
  const details = detailsAnswerSchema.safeParse(answers.get('details')).data;
  const said = JSON.stringify([stored.claims, stored.residence, consent ?? null, details ?? null, standing]);
  const subject = { organizationId, subject: verification.id };
  const inputs = [
    ...photos.map(({ fingerprint }) => fingerprint),
    await parts.vault.fingerprint(trx, subject, Buffer.from(said)),
  ];
  return { standing, photos, consent, details, lastAt, inputs };
}

/** Of each step that was tried and is not asked again: its latest attempt. */
export function standingAttempts({ steps }: Verification): JudgedAttempts['standing'] {
  const asked = new Set<string>(stepsLeft(steps));
  return steps.flatMap(({ name, attempts }) => {
    const latest = attempts.at(-1);
    return latest === undefined || asked.has(name) ? [] : [[name, latest] as const];
  });
}

/** The same while steps are still asked: of those the attempt that would be handed in now. */
export function attemptsSoFar(
  { steps }: Verification,
  attempts: readonly Pick<StoredAttempt, 'id' | 'step'>[],
): JudgedAttempts['standing'] {
  const asked = new Set<string>(stepsLeft(steps));
  return steps.flatMap(({ name, attempts: handedIn }) => {
    const latest = asked.has(name) ? attempts.findLast(({ step }) => step === name)?.id : handedIn.at(-1);
    return latest === undefined || (asked.has(name) && handedIn.includes(latest)) ? [] : [[name, latest] as const];
  });
}

async function openPhoto(
  { vault, blobs }: { readonly vault: Vault; readonly blobs: BlobStore },
  trx: DatabaseTransaction,
  { organizationId, verification }: StoredVerification,
  mediaId: string,
): Promise<Omit<JudgedPhoto, 'side' | 'attemptId'>> {
  const media = await trx.selectFrom('media').selectAll().where('id', '=', mediaId).executeTakeFirstOrThrow();
  const sealed = await blobs.get(media.blob_key);
  if (sealed === undefined) throw new Error(`the photograph of ${mediaId} is not where it was put`);
  const opened = await vault.open(trx, contextOf(organizationId, verification.id, mediaId)('photo'), sealed);
  if (!opened.ok) throw new Error(`the photograph of ${mediaId} does not open: ${opened.error.code}`);
  return { mediaId, bytes: opened.value, fingerprint: media.fingerprint };
}
