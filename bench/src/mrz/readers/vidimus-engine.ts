import { readFile } from 'node:fs/promises';
import { BENCH_DAY } from '../../drawn-specimens.ts';
import { AMPLE_BUDGET_MS, openBenchEngine } from '../../engine-adapter.ts';
import type { ReaderKind } from '../zone-reader.ts';

/** The whole engine, as `vidimus check` runs it: outline, quality, every witness, checks, decision. */
export const VIDIMUS_ENGINE: ReaderKind = {
  name: 'Vidimus, whole engine',
  how: '`checkDocument` of `@vidimus/engine`: everything that `vidimus check` does',
  missing: () => null,
  open: async () => {
    const engine = await openBenchEngine({ budgetMs: AMPLE_BUDGET_MS });
    return {
      read: async (path) => {
        const verdict = await engine.check([await readFile(path)], BENCH_DAY);
        if (verdict.notOpened !== null) throw new Error(`${path} cannot be opened: ${verdict.notOpened}`);
        const { mrzLines, mrzConfidences, wholeMs, timingsMs } = verdict;
        return {
          lines: mrzLines,
          ...(mrzConfidences === null ? {} : { confidences: mrzConfidences }),
          afterDecodeMs: wholeMs - (timingsMs.decode ?? 0),
        };
      },
      close: engine.close,
    };
  },
};
