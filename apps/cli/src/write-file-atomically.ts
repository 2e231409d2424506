import { rmSync } from 'node:fs';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import type { CannotRun } from './cannot-run.ts';
import { fileTrouble } from './file-trouble.ts';

/** Half-written files of this process, under names that nobody asked for. */
const passing = new Set<string>();

/** Writes a whole file or none: a reader never sees half of it. `mode` 0600 where it holds a person's data. */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<Result<string, CannotRun>> {
  const place = await placeToWrite(path);
  if (!place.ok) return place;
  const half = `${path}.${process.pid}.part`;
  passing.add(half);
  try {
    await writeFile(half, content, { mode });
    await rename(half, path);
    return { ok: true, value: path };
  } catch (error) {
    await rm(half, { force: true });
    return { ok: false, error: fileTrouble(error, path, 'write') };
  } finally {
    passing.delete(half);
  }
}

/** Whether a file can be written there, asked before the work that fills it. */
export async function placeToWrite(path: string): Promise<Result<string, CannotRun>> {
  const there = await stat(path).catch(() => undefined); // not there: the usual case
  if (there?.isDirectory()) return { ok: false, error: { code: 'cli.folder-in-the-way', path } };
  try {
    await access(dirname(path), constants.W_OK);
    return { ok: true, value: path };
  } catch (error) {
    return { ok: false, error: fileTrouble(error, path, 'write') };
  }
}

/** For a process that is told to stop. */
export function removeHalfWrittenFiles(): void {
  for (const path of passing) rmSync(path, { force: true });
}
