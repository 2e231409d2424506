import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where drawn photographs lie; `leave` takes away what nobody asked to keep. */
export type DrawnFolder = { readonly path: string; readonly leave: () => Promise<void> };

/**
 * A folder for drawn photographs: inside the one that was named, under a name that tells what they were drawn with, so that a run
 * that was cut off goes on, and one after a change to the specimens begins anew. Without one: a folder for this run alone.
 */
export async function openDrawnFolder(named: string | null): Promise<DrawnFolder> {
  if (named !== null) return { path: join(named, await drawnWith()), leave: async () => {} };
  const path = await mkdtemp(join(tmpdir(), 'vidimus-mrz-'));
  return { path, leave: () => rm(path, { recursive: true }) };
}

const SOURCES = [new URL('../../../specimens/src/', import.meta.url), new URL('./', import.meta.url)];
/** Of the bench's own files, those that say what is drawn. */
const DRAWING = /^(drawn-photo|zone-cases|zoneless-cases|chance)\.ts$/;
const HASH_LETTERS = 12;

/** A hash over everything that draws. */
async function drawnWith(): Promise<string> {
  const hash = createHash('sha256');
  for (const [index, folder] of SOURCES.entries()) {
    const names = (await readdir(folder, { recursive: true })).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && (index === 0 || DRAWING.test(name)),
    );
    for (const name of names.sort()) hash.update(name).update(await readFile(join(fileURLToPath(folder), name)));
  }
  return `drawn-${hash.digest('hex').slice(0, HASH_LETTERS)}`;
}
