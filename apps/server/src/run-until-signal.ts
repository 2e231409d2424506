/** Signals and exit statuses of a process that serves. */
import type { Result } from '@vidimus/engine/standards';
import type { Running } from './serve.ts';

/** What whoever started the process learns from its end. */
export const SERVE_EXIT = {
  /** Stopped in order, as it was asked to. */
  stopped: 0,
  /** Asked twice, or it could not close in order; what was under way is done again at the next start. */
  cutShort: 1,
  /** Did not start; why was told. */
  couldNotRun: 2,
} as const;
export type ServeExit = (typeof SERVE_EXIT)[keyof typeof SERVE_EXIT];

/** The smallest part of `process` that is needed. */
export type SignalSource = {
  readonly on: (signal: 'SIGTERM' | 'SIGINT', listener: () => void) => unknown;
};

/**
 * Starts, waits for SIGTERM or SIGINT, and closes. A signal that comes while it starts lets it start first: half-open parts
 * close worse. The first signal is answered with a word, the second does not wait.
 */
export async function runUntilSignal<Refused>(
  signals: SignalSource,
  start: () => Promise<Result<Running, Refused>>,
  tell: (refused: Refused) => void,
  answer: (words: string) => void,
): Promise<ServeExit> {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<ServeExit>();
  let asked = 0;
  let isStarting = true;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    signals.on(signal, () => {
      asked += 1;
      if (asked === 1) {
        answer(isStarting ? 'Still starting; stops as soon as it can …' : 'Stopping …');
        first.resolve();
      } else second.resolve(SERVE_EXIT.cutShort);
    });
  }
  const started = start().finally(() => {
    isStarting = false;
  });
  return Promise.race([second.promise, startAndStop(started, tell, first.promise)]);
}

async function startAndStop<Refused>(
  starting: Promise<Result<Running, Refused>>,
  tell: (refused: Refused) => void,
  stop: Promise<void>,
): Promise<ServeExit> {
  const started = await starting;
  if (!started.ok) {
    tell(started.error);
    return SERVE_EXIT.couldNotRun;
  }
  await stop;
  await started.value.close();
  return SERVE_EXIT.stopped;
}
