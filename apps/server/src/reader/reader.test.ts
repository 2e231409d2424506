import { readFileSync } from 'node:fs';
import { drawSpecimen } from '@vidimus/specimens';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadRequest } from './read-request.ts';
import { Reader } from './reader.ts';

const AS_OF = '2026-06-01';
const NEVER = new AbortController().signal;
let reader: Reader;
let photo: Uint8Array;

beforeAll(async () => {
  const specimen = { kind: 'passport', state: 'UTO', seed: 5, faults: [], asOf: AS_OF } as const;
  const drawn = await drawSpecimen(specimen, { variant: 'demo', widthPx: 2016, heightPx: 1512 });
  const [first] = drawn.photographs;
  if (first === undefined) throw new Error('no photograph was drawn');
  // What a phone writes beside the picture.
  photo = await sharp(first)
    .withExif({ IFD0: { Make: 'CANARY-PHONE' } })
    .jpeg({ quality: 92 })
    .toBuffer();
  reader = new Reader({ processes: 1 });
  await reader.warm();
});
afterAll(() => reader.close());

const asked = (...files: Uint8Array[]): ReadRequest => ({
  files: files.map((bytes) => ({ bytes })),
  policy: TRY_OUT_POLICY,
  asOf: AS_OF,
  claims: {},
  locale: 'en',
});

test('a photograph of a good document comes back approved, with a preview that carries no metadata', async () => {
  const outcome = await reader.read(asked(photo), NEVER);
  if (!outcome.ok) throw new Error(outcome.error.code);
  expect(outcome.value.report.outcome).toBe('approved');
  const [preview] = outcome.value.previews;
  expect(preview?.mediaId).toBe('photo_1');
  const { format, exif, width } = await sharp(preview?.jpeg).metadata();
  expect({ format, exif, width }).toEqual({ format: 'jpeg', exif: undefined, width: 1600 });
  expect(Buffer.from(photo).includes('CANARY-PHONE')).toBe(true);
});

test('a file that is no picture is a finding, not a failure', async () => {
  const outcome = await reader.read(asked(Buffer.from('I am no picture')), NEVER);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const [reason] = outcome.value.report.reasons;
  expect(outcome.value.report.outcome).toBe('action_required');
  expect(reason?.code).toMatch(/^file_/);
  expect(outcome.value.previews).toEqual([]);
});

test('a reader that is killed over a photograph says so, and the next photograph is read', async () => {
  const reading = reader.read(asked(photo), NEVER);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const [pid] = reader.pids;
  process.kill(Number(pid), 'SIGKILL');
  expect(await reading).toEqual({ ok: false, error: { code: 'reader.died', how: 'SIGKILL' } });
  expect(await reader.read(asked(photo), NEVER)).toMatchObject({
    ok: true,
    value: { report: { outcome: 'approved' } },
  });
  expect(reader.pids).not.toContain(pid);
});

test('a reader that dies while it waits is replaced', async () => {
  const [pid] = reader.pids;
  process.kill(Number(pid), 'SIGKILL');
  while (pid !== undefined && reader.pids.includes(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await reader.read(asked(photo), NEVER)).toMatchObject({ ok: true });
});

test('a reading that takes too long is given up, and the process with it', async () => {
  const hasty = new Reader({ processes: 1, limitMs: 20 });
  await hasty.warm();
  const [pid] = hasty.pids;
  expect(await hasty.read(asked(photo), NEVER)).toEqual({ ok: false, error: { code: 'reader.too-slow', limitMs: 20 } });
  await hasty.close();
  expect(isAlive(Number(pid))).toBe(false);
});

test('whoever stops waiting gets its answer at once, also in the queue; more than may wait are sent away', async () => {
  const queued = new Reader({ processes: 1, mostWaiting: 1 });
  await queued.warm();
  const stop = new AbortController();
  const first = queued.read(asked(photo), stop.signal);
  const second = queued.read(asked(photo), stop.signal);
  expect(await queued.read(asked(photo), NEVER)).toEqual({ ok: false, error: { code: 'reader.busy', waiting: 1 } });
  stop.abort();
  const stopped = { ok: false, error: { code: 'reader.stopped' } };
  expect(await Promise.all([first, second])).toEqual([stopped, stopped]);
  expect(await queued.read(asked(photo), NEVER)).toMatchObject({ ok: true });
  await queued.close();
  expect(await queued.read(asked(photo), NEVER)).toEqual(stopped);
});

test.runIf(process.platform === 'linux')(
  'the reader is given nothing of the environment, where the secrets are',
  () => {
    const [pid] = reader.pids;
    const names = readFileSync(`/proc/${pid}/environ`, 'latin1')
      .split('\0')
      .map((pair) => pair.split('=')[0]);
    const allowed = [
      'PATH',
      'LD_LIBRARY_PATH',
      'SystemRoot',
      'TZ',
      'NODE_COMPILE_CACHE',
      'MALLOC_ARENA_MAX',
      'NODE_CHANNEL_FD',
      'NODE_CHANNEL_SERIALIZATION_MODE',
      '',
    ];
    expect(names.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
  },
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
