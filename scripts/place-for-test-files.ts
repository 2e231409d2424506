/**
 * Where tests put their databases, their photographs and their browsers: in memory, where the system has a file system of that kind
 * with enough room. Every commit of an embedded database waits for the disk, and every server under test begins with a copy of forty
 * megabytes in a thousand files. Tests of disks (power cuts, full ones) make their own anywhere.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** TMPFS_MAGIC of linux/magic.h. */
const TMPFS = 0x01021994;
const IN_MEMORY = '/dev/shm';
/** What one run has at most at one time is 1.5 GB; the rest is for the programs themselves. */
const LEAST_ROOM_BYTES = 4 * 1024 ** 3;
/** As `/tmp`: a server of PostgreSQL that is no root works in it, too. */
const FOR_EVERYBODY = 0o1777;

export type PlaceForTestFiles = { readonly directory: string; readonly remove: () => void };

/** A new folder in memory; undefined where there is no room for one, and the temporary folder of the system has to do. */
export function placeForTestFiles(): PlaceForTestFiles | undefined {
  if (process.platform !== 'linux' || !hasRoom()) return undefined;
  const directory = mkdtempSync(join(IN_MEMORY, 'vidimus-tests-'));
  chmodSync(directory, FOR_EVERYBODY);
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

function hasRoom(): boolean {
  if (!existsSync(IN_MEMORY)) return false;
  const { type, bavail, bsize } = statfsSync(IN_MEMORY);
  // Tests run programs that they have put there.
  const mayRun = !/^\S+ \/dev\/shm \S+ \S*noexec/m.test(readFileSync('/proc/mounts', 'utf8'));
  const room = Math.min(bavail * bsize, process.availableMemory());
  return type === TMPFS && mayRun && room >= LEAST_ROOM_BYTES;
}
