import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { READING_PROCESS } from '@vidimus/engine/reading-process';
import { type CameraVariant, drawSpecimen, type SpecimenRequest } from '@vidimus/specimens';
import sharp from 'sharp';
import { BENCH_DAY, PHOTO_SIZE } from './drawn-specimens.ts';
import { type ForkedWorker, forkWorker } from './fork-worker.ts';
import { PeakMemory } from './peak-memory.ts';
import type { TimingReply, TimingTask } from './timing-worker.ts';

/** Times of one kind of photograph, milliseconds. */
export type TimingRow = {
  readonly scene: string;
  readonly wholeMs: readonly number[];
  readonly stagesMs: Readonly<Record<string, readonly number[]>>;
  /** sharp alone decoding the same JPEG to raw pixels, beside each run: tells a slow machine from a slow engine. */
  readonly baselineMs: readonly number[];
};

export type TimingRun = {
  readonly rows: readonly TimingRow[];
  /** Of the engine's process and its decoders together, MiB. */
  readonly peakRssMib: number;
  /** `vidimus check` of one photograph from a fresh process, milliseconds; null where it did not run. */
  readonly coldStartMs: readonly number[] | null;
};

const COLD_STARTS = 3;
/** A report is tens of kilobytes. */
const MOST_BYTES = 10_000_000;
const WORKER = fileURLToPath(new URL('./timing-worker.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../../apps/cli/vidimus.mjs', import.meta.url));

/** Times single photographs of 12 megapixels, one after another, in one warm engine. */
export async function runTiming(
  runs: number,
  variant: CameraVariant,
  seed: number,
  onProgress: (done: string) => void,
): Promise<TimingRun> {
  const scenes = [
    { scene: 'straight', faults: [], rotationDegrees: 0 },
    { scene: 'rotated', faults: [], rotationDegrees: undefined },
    { scene: 'no document', faults: [{ name: 'no-document' }], rotationDegrees: undefined },
  ] as const satisfies readonly {
    scene: string;
    faults: SpecimenRequest['faults'];
    rotationDegrees: number | undefined;
  }[];
  const engine = await openEngine();
  const memory = new PeakMemory(engine.pid);
  const rows: TimingRow[] = [];
  let sample: Uint8Array | undefined;
  try {
    for (const { scene, faults, rotationDegrees } of scenes) {
      const [wholeMs, baselineMs]: [number[], number[]] = [[], []];
      const stagesMs: Record<string, number[]> = {};
      for (let run = 0; run <= runs; run++) {
        const request = { kind: 'passport', state: 'UTO', seed: seed + run, faults, asOf: BENCH_DAY } as const;
        const turned = rotationDegrees === undefined ? {} : { rotationDegrees };
        const { photographs } = await drawSpecimen(request, { variant, ...PHOTO_SIZE, ...turned });
        const [photo] = photographs;
        if (photo === undefined) throw new Error(`a specimen without a photograph: ${scene}`);
        sample ??= photo;
        const baseline = await timeBaseline(photo);
        memory.start();
        const verdict = await engine.ask({ photo, asOf: BENCH_DAY });
        memory.stop();
        if (run === 0) continue; // the first warms models and compilers
        baselineMs.push(baseline);
        wholeMs.push(verdict.wholeMs);
        for (const [stage, ms] of Object.entries(verdict.timingsMs)) {
          stagesMs[stage] = [...(stagesMs[stage] ?? []), ms];
        }
        onProgress(`${scene} ${run}/${runs}: ${Math.round(verdict.wholeMs)} ms`);
      }
      rows.push({ scene, wholeMs, stagesMs, baselineMs });
    }
  } finally {
    engine.end();
  }
  const coldStartMs = sample === undefined ? null : await timeColdStart(sample);
  return { rows, peakRssMib: memory.peakMib, coldStartMs };
}

/**
 * As the server starts its reading process, and as the command line and the published packages run: without Node's TypeScript
 * stripper, which takes 28 MiB where a module is not in the compile cache yet. The first process fills it.
 */
async function openEngine(): Promise<ForkedWorker<TimingTask, TimingReply>> {
  const env = { ...READING_PROCESS.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
  const { execArgv } = READING_PROCESS;
  const first = await forkWorker(WORKER, { env, execArgv });
  first.end();
  await first.ended;
  return forkWorker<TimingTask, TimingReply>(WORKER, { env, execArgv });
}

async function timeBaseline(photo: Uint8Array): Promise<number> {
  const begun = performance.now();
  await sharp(photo).raw().toBuffer();
  return performance.now() - begun;
}

/** Whatever the verdict: only a report counts as a run. */
async function timeColdStart(photo: Uint8Array): Promise<readonly number[] | null> {
  const folder = await mkdtemp(join(tmpdir(), 'vidimus-bench-'));
  try {
    const path = join(folder, 'photo.jpg');
    await writeFile(path, photo);
    const times: number[] = [];
    for (let run = 0; run < COLD_STARTS; run++) {
      const begun = performance.now();
      if (!(await runCheck(path))) return null;
      times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Whether a report came out. */
function runCheck(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, 'check', path, '--as-of', BENCH_DAY, '--json'],
      { maxBuffer: MOST_BYTES },
      (_, stdout) => resolve(stdout.includes('"vidimus_report"')),
    );
  });
}
