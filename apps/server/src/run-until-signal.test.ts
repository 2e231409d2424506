import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { runUntilSignal, SERVE_EXIT } from './run-until-signal.ts';

type Started = { readonly ok: true; readonly value: { readonly url: undefined; readonly close: () => Promise<void> } };
const STARTED: Started = { ok: true, value: { url: undefined, close: async () => {} } };

function run() {
  const [signals, words, starting] = [new EventEmitter(), [] as string[], Promise.withResolvers<Started>()];
  const ended = runUntilSignal(
    signals,
    () => starting.promise,
    () => {},
    (word) => words.push(word),
  );
  return { signals, words, starting, ended };
}

test('a signal is answered with a word', async () => {
  const { signals, words, starting, ended } = run();
  starting.resolve(STARTED);
  await new Promise(setImmediate);
  signals.emit('SIGINT');
  expect(await ended).toBe(SERVE_EXIT.stopped);
  expect(words).toEqual(['Stopping …']);
});

test('so is one that comes during the start, which goes on', async () => {
  const { signals, words, starting, ended } = run();
  signals.emit('SIGTERM');
  expect(words).toEqual(['Still starting; stops as soon as it can …']);
  starting.resolve(STARTED);
  expect(await ended).toBe(SERVE_EXIT.stopped);
});
