import { readFile } from 'node:fs/promises';
import { readMrzOfFiles } from '@vidimus/engine';
import { createNodePorts } from '@vidimus/engine/node';
import { BENCH_DAY } from '../../drawn-specimens.ts';
import type { ReaderKind } from '../zone-reader.ts';

/** What the engine gives a stage by itself. */
const OWN_BUDGET_MS = 1500;

/** The reader of the zone alone, as `vidimus read --only mrz` and `openMrzReader` run it. */
export const VIDIMUS_READER: ReaderKind = {
  name: 'Vidimus, reader alone',
  how: '`readMrzOfFiles` of `@vidimus/engine`: what `openMrzReader` and `vidimus read --only mrz` do',
  missing: () => null,
  open: async ({ budgetMs = OWN_BUDGET_MS }) => {
    const ports = await createNodePorts({ ahead: 'mrz' });
    return {
      read: async (path) => {
        const files = [{ bytes: new Uint8Array(await readFile(path)) }];
        const { photos, timings } = await readMrzOfFiles(files, ports, { asOf: BENCH_DAY, budgetMs });
        const zones = photos.flatMap(({ content }) =>
          content.kind === 'read' && 'lines' in content.zone ? [content.zone] : [],
        );
        const [zone] = zones;
        const afterDecodeMs = timings.mrz ?? 0;
        if (zone === undefined) return { lines: null, afterDecodeMs };
        const confidences = zone.characters.map((line) => line.map(({ confidence }) => confidence));
        return { lines: zone.lines, confidences, afterDecodeMs };
      },
      close: ports.close,
    };
  },
};
