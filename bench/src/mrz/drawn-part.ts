import type { DrawnCase } from './drawn-photo.ts';
import { isWanted, type MrzBench, SEED_OFFSETS } from './mrz-bench.ts';
import { drawnText } from './mrz-results-text.ts';
import { OWN_READERS } from './reader-kinds.ts';
import { type DrawnRun, runDrawn } from './run-drawn.ts';
import { saveFailures } from './save-failures.ts';
import { scoreDrawn } from './score-drawn.ts';
import { planZones } from './zone-cases.ts';
import { planZoneless } from './zoneless-cases.ts';

const ZONES = 1000;
/** Eighteen of each kind. */
const ZONELESS = 324;
/** The whole engine reads one drawn photograph in so many: it takes several times as long. */
const OTHERS_EVERY = 7;
/** Drawn photographs for each that the peers read: some turn out not to be readable. */
const SPARE = 1.5;

/** Draws the photographs, and reads them with our readers where that part of the bench is wanted; for the peers alone a few are drawn. */
export async function drawPhotographs(bench: MrzBench): Promise<DrawnRun> {
  const { options, folder, note } = bench;
  const isRead = isWanted(bench, 'drawn');
  if (!isRead && !isWanted(bench, 'peers')) return { results: [], crashes: [] };
  const begun = performance.now();
  const run = await runDrawn({
    cases: isRead ? allCases(bench) : casesOf(bench, Math.ceil(options.sample * SPARE), options.sample),
    readersOf: (index) => (isRead ? readersOf(index) : []),
    folder,
    processes: options.processes,
    onProgress: (done, of) =>
      note(`${done}/${of} drawn photographs, ${Math.round((performance.now() - begun) / 1000)} s`),
  });
  for (const { name, failed } of run.crashes) console.error(`bug on ${name}: ${failed}`);
  return run;
}

/** Scores of every reader of ours; what still fails is kept where `--save` wants it. */
export async function drawnSections({ options }: MrzBench, run: DrawnRun): Promise<readonly string[]> {
  const scores = OWN_READERS.map(({ name }) => scoreDrawn(name, run.results));
  if (options.save !== null) for (const each of scores) await saveFailures(options.save, each);
  return scores.map(drawnText);
}

function allCases(bench: MrzBench): readonly DrawnCase[] {
  const { limit } = bench.options;
  return limit === null
    ? casesOf(bench, ZONES, ZONELESS)
    : casesOf(bench, limit, Math.ceil((limit * ZONELESS) / ZONES));
}

function casesOf({ options: { seed } }: MrzBench, zones: number, zoneless: number): readonly DrawnCase[] {
  return [...planZones(zones, seed + SEED_OFFSETS.zones), ...planZoneless(zoneless, seed + SEED_OFFSETS.zoneless)];
}

function readersOf(index: number): readonly string[] {
  const [first, ...rest] = OWN_READERS;
  // A round of faults has twenty: a step that shares no factor with it comes to all of them.
  return [first, ...(index % OTHERS_EVERY === 0 ? rest : [])].map(({ name }) => name);
}
