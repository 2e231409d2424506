/** The bench: how fast, how right. `npm run bench -- --help` tells what it can do. */
import { fileURLToPath } from 'node:url';
import { measureOverlap } from '@vidimus/specimens';
import { planCases } from './bench-case.ts';
import { measureCodes } from './codes/measure-codes.ts';
import { drops, gateScores, readGate, storeGate } from './gate.ts';
import { gateMrz } from './mrz/gate-mrz.ts';
import { measureMrz } from './mrz/main-mrz.ts';
import { type BenchOptions, parseOptions, USAGE } from './options.ts';
import { measurePages } from './pages/measure-pages.ts';
import { type AccuracyRun, runAccuracy } from './run-accuracy.ts';
import { photosText, runPhotos } from './run-photos.ts';
import { runTiming } from './run-timing.ts';
import { type Scores, score } from './score.ts';
import { measureServer } from './server/measure-server.ts';
import { accuracyText, timingText, writeResults } from './write-results.ts';

const RESULTS = fileURLToPath(new URL('../RESULTS.md', import.meta.url));
/** Half of the cases have two photographs: these are over a thousand with some 33 cases of each fault, and the gate's are about 120. */
const ALL_CASES = 720;
const GATE_CASES = 76;
/** Of each scene: with fewer than twenty the 95th percentile would be the slowest. */
const TIMED_RUNS = 40;
const LEAST_OVERLAP = 0.9;

process.exitCode = await main(process.argv.slice(2));

/** 0 done · 1 a score dropped · 2 could not run. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (!options.ok || args.includes('--help')) {
    console.error(options.ok ? USAGE : `${options.why}\n\n${USAGE}`);
    return options.ok ? 0 : 2;
  }
  const { value } = options;
  switch (value.what) {
    case 'all':
      return measureAll(value, args);
    case 'gate':
      return guard(value);
    case 'photos':
      return readPhotos(value);
    case 'mrz':
      return measureMrz(value, args, note);
    case 'server':
      return measureServer({ database: value.database, note });
    case 'codes':
      return measureCodes(value, args, note);
    case 'pages':
      return measurePages(note);
    case 'glyphs':
      return compareGlyphs();
    case 'timing':
      console.log(timingText(await time(value)));
      return 0;
  }
}

async function measureAll(options: BenchOptions, args: readonly string[]): Promise<number> {
  const isPartial = options.limit !== null || options.only !== undefined || options.variant !== 'report';
  const timing = isPartial ? null : await time(options);
  const { scores, run } = await judge(options, options.limit ?? ALL_CASES);
  const text = accuracyText(scores, run);
  console.log([timing === null ? '' : timingText(timing), text].join('\n'));
  if (!isPartial) {
    const command = ['npm run bench', ...(args.length === 0 ? [] : ['--', ...args])].join(' ');
    const facts = { command, date: new Date().toISOString().slice(0, 10), variant: options.variant };
    await writeResults(RESULTS, facts, timing, text);
    note(`wrote ${RESULTS}`);
  }
  return run.crashes.length === 0 ? 0 : 1;
}

async function guard(options: BenchOptions): Promise<number> {
  const { scores, run } = await judge(options, options.limit ?? GATE_CASES);
  const mrz = await gateMrz(options, note);
  for (const { name, failed } of mrz.crashes) console.error(`bug on ${name}: ${failed}`);
  const observed = [...gateScores(scores), ...mrz.scores];
  console.log(accuracyText(scores, run));
  for (const { name, value, of } of mrz.scores) console.log(`${name}: ${(100 * value).toFixed(1)} % of ${of}`);
  if (options.store) await storeGate(observed);
  const stored = await readGate();
  if (Object.keys(stored).length === 0) {
    console.error('bench/gate.json holds no scores yet, so nothing can be guarded; store them with --gate --store');
    return 2;
  }
  const fallen = drops(stored, observed);
  for (const drop of fallen) console.error(`dropped: ${drop.score} is ${drop.observed}, was at least ${drop.least}`);
  return fallen.length + run.crashes.length + mrz.crashes.length === 0 ? 0 : 1;
}

async function judge(
  options: BenchOptions,
  count: number,
): Promise<{ readonly scores: Scores; readonly run: AccuracyRun }> {
  const cases = planCases(count, options.seed, options.only);
  const begun = performance.now();
  const run = await runAccuracy({
    cases,
    variant: options.variant,
    save: options.save,
    drawn: options.drawn,
    processes: options.processes,
    onProgress: (done, photographs) => {
      const seconds = Math.round((performance.now() - begun) / 1000);
      note(`${done}/${cases.length} specimens, ${photographs} photographs, ${seconds} s`);
    },
  });
  for (const { bench, failed } of run.crashes) console.error(`bug on ${JSON.stringify(bench)}: ${failed}`);
  return { scores: score(run.results), run };
}

function time(options: BenchOptions) {
  return runTiming(TIMED_RUNS, options.variant, options.seed, note);
}

async function readPhotos(options: BenchOptions): Promise<number> {
  const scores = await runPhotos(options.folder, options.limit ?? Number.POSITIVE_INFINITY, (done, of, each) =>
    note(`${done}/${of} ${each.truth.file} ${each.isExact ? 'exact' : `${each.characterErrors} characters wrong`}`),
  );
  console.log(photosText(scores));
  return 0;
}

function compareGlyphs(): number {
  const overlaps = measureOverlap();
  if (overlaps === null) {
    console.error("The reference font is not installed (Debian's fonts-ocr-b).");
    return 2;
  }
  for (const { character, overlap } of overlaps) console.log(`${character}  ${overlap.toFixed(3)}`);
  const poor = overlaps.filter(({ overlap }) => overlap < LEAST_OVERLAP);
  console.log(`${overlaps.length - poor.length} of ${overlaps.length} glyphs overlap by ${LEAST_OVERLAP} or more.`);
  return poor.length === 0 ? 0 : 1;
}

/** Progress goes where it does not mix with the results. */
function note(text: string): void {
  console.error(text);
}
