import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { PhotoFile } from '@vidimus/engine';
import type { Result } from '@vidimus/engine/standards';
import type { DocumentSide } from '@vidimus/vocabulary';
import type { CannotRun } from './cannot-run.ts';
import { fileTrouble } from './file-trouble.ts';
import { similarNames } from './similar-names.ts';

/** Both sides of a card, a passport and its visa, a few retakes; more than this is a whole folder by mistake. */
const MOST_PHOTOS = 10;
/** As many bytes as show the engine that its own limit (25 MB) is passed; the rest of a larger file is never read. */
const MOST_BYTES = 26_000_000;
const EXAMPLES = 3;
const PICTURE = /^\.(jpe?g|png|webp|heic|heif|pdf)$/i;

/** Reads the photos in the order given; `sides` says which side was asked for, photo by photo. */
export async function readPhotoFiles(
  paths: readonly string[],
  sides: readonly DocumentSide[] = [],
): Promise<Result<readonly PhotoFile[], CannotRun>> {
  if (paths.length > MOST_PHOTOS) {
    return { ok: false, error: { code: 'cli.too-many', what: 'photos', observed: paths.length, limit: MOST_PHOTOS } };
  }
  const files: PhotoFile[] = [];
  for (const [index, path] of paths.entries()) {
    const bytes = await readPhoto(path);
    if (!bytes.ok) return bytes;
    const asked = sides[index];
    files.push({ bytes: bytes.value, ...(asked === undefined ? {} : { asked }) });
  }
  return { ok: true, value: files };
}

async function readPhoto(path: string): Promise<Result<Uint8Array, CannotRun>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      return { ok: false, error: { code: 'cli.is-a-folder', path, pictures: await picturesIn(path) } };
    }
    if (!found.isFile()) return { ok: false, error: { code: 'cli.not-a-file', path } };
    return { ok: true, value: await readStart(path, Math.min(found.size, MOST_BYTES)) };
  } catch (error) {
    const trouble = fileTrouble(error, path, 'read');
    if (trouble.code !== 'cli.file-missing') return { ok: false, error: trouble };
    return { ok: false, error: { ...trouble, similar: await similarNames(path) } };
  }
}

async function readStart(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

async function picturesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []); // only to help: a folder that cannot be listed shows none
  const pictures = names.filter((name) => PICTURE.test(extname(name))).toSorted();
  return pictures.slice(0, EXAMPLES).map((name) => join(folder, name));
}
