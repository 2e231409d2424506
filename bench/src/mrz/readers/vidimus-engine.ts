import { readFile } from 'node:fs/promises';
import { BENCH_DAY } from '../../drawn-specimens.ts';
import { openBenchEngine } from '../../engine-adapter.ts';
import type { ReaderKind } from '../zone-reader.ts';

/** The whole engine, as `vidimus check` runs it: outline, quality, every witness, checks, decision. */
export const VIDIMUS_ENGINE: ReaderKind = {
  name: 'Vidimus, whole engine',
  how: '`checkDocument` of `@vidimus/engine`: everything that `vidimus check` does',
  missing: () => null,
  open: async ({ budgetMs }) => {
    const engine = await openBenchEngine(budgetMs === undefined ? {} : { budgetMs });
    return {
      read: async (path) => {
        const { mrzLines, mrzConfidences, wholeMs, timingsMs } = await engine.check([await readFile(path)], BENCH_DAY);
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
