/** What comes due by itself: dates that pass, and rows that nobody needs any more. */
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database, Mode } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';

export type DueVerification = {
  readonly organizationId: string;
  readonly verificationId: string;
  readonly mode: Mode;
};

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
      for (const name of ['overdue', 'expired', 'redactable'] as const) {
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
/** Of a kind in one round, so that a long backlog does not keep the others waiting. */
const MOST_AT_A_TIME = 200;
/** How long an answer is kept for a request that is sent again with the same key. */
const KEPT_MS = 24 * 60 * 60 * 1000;

async function forgetOldRequests(trx: DatabaseTransaction, now: Date): Promise<void> {
  await trx
    .deleteFrom('idempotency')
    .where('created_at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}

async function findDue(trx: DatabaseTransaction, now: Date) {
  const dueBy = (column: 'expected_by' | 'expires_at' | 'redact_at') =>
    trx
      .selectFrom('verification as v')
      .leftJoin('test_clock as c', 'c.organization_id', 'v.organization_id')
      .select(['v.organization_id as organizationId', 'v.id as verificationId', 'v.mode'])
      // In test mode time is what the organization says it is.
      .where(
        sql<SqlBool>`v.${sql.ref(column)} <= case when v.mode = 'test' then coalesce(c.now, ${now}) else ${now} end`,
      )
      .orderBy(`v.${column}`)
      .limit(MOST_AT_A_TIME);
  return {
    overdue: await dueBy('expected_by')
      .where('v.state', 'in', ['processing', 'delayed', 'in_review'])
      .where('v.overdue_told_at', 'is', null)
      .execute(),
    expired: await dueBy('expires_at').where('v.state', 'in', ['created', 'open', 'action_required']).execute(),
    redactable: await dueBy('redact_at').where('v.redaction', '=', 'scheduled').execute(),
  };
}
