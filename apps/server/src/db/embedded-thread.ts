/** The thread of the embedded database, which is started anew when it ends by itself. */
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { EmbeddedWorkerData } from './embedded-worker.ts';

/** On a full disk it may fail to open many times, until there is room again. */
const TRY_AGAIN_MS = 1000;

type Thread = { readonly worker: Worker; readonly ended: Promise<void> };

/** Owns the thread. While there is none, connecting to its socket is refused. */
export class EmbeddedThread {
  readonly #workerData: EmbeddedWorkerData;
  readonly #closing = new AbortController();
  readonly #kept: Promise<void>;
  #thread: Thread | undefined;

  /** Throws when it does not open. */
  static async start(workerData: EmbeddedWorkerData): Promise<EmbeddedThread> {
    return new EmbeddedThread(workerData, await startThread(workerData));
  }

  private constructor(workerData: EmbeddedWorkerData, thread: Thread) {
    this.#workerData = workerData;
    this.#thread = thread;
    this.#kept = this.#keep(thread);
  }

  /** Ends the session in order. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#thread?.worker.postMessage('close');
    await this.#kept;
  }

  async #keep(first: Thread): Promise<void> {
    await first.ended;
    while (!this.#closing.signal.aborted) {
      this.#thread = undefined;
      // Also after a good start: one that ends at once must not start as fast as it can.
      await delay(TRY_AGAIN_MS, undefined, { signal: this.#closing.signal }).catch(ifAborted);
      if (this.#closing.signal.aborted) return;
      const next = await startThread(this.#workerData).catch(() => undefined); // the next try tells whether it opens
      this.#thread = next;
      if (this.#closing.signal.aborted) next?.worker.postMessage('close');
      await next?.ended;
    }
  }
}

async function startThread(workerData: EmbeddedWorkerData): Promise<Thread> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData,
    // Flags of the program that embeds us are not for it: `--input-type` would stop it.
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`its thread ended with ${code}`)));
  });
  return { worker, ended };
}

function ifAborted(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
