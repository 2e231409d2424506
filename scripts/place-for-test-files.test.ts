import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeForgotten } from './place-for-test-files.ts';

const HOUR_MS = 3600 * 1000;
let inMemory = '';
beforeEach(() => {
  inMemory = mkdtempSync(join(tmpdir(), 'vidimus-place-'));
});
afterEach(() => rmSync(inMemory, { recursive: true, force: true }));

/** A run's folder with a file in it, last used so long ago. */
function folderOf(run: string, hoursAgo: number): string {
  const folder = join(inMemory, run);
  mkdirSync(join(folder, 'disk'), { recursive: true });
  writeFileSync(join(folder, 'disk', 'file'), '');
  const used = new Date(Date.now() - hoursAgo * HOUR_MS);
  utimesSync(folder, used, used);
  return folder;
}

test('what a run left that was killed hours ago is removed, and nothing else', () => {
  const folders = [folderOf('vidimus-tests-old', 4), folderOf('vidimus-tests-new', 1), folderOf('others', 4)];
  removeForgotten(inMemory, () => {});
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, true, true]);
});

test('what cannot be removed is told and stops nothing', (context) => {
  const stuck = folderOf('vidimus-tests-a', 4);
  const old = folderOf('vidimus-tests-b', 4);
  const disk = join(stuck, 'disk');
  const isRoot = process.getuid?.() === 0;
  // Root may remove anything but a disk that is mounted.
  if (isRoot && spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]).status !== 0)
    return context.skip('nothing can be mounted');
  if (!isRoot) chmodSync(disk, 0o500);
  const said: string[] = [];
  try {
    removeForgotten(inMemory, (line) => said.push(line));
  } finally {
    if (isRoot) spawnSync('umount', [disk]);
    else chmodSync(disk, 0o700);
  }
  expect([existsSync(stuck), existsSync(old)]).toEqual([true, false]);
  expect(said).toEqual([expect.stringContaining(`${stuck} cannot be removed, and takes memory: `)]);
});
