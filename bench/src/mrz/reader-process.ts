import { fileURLToPath } from 'node:url';
import { cpuTimeMs } from '../cpu-time.ts';
import { type ForkedWorker, forkWorker } from '../fork-worker.ts';
import { PeakMemory } from '../peak-memory.ts';
import type { ReaderReply, ReaderTask } from './reader-worker.ts';
import type { ReaderKind, ZoneReading } from './zone-reader.ts';

/** What came of one picture; a reader that fails or takes for ever has found nothing, and the results say how often. */
export type TimedReading = ZoneReading & {
  readonly wholeMs: number;
  readonly cpuMs: number;
  readonly failed: string | null;
};

/** No picture is worth more (milliseconds). */
const MOST_MS = 600_000;
const WORKER = fileURLToPath(new URL('./reader-worker.ts', import.meta.url));

type Worker = ForkedWorker<ReaderTask, ReaderReply>;

/** A reader in a process of its own, on one core where the machine lets us; started again when it dies. */
export class ReaderProcess {
  readonly #kind: ReaderKind;
  readonly #peers: string | null;
  readonly #starter: readonly [string, ...string[]] | null;
  #worker: Worker | undefined;
  #peakMib = 0;

  constructor(kind: ReaderKind, peers: string | null, starter: readonly [string, ...string[]] | null) {
    this.#kind = kind;
    this.#peers = peers;
    this.#starter = starter;
  }

  /** Of the process and what it started, MiB. */
  get peakMib(): number {
    return this.#peakMib;
  }

  async read(path: string): Promise<TimedReading> {
    try {
      this.#worker ??= await this.#start();
    } catch (error) {
      return { lines: null, wholeMs: 0, cpuMs: 0, failed: wordsOf(error) };
    }
    const { pid } = this.#worker;
    const memory = new PeakMemory(pid);
    const [begun, cpuBegun] = [performance.now(), cpuTimeMs(pid)];
    memory.start();
    const reply = await this.#ask(this.#worker, path);
    memory.stop();
    this.#peakMib = Math.max(this.#peakMib, memory.peakMib);
    const cpuMs = Math.max(0, cpuTimeMs(pid) - cpuBegun);
    if (reply.ok) return { ...reply.reading, wholeMs: reply.wholeMs, cpuMs, failed: null };
    return { lines: null, wholeMs: performance.now() - begun, cpuMs, failed: reply.failed };
  }

  close(): void {
    this.#worker?.end();
    this.#worker = undefined;
  }

  #start(): Promise<Worker> {
    return forkWorker<ReaderTask, ReaderReply>(WORKER, {
      args: [this.#kind.name, this.#peers ?? ''],
      ...(this.#starter === null ? {} : { starter: this.#starter }),
    });
  }

  async #ask(worker: Worker, path: string): Promise<ReaderReply> {
    const alarm = setTimeout(worker.kill, MOST_MS);
    try {
      return await worker.ask({ path });
    } catch (error) {
      this.#worker = undefined; // it ended: the next picture starts another
      return { ok: false, failed: wordsOf(error) };
    } finally {
      clearTimeout(alarm);
    }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
