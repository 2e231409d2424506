/** Photographs and their previews, opened; previews are sealed like the photographs. */
import type { Result } from '@vidimus/engine/standards';
import type { Selectable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { ReadAnswer } from '../reader/read-request.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import { sealBlob } from '../vault/seal-blob.ts';
import type { SealContext, Vault } from '../vault/vault.ts';
import type { JudgedAttempts } from './judged-attempts.ts';
import { contextOf } from './seal-context.ts';
import type { StoredVerification } from './stored-verification.ts';

export type PreviewParts = { readonly vault: Vault; readonly blobs: BlobStore };
export type PreviewRefused = {
  readonly code: 'media.not-found' | 'media.no-preview' | 'media.erased';
  readonly id: string;
};

/** Notes the size of each photograph, and keeps what people look at: drawn anew from the pixels, small, and without what a camera writes beside the picture. */
export async function keepPreviews(
  parts: PreviewParts,
  trx: DatabaseTransaction,
  stored: Pick<StoredVerification, 'organizationId' | 'verification'>,
  photos: JudgedAttempts['photos'],
  { previews, report }: ReadAnswer,
): Promise<void> {
  for (const [i, { mediaId }] of photos.entries()) {
    const name = `photo_${i + 1}`;
    const { width = null, height = null } = report.photos.find((photo) => photo.media_id === name) ?? {};
    const size = { width_px: width, height_px: height };
    if (width !== null) await trx.updateTable('media').set(size).where('id', '=', mediaId).execute();
    const preview = previews.find((each) => each.mediaId === name);
    if (preview !== undefined) await addPreview(parts, trx, stored, mediaId, preview.jpeg);
  }
}

/** A second reading of the same photograph keeps the first one's preview: they are the same picture. */
async function addPreview(
  { vault, blobs }: PreviewParts,
  trx: DatabaseTransaction,
  { organizationId, verification }: Pick<StoredVerification, 'organizationId' | 'verification'>,
  mediaId: string,
  jpeg: Uint8Array,
): Promise<void> {
  const media = await trx.selectFrom('media').select('preview_key').where('id', '=', mediaId).executeTakeFirstOrThrow();
  if (media.preview_key !== null) return;
  const context = contextOf(organizationId, verification.id, mediaId)('preview');
  const { blobKey, sealed } = await sealBlob(vault, trx, context, jpeg);
  await blobs.put(blobKey, sealed);
  await trx.updateTable('media').set({ preview_key: blobKey }).where('id', '=', mediaId).execute();
}

/** The preview's JPEG. */
export async function openPreview(
  parts: PreviewParts,
  trx: DatabaseTransaction,
  verificationId: string,
  mediaId: string,
): Promise<Result<Buffer, PreviewRefused>> {
  const media = await mediaOf(trx, verificationId, mediaId);
  if (!media.ok) return media;
  const { organization_id, preview_key } = media.value;
  if (preview_key === null) return refused('media.no-preview', mediaId);
  const context = contextOf(organization_id, verificationId, mediaId)('preview');
  return openBlob(parts, trx, { key: preview_key, context });
}

/** The photograph itself, as it was sent, with what the camera wrote into it. */
export async function openOriginal(
  parts: PreviewParts,
  trx: DatabaseTransaction,
  verificationId: string,
  mediaId: string,
): Promise<Result<{ readonly bytes: Buffer; readonly mediaType: string }, PreviewRefused>> {
  const media = await mediaOf(trx, verificationId, mediaId);
  if (!media.ok) return media;
  const { organization_id, blob_key, media_type } = media.value;
  const context = contextOf(organization_id, verificationId, mediaId)('photo');
  const bytes = await openBlob(parts, trx, { key: blob_key, context });
  return bytes.ok ? { ok: true, value: { bytes: bytes.value, mediaType: media_type } } : bytes;
}

async function mediaOf(
  trx: DatabaseTransaction,
  verificationId: string,
  mediaId: string,
): Promise<Result<Selectable<Database['media']>, PreviewRefused>> {
  const media = await trx
    .selectFrom('media')
    .selectAll()
    .where('id', '=', mediaId)
    .where('verification_id', '=', verificationId)
    .executeTakeFirst();
  if (media === undefined) return refused('media.not-found', mediaId);
  return media.erased_at === null ? { ok: true, value: media } : refused('media.erased', mediaId);
}

async function openBlob(
  { vault, blobs }: PreviewParts,
  trx: DatabaseTransaction,
  { key, context }: { readonly key: string; readonly context: SealContext },
): Promise<Result<Buffer, PreviewRefused>> {
  const sealed = await blobs.get(key);
  if (sealed === undefined) throw new Error(`the ${context.field} of ${context.object} is not where it was put`);
  const opened = await vault.open(trx, context, sealed);
  return opened.ok ? opened : refused('media.erased', context.object);
}

function refused(code: PreviewRefused['code'], id: string): Result<never, PreviewRefused> {
  return { ok: false, error: { code, id } };
}
