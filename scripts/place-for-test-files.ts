/**
 * Where tests put their databases, their photographs and their browsers: in memory, where the system has a file system of that kind
 * with enough room. Every commit of an embedded database waits for the disk, and every server under test begins with a copy of forty
 * megabytes in a thousand files. Tests of disks (power cuts, full ones) make their own anywhere.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** TMPFS_MAGIC of linux/magic.h. */
const TMPFS = 0x01021994;
const IN_MEMORY = '/dev/shm';
const PREFIX = 'vidimus-tests-';
/** A run makes and removes something in its folder all the time, and none takes so long. */
const FORGOTTEN_AFTER_MS = 3 * 3600 * 1000;
/** Two files of tests at a time, each with a database or two, a browser, a disk of its own; and the programs need memory, too. */
const LEAST_ROOM_BYTES = 4 * 1024 ** 3;
/** As `/tmp`: a server of PostgreSQL that is no root works in it, too. */
const FOR_EVERYBODY = 0o1777;

export type PlaceForTestFiles = { readonly directory: string; readonly remove: () => void };

/** A new folder in memory; undefined where there is no room for one, and the temporary folder of the system has to do. */
export function placeForTestFiles(say: (line: string) => void): PlaceForTestFiles | undefined {
  if (process.platform !== 'linux' || !hasRoom()) return undefined;
  removeForgotten(IN_MEMORY, say);
  const directory = mkdtempSync(join(IN_MEMORY, PREFIX));
  chmodSync(directory, FOR_EVERYBODY);
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Of runs that were killed: nobody else would ever give this memory back. What cannot be removed, such as a disk that is still mounted, is told and stays. */
export function removeForgotten(inMemory: string, say: (line: string) => void): void {
  for (const name of readdirSync(inMemory).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(inMemory, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs <= FORGOTTEN_AFTER_MS) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      say(`What an earlier run left in ${folder} cannot be removed, and takes memory: ${why}`);
    }
  }
}

function hasRoom(): boolean {
  if (!existsSync(IN_MEMORY)) return false;
  const { type, bavail, bsize } = statfsSync(IN_MEMORY);
  // Tests run programs that they have put there.
  const mayRun = !/^\S+ \/dev\/shm \S+ \S*noexec/m.test(readFileSync('/proc/mounts', 'utf8'));
  const room = Math.min(bavail * bsize, process.availableMemory());
  return type === TMPFS && mayRun && room >= LEAST_ROOM_BYTES;
}
