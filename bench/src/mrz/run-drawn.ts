import { fileURLToPath } from 'node:url';
import { forkWorker } from '../fork-worker.ts';
import { type DrawnCase, nameOfDrawn } from './drawn-photo.ts';
import type { DrawnReply, DrawnResult, DrawnTask } from './drawn-worker.ts';

export type DrawnRun = {
  /** In the order of the cases. */
  readonly results: readonly DrawnResult[];
  /** Cases that ended in a bug: the whole story of each. */
  readonly crashes: readonly { readonly name: string; readonly failed: string }[];
};

export type DrawnOptions = {
  readonly cases: readonly DrawnCase[];
  /** Names of the readers that read the case of that number. */
  readonly readersOf: (index: number) => readonly string[];
  /** Photographs are drawn there, and taken from there when they were drawn before. */
  readonly folder: string;
  readonly processes: number;
  readonly onProgress: (done: number, of: number) => void;
};

/** Draws and reads every case in child processes. */
export async function runDrawn(options: DrawnOptions): Promise<DrawnRun> {
  const { cases, readersOf, folder, processes, onProgress } = options;
  const queue = [...cases.entries()];
  const found = new Map<number, DrawnResult>();
  const crashes: DrawnRun['crashes'][number][] = [];
  let done = 0;
  await Promise.all(
    Array.from({ length: Math.min(processes, queue.length) }, async () => {
      const worker = await forkWorker<DrawnTask, DrawnReply>(WORKER);
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, drawn] = next;
        const reply = await worker.ask({ drawn, folder, readers: readersOf(index) });
        if (reply.ok) found.set(index, reply.result);
        else crashes.push({ name: nameOfDrawn(drawn), failed: reply.failed });
        onProgress(++done, cases.length);
      }
      worker.end();
    }),
  );
  const results = [...cases.keys()].flatMap((index) => found.get(index) ?? []);
  return { results, crashes };
}

const WORKER = fileURLToPath(new URL('./drawn-worker.ts', import.meta.url));
