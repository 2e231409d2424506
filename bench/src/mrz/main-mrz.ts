import { fileURLToPath } from 'node:url';
import { describeMachine } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { openDrawnFolder } from './drawn-folder.ts';
import { drawnSections, drawPhotographs } from './drawn-part.ts';
import { isWanted, type MrzBench, SEED_OFFSETS } from './mrz-bench.ts';
import { coreTimingText } from './mrz-results-text.ts';
import { oneCoreStarter } from './one-core.ts';
import { peersSection } from './peers-part.ts';
import { OWN_READERS } from './reader-kinds.ts';
import { type Part, writeSections } from './results-file.ts';
import { runCoreTiming } from './run-core-timing.ts';

const RESULTS = fileURLToPath(new URL('../../RESULTS-MRZ.md', import.meta.url));
/** Photographs with a zone, and as many without. */
const TIMED = 20;

/** Measures the reading of the zone by itself: side by side with the peers, by the clock, on drawn photographs. 0 done · 1 a bug. */
export async function measureMrz(
  options: BenchOptions,
  args: readonly string[],
  note: MrzBench['note'],
): Promise<number> {
  const folder = await openDrawnFolder(options.drawn);
  try {
    const bench = { options, folder: folder.path, starter: oneCoreStarter(), note };
    const run = await drawPhotographs(bench);
    const measured = new Map<Part, string>();
    const measure = (part: Part, text: string) => measured.set(part, `${headOf(args)}\n${text}`);
    if (isWanted(bench, 'peers')) measure('peers', await peersSection(bench, run));
    if (isWanted(bench, 'time')) measure('time', await timeSection(bench));
    if (isWanted(bench, 'drawn')) measure('drawn', (await drawnSections(bench, run)).join('\n'));
    console.log([...measured.values()].join('\n'));
    if (options.limit === null) {
      await writeSections(RESULTS, measured);
      note(`wrote ${RESULTS}`);
    }
    return run.crashes.length === 0 ? 0 : 1;
  } finally {
    await folder.leave();
  }
}

async function timeSection({ options, folder, starter, note }: MrzBench): Promise<string> {
  const timings = await runCoreTiming({
    readers: OWN_READERS,
    photographs: Math.min(TIMED, options.limit ?? TIMED),
    firstSeed: options.seed + SEED_OFFSETS.timing,
    folder,
    starter,
    onProgress: note,
  });
  return coreTimingText(timings, starter !== null);
}

/** Folders are told as such: where they lie on this machine is nobody's business. */
function headOf(args: readonly string[]): string {
  const told = args.join(' ').replaceAll(/--(photos|peers|drawn|save)[ =]\S+/g, '--$1 DIR');
  return `Measured with \`npm run bench -- ${told}\` on ${new Date().toISOString().slice(0, 10)}, photographs of the variant \`report\`.
Machine: ${describeMachine()}.
`;
}
