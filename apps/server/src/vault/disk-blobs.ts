/** Blobs as files, for one machine: `ROOT/ab/cd/KEY`, where abcd begins the hash of the key, so that no folder grows large. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { requireBlobKey } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';
import { StorageFull } from './storage-full.ts';

/** Opens the store in `root` (made if missing), and clears away what a crash left half-written. */
export async function openDiskBlobs(root: string, clock: Clock): Promise<BlobStore> {
  // One folder for everything half-written: sweeping reads one folder, and not all 65,536. It is on the same file system, as a
  // rename needs.
  const incoming = join(root, 'incoming');
  await makeFolder(incoming);
  await sweep(incoming, clock());
  return {
    async put(key, sealed) {
      const place = placeOf(root, key);
      const written = join(incoming, `${key}.${randomUUID()}`);
      try {
        await makeFolders(root, place.folders);
        await writeDurably(written, sealed);
        await rename(written, place.path);
        await syncFolder(place.folder);
      } catch (error) {
        await rm(written, { force: true });
        throw isFull(error) ? new StorageFull(error) : error;
      }
    },
    async get(key) {
      const { path } = placeOf(root, key);
      return unlessMissing(() => readFile(path));
    },
    async remove(key) {
      const { folder, path } = placeOf(root, key);
      await unlessMissing(async () => {
        await unlink(path);
        // Without it, a power cut brings an erased photograph back.
        await syncFolder(folder);
      });
    },
    olderThan: (then) => olderThan(root, then),
  };
}

/** Folder by folder: what is put or removed meanwhile may be among them, or not. */
async function* olderThan(root: string, then: Date): AsyncIterable<string> {
  for (const first of await hashedFolders(root)) {
    for (const folder of await hashedFolders(first)) {
      for (const key of (await unlessMissing(() => readdir(folder))) ?? []) {
        const found = await unlessMissing(() => stat(join(folder, key)));
        if (found !== undefined && found.mtimeMs < then.getTime()) yield key;
      }
    }
  }
}

async function hashedFolders(path: string): Promise<readonly string[]> {
  return (await readdir(path)).filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => join(path, name));
}

/** Longer than any upload takes: another process may be writing what looks left behind. */
const LEFT_BEHIND_MS = 15 * 60 * 1000;

async function sweep(incoming: string, now: Date): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    await unlessMissing(async () => {
      const { mtimeMs } = await stat(path);
      if (now.getTime() - mtimeMs > LEFT_BEHIND_MS) await unlink(path);
    });
  }
}

function placeOf(root: string, key: string) {
  requireBlobKey(key);
  const hash = createHash('sha256').update(key).digest('hex');
  const first = join(root, hash.slice(0, 2));
  const folder = join(first, hash.slice(2, 4));
  return { folders: [first, folder], folder, path: join(folder, key) };
}

async function makeFolders(root: string, folders: readonly string[]): Promise<void> {
  let above = root;
  for (const folder of folders) {
    if (await makeFolder(folder)) await syncFolder(above);
    above = folder;
  }
}

/** Whether it was missing. */
async function makeFolder(path: string): Promise<boolean> {
  return (await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** No space, or none for this user. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

function isFull(error: unknown): boolean {
  return FULL.has(codeOf(error));
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
