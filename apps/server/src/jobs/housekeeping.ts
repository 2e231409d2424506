/**
 * What a server does for itself, once an hour: signs where the audit logs stand, and gives the embedded database's dead rows back;
 * once a day it removes blobs that a crash left without a row.
 */
import type { Kysely } from 'kysely';
import type { OpenDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { inTransaction } from '../db/transaction.ts';
import type { SweptBlobs } from '../vault/sweep-blobs.ts';

export type HousekeepingParts = {
  readonly database: Pick<OpenDatabase, 'db' | 'pool' | 'kind'>;
  /** Signs the log of one organization, where it has grown. */
  readonly signLog: (organizationId: string) => Promise<void>;
  /** Removes the blobs that nothing names; the signal ends it between two of them. */
  readonly sweepBlobs?: (signal: AbortSignal) => Promise<SweptBlobs>;
  readonly onTrouble: (trouble: HousekeepingTrouble) => void;
  readonly everyMs?: number;
};

export type HousekeepingTrouble =
  | { readonly code: 'housekeeping.failed'; readonly error: unknown }
  /** Too many blobs have no row: nothing was removed, and somebody must look. */
  | { readonly code: 'housekeeping.blobs-of-nobody'; readonly blobs: number; readonly of: number };

const HOUR_MS = 60 * 60 * 1000;
/** Rounds between two looks through all blobs. */
const ROUNDS_A_DAY = 24;

/** Owns the timer. Several processes may do it at once: signing the same log twice is signing it once. */
export class Housekeeping {
  readonly #parts: HousekeepingParts;
  readonly #timer: NodeJS.Timeout;
  #round: Promise<void> = Promise.resolve();
  readonly #closing = new AbortController();
  #rounds = 0;

  constructor(parts: HousekeepingParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.round());
    }, parts.everyMs ?? HOUR_MS);
  }

  /** One round; never throws, since the next may do better. */
  async round(): Promise<void> {
    const { database, signLog, onTrouble } = this.#parts;
    try {
      for (const id of await organizations(database.db)) {
        if (this.#closing.signal.aborted) return;
        await signLog(id);
      }
      // PGlite starts no autovacuum, and rows of jobs come and go.
      if (database.kind === 'embedded') await database.pool.query('vacuum (analyze)');
      if (this.#rounds++ % ROUNDS_A_DAY === 0) await this.#sweep();
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      onTrouble({ code: 'housekeeping.failed', error });
    }
  }

  async #sweep(): Promise<void> {
    const { sweepBlobs, onTrouble } = this.#parts;
    const swept = await sweepBlobs?.(this.#closing.signal);
    if (swept === undefined || swept.suspicious === 0) return;
    onTrouble({ code: 'housekeeping.blobs-of-nobody', blobs: swept.suspicious, of: swept.seen });
  }

  /** Resolves when the running round has ended. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('the process is stopping'));
    clearInterval(this.#timer);
    await this.#round;
  }
}

async function organizations(db: Kysely<Database>): Promise<readonly string[]> {
  const rows = await inTransaction(db, { role: 'clock' }, (trx) =>
    trx.selectFrom('organization').select('id').execute(),
  );
  return rows.map(({ id }) => id);
}
