/** Attempts and their photographs: immutable, sealed, in the order of their ids. */
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import { sealBlob } from '../vault/seal-blob.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contextOf } from './seal-context.ts';
import type { StepName } from './step.ts';
import type { StoredAttempt } from './stored-verification.ts';

export type AttemptParts = { readonly vault: Vault; readonly blobs: BlobStore };

type Of = { readonly organizationId: string; readonly verificationId: string; readonly step: StepName };

/** Seals and keeps a photograph, and notes the attempt. The blob is there before the row that names it. */
export async function addPhoto(
  { vault, blobs }: AttemptParts,
  trx: DatabaseTransaction,
  { organizationId, verificationId, step }: Of,
  photo: { readonly bytes: Buffer; readonly mediaType: string },
  now: Date,
): Promise<{ readonly attemptId: string; readonly mediaId: string }> {
  const mediaId = newId('media', now.getTime());
  const attemptId = newId('attempt', now.getTime());
  const context = contextOf(organizationId, verificationId, mediaId)('photo');
  const { blobKey, sealed, fingerprint } = await sealBlob(vault, trx, context, photo.bytes);
  await blobs.put(blobKey, sealed);
  await trx
    .insertInto('media')
    .values({
      id: mediaId,
      organization_id: organizationId,
      verification_id: verificationId,
      blob_key: blobKey,
      media_type: photo.mediaType,
      byte_length: photo.bytes.length,
      fingerprint,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('attempt')
    .values({
      id: attemptId,
      organization_id: organizationId,
      verification_id: verificationId,
      step,
      media_id: mediaId,
      sealed_answer: null,
      created_at: now,
    })
    .execute();
  return { attemptId, mediaId };
}

/** Notes an answer that is no photograph. */
export async function addAnswer(
  { vault }: Pick<AttemptParts, 'vault'>,
  trx: DatabaseTransaction,
  { organizationId, verificationId, step }: Of,
  answer: unknown,
  now: Date,
): Promise<string> {
  const id = newId('attempt', now.getTime());
  await trx
    .insertInto('attempt')
    .values({
      id,
      organization_id: organizationId,
      verification_id: verificationId,
      step,
      media_id: null,
      sealed_answer: await sealJson(vault, trx, contextOf(organizationId, verificationId, id)('answer'), answer),
      created_at: now,
    })
    .execute();
  return id;
}

/** What the latest attempt at a step answered; undefined where nothing was. */
export async function lastAnswer<Schema extends z.ZodType>(
  { vault }: Pick<AttemptParts, 'vault'>,
  trx: DatabaseTransaction,
  { organizationId, verificationId, step }: Of,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const last = await trx
    .selectFrom('attempt')
    .select(['id', 'sealed_answer'])
    .where('verification_id', '=', verificationId)
    .where('step', '=', step)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.sealed_answer === null) return undefined;
  const context = contextOf(organizationId, verificationId, last.id)('answer');
  return openJson(vault, trx, context, last.sealed_answer, schema);
}

/** All attempts, in order. */
export async function attemptsOf(trx: DatabaseTransaction, verificationId: string): Promise<readonly StoredAttempt[]> {
  const rows = await trx
    .selectFrom('attempt')
    .leftJoin('media', 'media.id', 'attempt.media_id')
    .select(['attempt.id', 'step', 'media_id', 'attempt.created_at'])
    .select(['media_type', 'byte_length', 'fingerprint', 'width_px', 'height_px'])
    .where('attempt.verification_id', '=', verificationId)
    .orderBy('attempt.id')
    .execute();
  return rows.map(({ id, step, media_id, created_at, ...media }) => ({
    id,
    step,
    mediaId: media_id,
    createdAt: created_at,
    photo: photoOf(media),
  }));
}

function photoOf({ media_type, byte_length, fingerprint, width_px, height_px }: JoinedMedia): StoredAttempt['photo'] {
  if (media_type === null || byte_length === null || fingerprint === null) return null;
  const size = width_px === null || height_px === null ? null : { width_px, height_px };
  return { mediaType: media_type, byteLength: byte_length, fingerprint, size };
}
type JoinedMedia = Nullable<
  Pick<Selectable<Database['media']>, 'media_type' | 'byte_length' | 'fingerprint' | 'width_px' | 'height_px'>
>;
type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

/** How many photographs were sent for a verification, handed in or not. */
export async function countPhotos(trx: DatabaseTransaction, verificationId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('media')
    .select((of) => of.fn.countAll().as('count'))
    .where('verification_id', '=', verificationId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
