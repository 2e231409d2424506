/** What a server does for itself, once an hour: signs where the audit logs stand, and gives the embedded database's dead rows back. */
import type { Kysely } from 'kysely';
import type { OpenDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { inTransaction } from '../db/transaction.ts';

export type HousekeepingParts = {
  readonly database: Pick<OpenDatabase, 'db' | 'pool' | 'kind'>;
  /** Signs the log of one organization, where it has grown. */
  readonly signLog: (organizationId: string) => Promise<void>;
  readonly onTrouble: (trouble: HousekeepingTrouble) => void;
  readonly everyMs?: number;
};

export type HousekeepingTrouble = { readonly code: 'housekeeping.failed'; readonly error: unknown };

const HOUR_MS = 60 * 60 * 1000;

/** Owns the timer. Several processes may do it at once: signing the same log twice is signing it once. */
export class Housekeeping {
  readonly #parts: HousekeepingParts;
  readonly #timer: NodeJS.Timeout;
  #round: Promise<void> = Promise.resolve();
  #isClosed = false;

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
        if (this.#isClosed) return;
        await signLog(id);
      }
      // PGlite starts no autovacuum, and rows of jobs come and go.
      if (database.kind === 'embedded') await database.pool.query('vacuum (analyze)');
    } catch (error) {
      onTrouble({ code: 'housekeeping.failed', error });
    }
  }

  /** Resolves when the running round has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
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
