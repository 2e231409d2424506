/** Reads documents in processes of their own, so that a photograph that kills its reader takes down nothing else. */
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '@vidimus/engine/standards';
import type { DrawRequest, ReaderFailure, ReadRequest } from './read-request.ts';
import { type DrawOutcome, ReaderChild, type ReadOutcome } from './reader-child.ts';

export type ReaderOptions = {
  /** Processes, each with models of its own in memory. */
  readonly processes?: number;
  /** Of one reading, without the wait for a free process. */
  readonly limitMs?: number;
  /** Requests that may wait for a free process. */
  readonly mostWaiting?: number;
};

type Outcome<Answer> = Result<Answer, ReaderFailure>;
type Work<Answer> = (child: ReaderChild, signal: AbortSignal) => Promise<Outcome<Answer>>;
/** Asks the process that became free, or nobody where there is none any more, and tells whoever waits. */
type Waiting = { readonly serve: (child: ReaderChild | undefined) => Promise<Outcome<unknown>> };

/** Owns the processes. Those that died are replaced; after deaths in a row, with growing patience. */
export class Reader {
  readonly processes: number;
  readonly #limitMs: number;
  readonly #mostWaiting: number;
  readonly #threads: number;
  readonly #stopping = new AbortController();
  readonly #slots: readonly Slot[];
  readonly #waiting: Waiting[] = [];

  constructor(options: ReaderOptions = {}) {
    const cores = availableParallelism();
    this.processes = options.processes ?? Math.min(MOST_PROCESSES, cores);
    this.#limitMs = options.limitMs ?? LIMIT_MS;
    this.#mostWaiting = options.mostWaiting ?? MOST_WAITING;
    this.#threads = Math.max(1, Math.floor(cores / this.processes));
    this.#slots = Array.from({ length: this.processes }, () => new Slot());
  }

  /** Of the processes that are up. */
  get pids(): readonly number[] {
    return this.#slots.flatMap(({ child }) => (child?.usable && child.pid !== undefined ? [child.pid] : []));
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Starts every process ahead of the first photograph. Resolves when each listens, or has died over it; models may still load. */
  async warm(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.open({ threads: this.#threads }, this.#stopping.signal)));
  }

  /** Never throws. The signal ends the reading, and with it the process that reads. */
  async read(request: ReadRequest, signal: AbortSignal): Promise<ReadOutcome> {
    return this.#queue((child, either) => child.read(request, this.#limitMs, either), signal);
  }

  /** A picture that is no document, drawn anew where strangers' files are decoded. The same in everything else. */
  async draw(request: DrawRequest, signal: AbortSignal): Promise<DrawOutcome> {
    return this.#queue((child, either) => child.draw(request, this.#limitMs, either), signal);
  }

  async #queue<Answer>(work: Work<Answer>, signal: AbortSignal): Promise<Outcome<Answer>> {
    const either = AbortSignal.any([signal, this.#stopping.signal]);
    if (either.aborted) return STOPPED;
    const { length } = this.#waiting;
    const isAnyFree = this.#slots.some(({ busy }) => !busy);
    if (!isAnyFree && length >= this.#mostWaiting)
      return { ok: false, error: { code: 'reader.busy', waiting: length } };
    const outcome = Promise.withResolvers<Outcome<Answer>>();
    const waiting: Waiting = {
      serve: async (child) => {
        const worked = child === undefined ? STOPPED : await work(child, either);
        outcome.resolve(worked);
        return worked;
      },
    };
    const leave = () => {
      const at = this.#waiting.indexOf(waiting);
      if (at >= 0) this.#waiting.splice(at, 1);
      outcome.resolve(STOPPED);
    };
    either.addEventListener('abort', leave, { once: true });
    this.#waiting.push(waiting);
    for (const slot of this.#slots) if (!slot.busy) void this.#serve(slot);
    return outcome.promise.finally(() => either.removeEventListener('abort', leave));
  }

  /** Ends what is being read, and resolves when every process is gone. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  async #serve(slot: Slot): Promise<void> {
    slot.busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const child = await slot.open({ threads: this.#threads }, this.#stopping.signal);
      slot.note(await next.serve(child));
    }
    slot.busy = false;
    // The next photograph should not have to wait for the models.
    if (!this.#stopping.signal.aborted) void slot.open({ threads: this.#threads }, this.#stopping.signal);
  }
}

/** A place for one process, and what happened to those that had it. */
class Slot {
  child: ReaderChild | undefined;
  busy = false;
  #opening: Promise<ReaderChild | undefined> | undefined;
  #deaths = 0;

  /** The process that lives here, started anew where the last one died; nothing when we are stopping. */
  async open(settings: { readonly threads: number }, stopping: AbortSignal): Promise<ReaderChild | undefined> {
    if (this.child?.usable) return this.child;
    this.#opening ??= this.#start(settings, stopping).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  note(outcome: Outcome<unknown>): void {
    if (outcome.ok) this.#deaths = 0;
    else if (outcome.error.code === 'reader.died') this.#deaths += 1;
  }

  async close(): Promise<void> {
    await this.#opening;
    await this.child?.close();
  }

  async #start(settings: { readonly threads: number }, stopping: AbortSignal): Promise<ReaderChild | undefined> {
    // One death may be the photograph's; several in a row are ours, and a start costs the machine a second.
    const patienceMs = this.#deaths < 2 ? 0 : Math.min(MOST_PATIENCE_MS, 2 ** (this.#deaths - 2) * FIRST_PATIENCE_MS);
    // Cut short when we are stopping, which the next line sees.
    await delay(patienceMs, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return undefined;
    this.child = await ReaderChild.start(settings, stopping);
    return this.child;
  }
}

const STOPPED = { ok: false, error: { code: 'reader.stopped' } } as const satisfies Outcome<never>;
/** More help little: a reading keeps a core busy, and the server needs some, too. */
const MOST_PROCESSES = 2;
/** Many times what a reading takes; a photograph that needs longer does not end. */
const LIMIT_MS = 60_000;
const MOST_WAITING = 16;
const FIRST_PATIENCE_MS = 500;
const MOST_PATIENCE_MS = 30_000;
