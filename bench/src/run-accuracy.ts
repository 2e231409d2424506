import { fileURLToPath } from 'node:url';
import type { CameraVariant } from '@vidimus/specimens';
import type { WorkerReply, WorkerTask } from './accuracy-worker.ts';
import type { BenchCase } from './bench-case.ts';
import type { CaseResult } from './case-result.ts';
import { forkWorker } from './fork-worker.ts';

export type AccuracyOptions = {
  readonly cases: readonly BenchCase[];
  readonly variant: CameraVariant;
  readonly save: string | null;
  readonly drawn: string | null;
  readonly processes: number;
  readonly onProgress: (done: number, photographs: number) => void;
};

export type AccuracyRun = {
  readonly results: readonly CaseResult[];
  /** Cases that ended in a bug: the whole story of each. */
  readonly crashes: readonly { readonly bench: BenchCase; readonly failed: string }[];
};

/** Draws and checks every case in child processes; results come back in the order of the cases. */
export async function runAccuracy(options: AccuracyOptions): Promise<AccuracyRun> {
  const queue = options.cases.map((bench, index) => ({ bench, index }));
  const results: CaseResult[] = [];
  const found = new Map<number, CaseResult>();
  const crashes: AccuracyRun['crashes'][number][] = [];
  let [done, photographs] = [0, 0];
  await Promise.all(
    Array.from({ length: Math.min(options.processes, queue.length) }, async () => {
      const worker = await forkWorker<WorkerTask, WorkerReply>(WORKER);
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { variant, save, drawn } = options;
        const reply = await worker.ask({ bench: next.bench, variant, save, drawn });
        if ('result' in reply) {
          found.set(next.index, reply.result);
          photographs += reply.result.photographs;
        } else crashes.push(reply);
        options.onProgress(++done, photographs);
      }
      worker.end();
    }),
  );
  for (const index of options.cases.keys()) {
    const result = found.get(index);
    if (result !== undefined) results.push(result);
  }
  return { results, crashes };
}

const WORKER = fileURLToPath(new URL('./accuracy-worker.ts', import.meta.url));
