/** Looks at every organization's messages again and again: a few seconds late an outage is as good as told at once. */
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';

export type DeliveryWatchTrouble = { readonly code: 'delivery-watch.failed'; readonly error: unknown };

export type DeliveryWatchParts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  /** As that organization. */
  readonly look: (trx: DatabaseTransaction, organizationId: string, now: Date) => Promise<void>;
  readonly onTrouble: (trouble: DeliveryWatchTrouble) => void;
  readonly everyMs?: number;
};

const EVERY_MS = 15_000;
/** Counting may take this part of the time, and no more: where there is much to count, it is counted less often. */
const SHARE_OF_TIME = 0.05;
/** As in `count-messages.ts`: a change is committed a little after its moment. */
const COMMITTED_WITHIN_MS = 2 * 60 * 1000;

/** Owns the timer. Several processes may do it at once. */
export class DeliveryWatch {
  readonly #parts: DeliveryWatchParts;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: DeliveryWatchParts) {
    this.#parts = parts;
  }

  /** The first round begins at once. */
  start(): void {
    const startedAt = performance.now();
    this.#round = this.round().then(() => {
      if (this.#isClosed) return;
      const tookMs = performance.now() - startedAt;
      const waitMs = Math.max(this.#parts.everyMs ?? EVERY_MS, tookMs / SHARE_OF_TIME);
      this.#timer = setTimeout(() => this.start(), waitMs);
    });
  }

  /** One round; never throws, since the next may do better. */
  async round(): Promise<void> {
    const { db, clock, look, onTrouble } = this.#parts;
    try {
      const ids = await inTransaction(db, { role: 'clock' }, (trx) => organizationsToLookAt(trx, clock()));
      for (const organizationId of ids) {
        if (this.#isClosed) return;
        // What is wrong with one keeps nobody from the others.
        await inTransaction(db, { role: 'tenant', organizationId }, (trx) => look(trx, organizationId, clock())).catch(
          (error: unknown) => onTrouble({ code: 'delivery-watch.failed', error }),
        );
      }
    } catch (error) {
      onTrouble({ code: 'delivery-watch.failed', error });
    }
  }

  /** Resolves when the running round has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#round;
  }
}

/** Of which a message changed since it was counted, or an outage lasts. */
async function organizationsToLookAt(trx: DatabaseTransaction, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organization o left join delivery_watch w on w.organization_id = o.id
    where exists (select from message m where m.organization_id = o.id and m.updated_at >= coalesce(
        least(w.counted_until, ${now}) - ${COMMITTED_WITHIN_MS} * interval '1 millisecond', '-infinity'))
      or exists (select from outage u where u.organization_id = o.id and u.ended_at is null)
    order by o.id`.execute(trx);
  return rows.map(({ id }) => id);
}
