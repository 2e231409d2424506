import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ModelName } from '../models/index.ts';
import type { Tensor } from '../ports.ts';

export type ModelThreadData = { readonly threads: number };

export type ModelTask =
  | { readonly kind: 'run'; readonly id: number; readonly model: ModelName; readonly input: Tensor }
  | { readonly kind: 'warm'; readonly models: readonly ModelName[] }
  | { readonly kind: 'close' };

type Outputs = Readonly<Record<string, Tensor>>;

export type ModelReply =
  | { readonly id: number; readonly ok: true; readonly outputs: Outputs }
  | { readonly id: number; readonly ok: false; readonly message: string };

/**
 * Model sessions on a thread of their own: onnxruntime-node runs a model on the thread that asks, which would stand still
 * for half of every photo. Here the next line is cut out while the last is read. A thread that died is replaced when next asked.
 */
export class ModelThread {
  readonly #data: ModelThreadData;
  readonly #waiting = new Map<number, PromiseWithResolvers<Outputs>>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(threads: number) {
    this.#data = { threads };
  }

  /** Runs a model with one input and gives every output by name. The input is moved there, and empty afterwards. */
  infer(model: ModelName, input: Tensor): Promise<Outputs> {
    const worker = this.#open();
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<Outputs>();
    this.#waiting.set(id, answer);
    worker.ref();
    worker.postMessage({ kind: 'run', id, model, input } satisfies ModelTask, wholeBuffer(input));
    return answer.promise;
  }

  /** Opens models ahead of the first photo; what fails will fail again, and be told, when it is asked for. */
  warm(models: readonly ModelName[]): void {
    this.#open().postMessage({ kind: 'warm', models } satisfies ModelTask);
  }

  /** Resolves when the thread is gone. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage({ kind: 'close' } satisfies ModelTask);
    await ended;
  }

  #open(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    // Flags of the program that embeds us are not for it: `--input-type` would stop it.
    const worker = new Worker(ENTRY, { workerData: this.#data, execArgv: [] });
    worker.on('message', (reply: ModelReply) => this.#settle(reply));
    worker.on('error', (cause) => this.#fail(worker, cause instanceof Error ? cause.message : String(cause)));
    worker.on('exit', () => this.#fail(worker, 'the thread of the models ended'));
    // A thread that waits does not keep our own process from ending.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #settle(reply: ModelReply): void {
    const answer = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (reply.ok) answer?.resolve(reply.outputs);
    else answer?.reject(new Error(reply.message));
  }

  #fail(worker: Worker, message: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const unanswered = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const answer of unanswered) answer.reject(new Error(message));
  }
}

/** What can be moved to another thread. A part of a larger array cannot: it is copied. */
function wholeBuffer({ data: { buffer, byteLength } }: Tensor): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** `.ts` when run from source, `.js` when run from a published package. */
const ENTRY = fileURLToPath(new URL(`./model-thread-main${import.meta.url.slice(-'.ts'.length)}`, import.meta.url));
