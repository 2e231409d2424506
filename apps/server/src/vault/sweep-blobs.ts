/** Blobs that no row names: a process died between the two. Nobody can find them to erase them, so they go by themselves. */
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { BlobStore } from './blob-store.ts';

export type SweptBlobs = {
  /** Looked at: older than a day, and named as this server names them. */
  readonly seen: number;
  readonly removed: number;
  /** Left where they are: so many cannot come of crashes. */
  readonly suspicious: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_A_TIME = 500;
/** Fewer than this may be anything; more, and a tenth of all, is another installation's store, or an older database. */
const FEW = 100;
const MOST_SHARE = 0.1;
/** As `sealBlob` names them: whatever else lies in the same bucket is not ours to remove. */
const OURS = /^blob_[0-9a-f]{32}$/;

/** Removes what is older than a day and in no row, or in one whose photograph was erased. */
export async function sweepBlobs(
  { db, blobs }: { readonly db: Kysely<Database>; readonly blobs: BlobStore },
  now: Date,
  signal?: AbortSignal,
): Promise<SweptBlobs> {
  const before = new Date(now.getTime() - DAY_MS);
  const orphans: string[] = [];
  let seen = 0;
  let batch: string[] = [];
  const look = async () => {
    seen += batch.length;
    const named = await inTransaction(db, { role: 'clock' }, (trx) => namedOf(trx, batch));
    orphans.push(...batch.filter((key) => !named.has(key)));
    batch = [];
  };
  for await (const key of blobs.olderThan(before)) {
    signal?.throwIfAborted();
    if (OURS.test(key)) batch.push(key);
    if (batch.length === AT_A_TIME) await look();
  }
  if (batch.length > 0) await look();
  if (orphans.length > FEW && orphans.length > seen * MOST_SHARE) {
    return { seen, removed: 0, suspicious: orphans.length };
  }
  for (const key of orphans) {
    signal?.throwIfAborted();
    await blobs.remove(key);
  }
  return { seen, removed: orphans.length, suspicious: 0 };
}

/** Those that a row needs. */
async function namedOf(trx: DatabaseTransaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const media = await trx
    .selectFrom('media')
    .select(['blob_key', 'preview_key'])
    .where('erased_at', 'is', null)
    .where((of) => of.or([of('blob_key', 'in', keys), of('preview_key', 'in', keys)]))
    .execute();
  const logos = await trx.selectFrom('organization').select('logo_key').where('logo_key', 'in', keys).execute();
  const named = [
    ...media.flatMap(({ blob_key, preview_key }) => [blob_key, preview_key]),
    ...logos.map((one) => one.logo_key),
  ];
  return new Set(named.filter((key) => key !== null));
}
