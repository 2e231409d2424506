/** What comes due by itself: dates that pass, and rows that nobody needs any more. */
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { DUE_KINDS, type DueVerification, findDue } from './find-due.ts';

/**
 * What is done about it. Called again at the next round, and by every worker process, until the row says that it is done: a
 * handler looks at the row again, under a lock, in its own transaction.
 */
export type SweepHandlers = {
  /** It waits longer than was promised. */
  readonly overdue: (due: DueVerification, signal: AbortSignal) => Promise<void>;
  /** The applicant did not come (back) in time. */
  readonly expired: (due: DueVerification, signal: AbortSignal) => Promise<void>;
  /** What it holds is to be erased. */
  readonly redactable: (due: DueVerification, signal: AbortSignal) => Promise<void>;
  /** The recovery of an account that it is for goes on. */
  readonly recovering: (due: DueVerification, signal: AbortSignal) => Promise<void>;
};

export type SweepTrouble =
  | { readonly code: 'sweep.handler-failed'; readonly due: DueVerification; readonly error: unknown }
  | { readonly code: 'sweep.round-failed'; readonly error: unknown };

export type SweepOptions = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly handlers: SweepHandlers;
  readonly onTrouble: (trouble: SweepTrouble) => void;
  readonly everyMs?: number;
};

/** Owns the timer. */
export class Sweep {
  readonly #options: SweepOptions;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(options: SweepOptions) {
    this.#options = options;
  }

  /** The first round begins at once. */
  start(): void {
    this.#round = this.round().then(() => {
      if (this.#stopping.signal.aborted) return;
      this.#timer = setTimeout(() => this.start(), this.#options.everyMs ?? EVERY_MS);
    });
  }

  /** One round; never throws, since the next may do better. */
  async round(): Promise<void> {
    const { db, clock, handlers, onTrouble } = this.#options;
    try {
      const now = clock();
      const due = await inTransaction(db, { role: 'clock' }, async (trx) => {
        await forgetOldRequests(trx, now);
        return findDue(trx, now);
      });
      for (const name of DUE_KINDS) {
        for (const one of due[name]) {
          if (this.#stopping.signal.aborted) return;
          await handlers[name](one, this.#stopping.signal).catch((error: unknown) =>
            onTrouble({ code: 'sweep.handler-failed', due: one, error }),
          );
        }
      }
    } catch (error) {
      onTrouble({ code: 'sweep.round-failed', error });
    }
  }

  /** Resolves when the running round has ended. */
  async close(): Promise<void> {
    this.#stopping.abort(new Error('the process is stopping'));
    clearTimeout(this.#timer);
    await this.#round;
  }
}

const EVERY_MS = 15_000;
/** How long an answer is kept for a request that is sent again with the same key. */
const KEPT_MS = 24 * 60 * 60 * 1000;

async function forgetOldRequests(trx: DatabaseTransaction, now: Date): Promise<void> {
  await trx
    .deleteFrom('idempotency')
    .where('created_at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}
