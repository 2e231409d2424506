/** A photograph on a bad line: it arrives once, or the person learns why not. */
import { expect, test } from 'vitest';
import { type SendWorld, sendPhoto } from './send-photo.ts';

const PHOTO = new Blob(['photograph']);
type Answer = { readonly status: number; readonly code?: string } | 'dropped' | 'dropped, but arrived';

/** A server that has what arrived, behind a line that does as it is told; after that all goes well. */
function world(answers: readonly Answer[]) {
  const left = [...answers];
  const log = { puts: 0, pauses: [] as number[] };
  let arrived = 0;
  const line: SendWorld = {
    put: async (_photo, onProgress) => {
      log.puts++;
      onProgress(1);
      const answer = left.shift() ?? { status: 200 };
      if (answer === 'dropped') throw new Error('no answer');
      if (answer === 'dropped, but arrived') {
        arrived++;
        throw new Error('no answer');
      }
      if (answer.status < 300) arrived++;
      return answer;
    },
    latest: async () => (arrived === 0 ? undefined : `att_${arrived}`),
    pause: async (ms) => void log.pauses.push(ms),
  };
  return { line, log, arrived: () => arrived };
}

const send = (line: SendWorld, told: string[] = [], signal = new AbortController().signal) =>
  sendPhoto(PHOTO, { onProgress: () => told.push('sending'), onWaiting: () => told.push('waiting') }, line, signal);

test.each<[string, readonly Answer[], number]>([
  ['on a good line', [], 1],
  ['after two drops', ['dropped', 'dropped'], 3],
  ['after too many requests and trouble of ours', [{ status: 429 }, { status: 503 }], 3],
  ['when only the answer was lost', ['dropped, but arrived'], 1],
])('it arrives once %s', async (_, answers, puts) => {
  const { line, log, arrived } = world(answers);
  expect(await send(line)).toEqual({ kind: 'arrived' });
  expect([log.puts, arrived()]).toEqual([puts, 1]);
});

test('what the server refuses is not sent again', async () => {
  const { line, log } = world([{ status: 422, code: 'media.not-a-picture' }]);
  expect(await send(line)).toEqual({ kind: 'refused', code: 'media.not-a-picture' });
  expect(log.puts).toBe(1);
});

test('the person is told that the line is gone, and the pauses grow to a bound', async () => {
  const { line, log } = world(Array.from({ length: 7 }, () => 'dropped' as const));
  const told: string[] = [];
  await send(line, told);
  expect(told.filter((one) => one === 'waiting')).toHaveLength(7);
  expect(log.pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

test('who takes another photograph ends the sending of this one', async () => {
  const stop = new AbortController();
  const { line } = world(['dropped']);
  const stopping = { ...line, pause: async () => stop.abort() };
  await expect(send(stopping, [], stop.signal)).rejects.toThrow();
});
