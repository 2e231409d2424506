import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { watchDecoding } from './decode-deadline.ts';

const MINUTE = 60_000;
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** What a process that runs this program is stopped for within a second, by the limit that was reached. */
async function stoppedBy(program: string, limits: { cpuMs: number; wallMs: number }): Promise<number | 'nothing'> {
  child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  // It has started when it says so: starting costs processor time.
  await new Promise((resolve) => child?.stdout?.once('data', resolve));
  const { passed, forget } = watchDecoding(child.pid ?? 0, limits);
  const second = new Promise<'nothing'>((resolve) => setTimeout(() => resolve('nothing'), 1000));
  const first = await Promise.race([passed, second]);
  forget();
  return first;
}

const WAITS = "console.log('up'); setTimeout(() => {}, 60_000)";
const WORKS = "require('fs').writeSync(1, 'up'); for (;;);";

test.runIf(process.platform === 'linux')('a process that works is stopped by its processor time', async () => {
  expect(await stoppedBy(WORKS, { cpuMs: 20, wallMs: MINUTE })).toBe(20);
});

test('a process that waits, as on a busy machine, is let be', async () => {
  expect(await stoppedBy(WAITS, { cpuMs: 200, wallMs: MINUTE })).toBe('nothing');
});

test('a process that waits for ever is stopped by the clock', async () => {
  expect(await stoppedBy(WAITS, { cpuMs: MINUTE, wallMs: 300 })).toBe(300);
});
