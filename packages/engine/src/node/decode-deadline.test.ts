import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { watchDecoding } from './decode-deadline.ts';

const MINUTE = 60_000;
/** Of a test, on a machine that does ten other things. */
const PATIENCE_MS = 30_000;
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** The limit that stops a process which runs this program, or 'nothing' within so long. */
async function stoppedBy(
  program: string,
  limits: { readonly cpuMs: number; readonly wallMs: number },
  withinMs: number,
): Promise<number | 'nothing'> {
  child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  // It has started when it says so: starting costs processor time.
  await new Promise((resolve) => child?.stdout?.once('data', resolve));
  const { passed, forget } = watchDecoding(child.pid ?? 0, limits);
  const nothing = new Promise<'nothing'>((resolve) => setTimeout(() => resolve('nothing'), withinMs));
  const first = await Promise.race([passed, nothing]);
  forget();
  return first;
}

const WAITS = "console.log('up'); setTimeout(() => {}, 60_000)";
const WORKS = "require('fs').writeSync(1, 'up'); for (;;);";

test.runIf(process.platform === 'linux')(
  'a process that works is stopped by its processor time',
  {
    timeout: PATIENCE_MS,
  },
  async () => {
    expect(await stoppedBy(WORKS, { cpuMs: 20, wallMs: MINUTE }, PATIENCE_MS)).toBe(20);
  },
);

test('a process that waits, as on a busy machine, is let be', { timeout: PATIENCE_MS }, async () => {
  expect(await stoppedBy(WAITS, { cpuMs: 200, wallMs: MINUTE }, 1000)).toBe('nothing');
});

test('a process that waits for ever is stopped by the clock', { timeout: PATIENCE_MS }, async () => {
  expect(await stoppedBy(WAITS, { cpuMs: MINUTE, wallMs: 300 }, PATIENCE_MS)).toBe(300);
});
