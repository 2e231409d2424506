import { rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Result } from '@vidimus/engine/standards';
import type { CannotRun } from './cannot-run.ts';
import { fileTrouble } from './file-trouble.ts';

/** Writes a whole file or none: a reader never sees half of it. `mode` 0600 where it holds a person's data. */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<Result<string, CannotRun>> {
  const passing = `${path}.${process.pid}.part`;
  try {
    const there = await stat(path).catch(() => undefined); // not there: the usual case
    if (there?.isDirectory()) return { ok: false, error: { code: 'cli.is-a-folder', path, pictures: [] } };
    await writeFile(passing, content, { mode });
    await rename(passing, path);
    return { ok: true, value: path };
  } catch (error) {
    await rm(passing, { force: true });
    return { ok: false, error: fileTrouble(error, path, 'write') };
  }
}
