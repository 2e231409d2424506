import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CameraVariant } from '@vidimus/specimens';
import type { BenchCase } from './bench-case.ts';
import { type CaseResult, compareCase } from './case-result.ts';
import { BENCH_DAY, drawnSpecimen, nameOfCase } from './drawn-specimens.ts';
import { AMPLE_BUDGET_MS, type BenchEngine, openBenchEngine } from './engine-adapter.ts';
import { isWrong } from './score.ts';

/** What the parent sends: one case at a time, so that no process waits for another. */
export type WorkerTask = {
  readonly bench: BenchCase;
  readonly variant: CameraVariant;
  readonly save: string | null;
  readonly drawn: string | null;
};
export type WorkerReply = { readonly result: CaseResult } | { readonly failed: string; readonly bench: BenchCase };

async function workThrough(engine: BenchEngine, task: WorkerTask): Promise<CaseResult> {
  const { bench, variant, save, drawn } = task;
  const specimen = await drawnSpecimen(bench, variant, drawn);
  const verdict = await engine.check(specimen.photographs, BENCH_DAY);
  const result = compareCase(bench, specimen.truth, verdict);
  if (save !== null && isWrong(result)) {
    await mkdir(save, { recursive: true });
    const name = nameOfCase(bench, variant);
    for (const [index, jpeg] of specimen.photographs.entries())
      await writeFile(join(save, `${name}-${index}.jpg`), jpeg);
    await writeFile(join(save, `${name}.json`), JSON.stringify({ result, verdict, truth: specimen.truth }, null, 1));
  }
  return result;
}

if (process.send !== undefined) {
  const engine = await openBenchEngine({ budgetMs: AMPLE_BUDGET_MS });
  process.on('disconnect', () => void engine.close().then(() => process.exit(0)));
  process.on('message', (task: WorkerTask) => {
    const reply = (message: WorkerReply): void => void process.send?.(message);
    workThrough(engine, task).then(
      (result) => reply({ result }),
      (error: unknown) =>
        reply({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error), bench: task.bench }),
    );
  });
  process.send('ready');
}
