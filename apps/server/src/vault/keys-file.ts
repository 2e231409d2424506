/** The file of master keys: nobody else's to read, and whole after a power cut. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import type { KeysRefused } from './keys-refused.ts';

/** The text of the file, if others can neither read nor change it. */
export async function readKeysFile(path: string): Promise<Result<string, KeysRefused>> {
  const file = await openIfThere(path);
  if (file === undefined) return { ok: false, error: { code: 'vault.keys-file-missing', source: path } };
  try {
    // Of the open file: another one may stand under that name a moment later.
    const { mode } = await file.stat();
    if ((mode & OF_OTHERS) !== 0) {
      const octal = (mode & PERMISSIONS).toString(8).padStart(4, '0');
      return { ok: false, error: { code: 'vault.keys-file-open-to-others', source: path, mode: octal } };
    }
    return { ok: true, value: await file.readFile('utf8') };
  } finally {
    await file.close();
  }
}

/** Writes a new file, mode 0600 in a folder 0700, durable when it returns; throws (EEXIST) rather than touch one that exists. */
export async function writeNewKeysFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = `${path}.${randomUUID()}.new`;
  const file = await open(written, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A link never replaces: of two processes that start at once, one finds the other's keys.
    await link(written, path);
  } finally {
    await unlink(written);
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const PERMISSIONS = 0o777;
/** Anything for others, and writing for the group. The group may read: Kubernetes hands secrets to a user that way. */
const OF_OTHERS = 0o027;

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
