import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { type DrawnFolder, openDrawnFolder } from './drawn-folder.ts';
import type { DrawnCase } from './drawn-photo.ts';
import { findReaders } from './find-readers.ts';
import { coreTimingText, drawnText, sideBySideText } from './mrz-results-text.ts';
import { oneCoreStarter } from './one-core.ts';
import { readPhotoTruths } from './photo-truths.ts';
import { OWN_READERS } from './reader-kinds.ts';
import { runCoreTiming } from './run-core-timing.ts';
import { type DrawnRun, runDrawn } from './run-drawn.ts';
import { type PictureSet, runSideBySide } from './run-side-by-side.ts';
import { saveFailures } from './save-failures.ts';
import { scoreDrawn } from './score-drawn.ts';
import { planZones } from './zone-cases.ts';
import { planZoneless } from './zoneless-cases.ts';

const RESULTS = fileURLToPath(new URL('../../RESULTS-MRZ.md', import.meta.url));
const ZONES = 1000;
/** Eighteen of each kind. */
const ZONELESS = 324;
const TIMED = 20;
/** The whole engine reads one drawn photograph in so many: it takes several times as long. */
const OTHERS_EVERY = 7;
/** Drawn photographs for each that the peers read. */
const SPARE = 1.5;
/** Seeds apart from one another, and from those of the other benches. */
const SEED_OFFSETS = { zones: 20_000, zoneless: 40_000, timing: 60_000 } as const;

export type Notes = (text: string) => void;

/** Measures the reading of the zone by itself: side by side with the peers, on drawn photographs, and by the clock. */
export async function measureMrz(options: BenchOptions, args: readonly string[], note: Notes): Promise<number> {
  const folder = await openDrawnFolder(options.drawn);
  try {
    return await measure(options, args, note, folder);
  } finally {
    await folder.leave();
  }
}

async function measure(
  options: BenchOptions,
  args: readonly string[],
  note: Notes,
  folder: DrawnFolder,
): Promise<number> {
  const zones = options.limit ?? ZONES;
  const zoneless = options.limit === null ? ZONELESS : Math.min(ZONELESS, Math.ceil(options.limit / 3));
  const { readers, missing } = findReaders(options.peers);
  for (const { name, remedy } of missing) note(`not found: ${name} (${remedy})`);
  const starter = oneCoreStarter();
  const sections: string[] = [];

  const isWanted = (part: string): boolean => options.parts === null || options.parts.includes(part);
  const isDrawnWanted = isWanted('drawn');
  let run: DrawnRun = { results: [], crashes: [] };
  if (isDrawnWanted || isWanted('peers')) {
    // For the peers alone, no more than they read; some turn out not to be readable.
    const [withZone, without] = isDrawnWanted ? [zones, zoneless] : [Math.ceil(options.sample * SPARE), options.sample];
    const cases = [
      ...planZones(withZone, options.seed + SEED_OFFSETS.zones),
      ...planZoneless(without, options.seed + SEED_OFFSETS.zoneless),
    ];
    run = await draw(cases, isDrawnWanted, options, folder.path, note);
  }
  if (isDrawnWanted) {
    for (const { name } of OWN_READERS) {
      const scores = scoreDrawn(name, run.results);
      sections.push(drawnText(scores));
      if (options.save !== null) await saveFailures(options.save, scores);
    }
  }
  if (isWanted('time')) {
    const timings = await runCoreTiming({
      readers: OWN_READERS,
      photographs: Math.min(TIMED, zones),
      firstSeed: options.seed + SEED_OFFSETS.timing,
      folder: folder.path,
      starter,
      onProgress: note,
    });
    sections.unshift(coreTimingText(timings, starter !== null));
  }
  if (isWanted('peers')) {
    const sets = [...(await photoSets(options.folder)), ...drawnSets(run, options.sample)];
    const rows = await runSideBySide({ readers, sets, peers: options.peers, starter, onProgress: note });
    const absent = missing.map(({ name, remedy }) => `Not found: ${name} (${remedy}).\n`).join('');
    sections.unshift([sideBySideText(rows, starter !== null), absent].filter(Boolean).join('\n'));
  }
  const text = sections.join('\n');
  console.log(text);
  if (options.limit === null && options.parts === null) {
    await writeFile(RESULTS, `${head(args)}\n${text}`);
    note(`wrote ${RESULTS}`);
  }
  return run.crashes.length === 0 ? 0 : 1;
}

async function draw(
  cases: readonly DrawnCase[],
  isRead: boolean,
  options: BenchOptions,
  folder: string,
  note: Notes,
): Promise<DrawnRun> {
  const begun = performance.now();
  const run = await runDrawn({
    cases,
    readersOf: (index) => {
      if (!isRead) return [];
      const [first, ...rest] = OWN_READERS;
      // A round of cases has twenty: a step that shares no factor with it comes to all of them.
      return [first, ...(index % OTHERS_EVERY === 0 ? rest : [])].map(({ name }) => name);
    },
    folder,
    processes: options.processes,
    onProgress: (done, of) =>
      note(`${done}/${of} drawn photographs, ${Math.round((performance.now() - begun) / 1000)} s`),
  });
  for (const { name, failed } of run.crashes) console.error(`bug on ${name}: ${failed}`);
  return run;
}

async function photoSets(folder: string): Promise<readonly PictureSet[]> {
  if (folder === '') return [];
  const truths = await readPhotoTruths(folder);
  const pictures = truths.map(({ file, mrz }) => ({ path: join(folder, file), printed: mrz }));
  return [{ name: `Photographs of the folder \`${basename(resolve(folder))}\``, pictures }];
}

/** Peers are slow: they read the first of the drawn photographs only. */
function drawnSets({ results }: DrawnRun, sample: number): readonly PictureSet[] {
  const withZone = results.filter(({ printed, facts }) => printed !== null && facts?.isReadable === true);
  const without = results.filter(({ printed }) => printed === null);
  return [
    { name: 'Drawn photographs, every character readable', pictures: withZone.slice(0, sample) },
    { name: 'Drawn pictures without a zone', pictures: without.slice(0, sample) },
  ];
}

function head(args: readonly string[]): string {
  return `# Results of the bench: the machine-readable zone

Measured with \`${['npm run bench --', ...args].join(' ')}\` on ${new Date().toISOString().slice(0, 10)}, photographs of the variant \`report\`.
Machine: ${describeMachine()}.
Generated by \`bench/src/mrz/main-mrz.ts\`; do not edit.
`;
}
