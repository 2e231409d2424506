/** A disk of its own for a test: a file, mounted. Its power can be cut, and it can be full. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type LoopDisk = {
  /** Where it is mounted. */
  readonly path: string;
  /** What is not on the disk by now is lost: no write and no fsync succeeds any more. */
  readonly cutPower: () => void;
  /** As after the power has come back. Whoever had files open must have ended. */
  readonly mountAgain: () => void;
  /** Everything that was written so far is on the disk. */
  readonly sync: () => void;
  readonly remove: () => void;
};

/** Makes one, or says why this machine cannot: that needs root, loop devices, ext4's tools and perl. */
export function makeLoopDisk(megabytes: number): LoopDisk | { readonly cannot: string } {
  if (process.getuid?.() !== 0) return { cannot: 'only root can mount a disk' };
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-disk-'));
  const [image, path] = [join(folder, 'image'), join(folder, 'mounted')];
  writeFileSync(image, '');
  truncateSync(image, megabytes * 1024 * 1024);
  mkdirSync(path);
  const mount = () => run('mount', '-o', 'loop', image, path);
  const remove = () => {
    outcomeOf('umount', path); // it may not be mounted
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    run('perl', '-e', '1');
    // Without blocks that are kept for root, who is the one that writes here.
    run('mkfs.ext4', '-q', '-m', '0', image);
    mount();
  } catch (error) {
    remove();
    return { cannot: error instanceof Error ? error.message : String(error) };
  }
  return {
    path,
    cutPower: () => run('perl', '-e', SHUTDOWN, path),
    mountAgain: () => {
      run('umount', path);
      mount();
    },
    sync: () => run('sync', '--file-system', path),
    remove,
  };
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h): neither the pages nor the journal are written. */
const SHUTDOWN = 'open(D, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl(D, 0x8004587d, $how) or die $!';

function run(...command: readonly [string, ...string[]]): void {
  const { status, stderr, error } = outcomeOf(...command);
  if (status !== 0) throw new Error(`${command[0]} failed: ${error?.message ?? stderr.trim()}`, { cause: error });
}

function outcomeOf(program: string, ...args: readonly string[]) {
  return spawnSync(program, args, { encoding: 'utf8' });
}
