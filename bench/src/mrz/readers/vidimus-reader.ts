import { readFile } from 'node:fs/promises';
import { readMrzOfFiles } from '@vidimus/engine';
import { createNodePorts } from '@vidimus/engine/node';
import { BENCH_DAY } from '../../drawn-specimens.ts';
import { AMPLE_BUDGET_MS, AMPLE_LIMITS } from '../../engine-adapter.ts';
import type { ReaderKind } from '../zone-reader.ts';

/** The reader of the zone alone, as `vidimus read --only mrz` and `openMrzReader` run it. */
export const VIDIMUS_READER: ReaderKind = {
  name: 'Vidimus, reader alone',
  how: '`readMrzOfFiles` of `@vidimus/engine`: what `openMrzReader` and `vidimus read --only mrz` do',
  missing: () => null,
  open: async () => {
    const ports = await createNodePorts({ ahead: 'mrz', limits: AMPLE_LIMITS });
    return {
      read: async (path) => {
        const files = [{ bytes: new Uint8Array(await readFile(path)) }];
        const { photos, timings } = await readMrzOfFiles(files, ports, { asOf: BENCH_DAY, budgetMs: AMPLE_BUDGET_MS });
        const content = photos[0]?.content;
        if (content?.kind !== 'read') throw new Error(`${path} cannot be opened: ${content?.error.why}`);
        const afterDecodeMs = timings.mrz ?? 0;
        if (!('lines' in content.zone)) return { lines: null, afterDecodeMs };
        const { zone } = content;
        const confidences = zone.characters.map((line) => line.map(({ confidence }) => confidence));
        return { lines: zone.lines, confidences, afterDecodeMs };
      },
      close: ports.close,
    };
  },
};
