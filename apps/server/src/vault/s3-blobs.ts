/** Blobs in a bucket of any store that speaks S3's protocol, for installations of several machines. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { requireBlobKey } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';
import { StorageFull } from './storage-full.ts';

/** The bucket exists, is private, and keeps no versions: an erased photograph would live on in one. */
export type S3Place = {
  /** `https://…`; nothing for Amazon's own. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  /** Nothing: from the environment or the machine's role, as Amazon's libraries find them. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How long one call may take, with all its tries. */
  readonly timeoutMs?: number;
};

export type S3Blobs = BlobStore & { readonly close: () => void };

/** Asks nothing of the store yet. */
export function openS3Blobs({ endpoint, region, bucket, credentials, timeoutMs = CALL_MS }: S3Place): S3Blobs {
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
    // Stores of one's own have no name for each bucket (bucket.store.example).
    forcePathStyle: endpoint !== undefined,
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    requestChecksumCalculation: 'WHEN_SUPPORTED',
    responseChecksumValidation: 'WHEN_SUPPORTED',
  });
  const object = (key: string) => {
    requireBlobKey(key);
    return { Bucket: bucket, Key: key };
  };
  const inTime = () => ({ abortSignal: AbortSignal.timeout(timeoutMs) });
  return {
    async put(key, sealed) {
      const command = new PutObjectCommand({ ...object(key), Body: sealed, ContentType: 'application/octet-stream' });
      try {
        await client.send(command, inTime());
      } catch (error) {
        throw isFull(error) ? new StorageFull(error) : error;
      }
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(object(key)), inTime());
        if (Body === undefined) throw new Error('the store answered without a body');
        return Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async remove(key) {
      // The protocol says yes for a key that is gone already.
      await client.send(new DeleteObjectCommand(object(key)), inTime());
    },
    async *olderThan(then) {
      let from: string | undefined;
      do {
        const page: ListObjectsV2CommandOutput = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, ...(from === undefined ? {} : { ContinuationToken: from }) }),
          inTime(),
        );
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key !== undefined && LastModified !== undefined && LastModified < then) yield Key;
        }
        from = page.IsTruncated === true ? page.NextContinuationToken : undefined;
      } while (from !== undefined);
    },
    close: () => client.destroy(),
  };
}

/** One call and two more tries, with the library's growing pauses (0.1 s and 0.2 s in the mean). */
const TRIES = 3;
const CONNECT_MS = 5_000;
/** 15 MB at 4 Mbit/s. */
const CALL_MS = 30_000;

/** What stores without room say: MinIO, Ceph and others; 507 is HTTP's own word for it. */
const FULL: ReadonlySet<string> = new Set(['XMinioStorageFull', 'QuotaExceeded', 'XMinioAdminBucketQuotaExceeded']);
const INSUFFICIENT_STORAGE = 507;

function isFull(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  return FULL.has(error.name) || error.$metadata.httpStatusCode === INSUFFICIENT_STORAGE;
}
