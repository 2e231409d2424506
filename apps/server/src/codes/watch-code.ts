/**
 * Codes that somebody watches: a stream of events for each page that is open. The database is looked at once a second for all codes of
 * an organization together, and only while somebody watches; nothing of it is held in between, so that the embedded one, which has a
 * single connection, stays free.
 */
import { createHash } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { OwnCodeView } from '@vidimus/protocol';
import { type Kysely, sql } from 'kysely';
import { timeFor } from '../clock.ts';
import type { Database, Mode } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { type Problem, problem } from '../http/problem.ts';
import { codeState } from './code.ts';
import { EventStream } from './event-stream.ts';
import { presentOwnCode } from './present-own-code.ts';
import type { CodeParts } from './send-code.ts';
import { type CodeRow, codeFacts } from './store.ts';

export type WatchParts = CodeParts & {
  readonly db: Kysely<Database>;
  /** Monotonic milliseconds. */
  readonly elapsedMs: () => number;
  /** Told what broke while it looked; it looks again a second later. */
  readonly failed: (error: unknown) => void;
};

export type WatchedCode = { readonly organizationId: string; readonly mode: Mode; readonly codeId: string };

/** `over`: nothing more will come, and the last of it is known already. */
export type Watching = { readonly stream: ReadableStream<Uint8Array> } | 'over';

type Watch = WatchedCode & { readonly stream: EventStream; version: string | undefined };
/** `view`: undefined where it is as it was. */
type Seen = { readonly version: string; readonly isOver: boolean; readonly view: OwnCodeView | undefined };

const LOOK_EVERY_MS = 1000;
/** Proxies give a silent connection up after 30 seconds or more. */
const HEARTBEAT_MS = 15_000;
/** Then the browser asks again by itself, and says what it saw last; one that nobody looks at any more does not. */
const LONGEST_MS = 5 * 60_000;
/** Of one code: a telephone, a desk, and a few tabs. */
const MOST_OF_A_CODE = 5;
/** Some kilobytes each. */
const MOST_ALTOGETHER = 2000;
const RETRY_AFTER_SECONDS = 10;

export class CodeWatches {
  readonly #parts: WatchParts;
  readonly #most: number;
  readonly #watches = new Set<Watch>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(parts: WatchParts, most = MOST_ALTOGETHER) {
    this.#parts = parts;
    this.#most = most;
  }

  /** Streams that are open. */
  get count(): number {
    return this.#watches.size;
  }

  /** `lastEventId`: what the browser saw last; only what is newer is sent. Refused with `server.busy` where too many watch. */
  async open(code: WatchedCode, lastEventId: string | undefined): Promise<Result<Watching, Problem>> {
    const ofCode = [...this.#watches].filter(({ codeId }) => codeId === code.codeId).length;
    if (this.#isClosed || ofCode >= MOST_OF_A_CODE || this.#watches.size >= this.#most) {
      const detail = 'Too many pages follow along. Look again from time to time instead.';
      return { ok: false, error: problem('server.busy', detail, { retryAfter: RETRY_AFTER_SECONDS }) };
    }
    const forget = () => this.#watches.delete(watch);
    const watch: Watch = { ...code, stream: new EventStream(forget, this.#parts.elapsedMs), version: lastEventId };
    // Counted before anything is waited for.
    this.#watches.add(watch);
    try {
      const seen = (await this.#look(code.organizationId, [watch])).get(watch);
      if (seen === undefined || (seen.isOver && seen.view === undefined)) {
        watch.stream.end();
        return { ok: true, value: 'over' };
      }
      this.#tell(watch, seen);
    } catch (error) {
      watch.stream.end();
      throw error;
    }
    this.#plan();
    return { ok: true, value: { stream: watch.stream.readable } };
  }

  /** Ends every stream; no other begins. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const { stream } of this.#watches) stream.end();
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#isClosed || this.#watches.size === 0) return;
    this.#timer = setTimeout(() => {
      void this.#lookAtAll().finally(() => {
        this.#timer = undefined;
        this.#plan();
      });
    }, LOOK_EVERY_MS);
  }

  async #lookAtAll(): Promise<void> {
    for (const [organizationId, watches] of Map.groupBy(this.#watches, (watch) => watch.organizationId)) {
      try {
        const seen = await this.#look(organizationId, watches);
        for (const watch of watches) this.#tell(watch, seen.get(watch));
      } catch (error) {
        this.#parts.failed(error);
      }
    }
  }

  /** In one transaction. A code that is gone is missing. */
  #look(organizationId: string, watches: readonly Watch[]): Promise<ReadonlyMap<Watch, Seen>> {
    return inTransaction(this.#parts.db, { role: 'tenant', organizationId }, async (trx) => {
      const rows = await codesWithHistories(
        trx,
        watches.map(({ codeId }) => codeId),
      );
      const found = new Map<Watch, Seen>();
      for (const watch of watches) {
        const row = rows.find(({ id, mode }) => id === watch.codeId && mode === watch.mode);
        if (row === undefined) continue;
        const now = await timeFor(trx, watch, this.#parts.clock);
        const state = codeState(codeFacts(row), now);
        const version = versionOf(row, state);
        const view = version === watch.version ? undefined : await presentOwnCode(this.#parts, trx, row, now);
        found.set(watch, { version, isOver: state !== 'waiting' && state !== 'refused', view });
      }
      return found;
    });
  }

  #tell(watch: Watch, seen: Seen | undefined): void {
    const { stream } = watch;
    if (seen?.view !== undefined) {
      watch.version = seen.version;
      stream.send({ id: seen.version, data: seen.view });
    } else if (stream.silentMs >= HEARTBEAT_MS) stream.beat();
    const isLong = this.#parts.elapsedMs() - stream.startedMs >= LONGEST_MS;
    if (seen === undefined || seen.isOver || isLong) stream.end();
  }
}

type RowWithHistory = CodeRow & { readonly happened: string };

/** Each with the number of things that happened to its messages: the history is only added to. */
function codesWithHistories(trx: DatabaseTransaction, ids: readonly string[]): Promise<readonly RowWithHistory[]> {
  return trx
    .selectFrom('contact_code as c')
    .selectAll()
    .select(
      sql<string>`(select count(*) from message m join message_event e on e.message_id = m.id
        where m.organization_id = c.organization_id and m.object_id = c.id)`.as('happened'),
    )
    .where('c.id', 'in', [...new Set(ids)])
    .execute();
}

/** Changes with whatever is shown; short, and tells nothing. */
function versionOf(row: RowWithHistory, state: string): string {
  const { tries, sends, corrected, locale, happened, last_sent_at } = row;
  const shown = JSON.stringify([state, tries, sends, corrected, locale, happened, last_sent_at]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, VERSION_CHARACTERS);
}
const VERSION_CHARACTERS = 12;
