import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { closestWord } from './closest-word.ts';

/** The file beside a missing one that was perhaps meant; none where the folder holds none like it. */
export async function similarNames(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []); // only to help: where there is no folder, nothing resembles
  // A link whose file is gone stands in the folder under the very name.
  const others = names.filter((name) => name !== basename(path));
  const closest = closestWord(basename(path), others);
  return closest === undefined ? [] : [join(folder, closest)];
}
