/** Both stores of blobs, in a folder that a test throws away. */
import S3rver from 's3rver';
import type { BlobStore } from './blob-store.ts';
import { openDiskBlobs } from './disk-blobs.ts';
import { openS3Blobs } from './s3-blobs.ts';

export type OpenedStore = { readonly blobs: BlobStore; readonly close: () => Promise<void> };

export const BUCKET = 'photographs';
export const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

async function openDisk(folder: string): Promise<OpenedStore> {
  return { blobs: await openDiskBlobs(folder, () => new Date()), close: async () => {} };
}

async function openS3(folder: string): Promise<OpenedStore> {
  const place = { address: '127.0.0.1', port: 0, silent: true, directory: folder };
  const server = new S3rver({ ...place, configureBuckets: [{ name: BUCKET }] });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const blobs = openS3Blobs({ endpoint, region: 'us-east-1', bucket: BUCKET, credentials: CREDENTIALS });
  const close = async () => {
    blobs.close();
    await server.close();
  };
  return { blobs, close };
}

export const BLOB_STORES = [
  ['disk', openDisk],
  ['S3', openS3],
] as const;
