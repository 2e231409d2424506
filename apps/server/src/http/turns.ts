/**
 * How many requests are at the database at a time. The others wait in a line of bounded length: however many come, the jobs that they
 * set off get their share of the connections, and whoever waits is answered in a time that somebody still waits for.
 */
import type { Result } from '@vidimus/engine/standards';
import { type Problem, problem } from './problem.ts';

export type Turns = {
  /** Does it when it is its turn, or refuses (`server.busy`) where too many wait. */
  readonly take: <T>(work: () => Promise<T>) => Promise<Result<T, Problem>>;
  /** For a request that had a turn: goes before those that had none, and is never refused. */
  readonly takeAgain: <T>(work: () => Promise<T>) => Promise<T>;
};

const RETRY_SECONDS = 5;

export function openTurns({ atOnce, waiting: most }: { readonly atOnce: number; readonly waiting: number }): Turns {
  const begun: (() => void)[] = [];
  const fresh: (() => void)[] = [];
  let busy = 0;
  const turnIn = async (line: (() => void)[]): Promise<void> => {
    if (busy < atOnce) busy += 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  };
  const endTurn = () => {
    const next = begun.shift() ?? fresh.shift();
    if (next === undefined) busy -= 1;
    else next();
  };
  const inTurn = async <T>(line: (() => void)[], work: () => Promise<T>): Promise<T> => {
    await turnIn(line);
    try {
      return await work();
    } finally {
      endTurn();
    }
  };
  return {
    take: async (work) => {
      if (busy >= atOnce && fresh.length >= most) {
        const detail = 'Too many requests wait already. Nothing of this one was done; send it again.';
        return { ok: false, error: problem('server.busy', detail, { retryAfter: RETRY_SECONDS }) };
      }
      return { ok: true, value: await inTurn(fresh, work) };
    },
    takeAgain: (work) => inTurn(begun, work),
  };
}
