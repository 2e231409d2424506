import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vidimus-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a directory has one owner at a time', async () => {
  const first = await lockDirectory(directory);
  const second = await lockDirectory(directory);
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, error: { code: 'database.directory-taken', directory } });
});

test('of many who ask at once one gets it, and the others are told', async () => {
  const asked = await Promise.all(Array.from({ length: 12 }, () => lockDirectory(directory)));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await lockDirectory(directory)).toMatchObject({ ok: false });
});

test('a released directory is free again, and old locks do not pile up', async () => {
  for (let turn = 0; turn < 3; turn++) {
    const lock = await lockDirectory(directory);
    if (!lock.ok) throw new Error('the directory was free');
    lock.value.release();
    expect(readdirSync(directory)).toHaveLength(1);
  }
});

test('an owner that was killed does not keep the directory', async () => {
  const owner = spawn(process.execPath, ['--input-type=module', '-e', ownerScript(directory)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => owner.stdout.once('data', resolve));
  expect(await lockDirectory(directory)).toMatchObject({ ok: false });
  owner.kill('SIGKILL');
  await new Promise((resolve) => owner.once('exit', resolve));
  expect(await lockDirectory(directory)).toMatchObject({ ok: true });
});

test.runIf(process.platform === 'linux')('a path that is too long for a socket is locked all the same', async () => {
  const long = join(directory, 'x'.repeat(120));
  mkdirSync(long);
  const first = await lockDirectory(long);
  expect(first.ok).toBe(true);
  expect(await lockDirectory(long)).toMatchObject({ ok: false });
});

function ownerScript(taken: string): string {
  const module = JSON.stringify(new URL('./directory-lock.ts', import.meta.url).href);
  return `const { lockDirectory } = await import(${module});
    await lockDirectory(${JSON.stringify(taken)});
    process.stdout.write('taken');
    setInterval(() => {}, 1000);`;
}
