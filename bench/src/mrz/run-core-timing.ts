import { type DrawnCase, drawnPhoto } from './drawn-photo.ts';
import { ReaderProcess } from './reader-process.ts';
import { planZones } from './zone-cases.ts';
import type { ReaderKind } from './zone-reader.ts';
import { planZoneless } from './zoneless-cases.ts';

/** One reader on 12-megapixel photographs, from decoded pixels to lines. */
export type CoreTiming = {
  readonly reader: string;
  readonly withZoneMs: readonly number[];
  readonly withoutZoneMs: readonly number[];
  /** Of the process and its decoders, MiB. */
  readonly peakMib: number;
};

export type CoreTimingOptions = {
  readonly readers: readonly ReaderKind[];
  readonly photographs: number;
  readonly firstSeed: number;
  readonly folder: string;
  readonly starter: readonly [string, ...string[]] | null;
  readonly onProgress: (text: string) => void;
};

/** 4032 × 3024: 12 megapixels. */
const WIDTH_PX = 4032;

/** Times readers of ours on one core, with a zone in the photograph and without. */
export async function runCoreTiming(options: CoreTimingOptions): Promise<readonly CoreTiming[]> {
  const { readers, photographs, firstSeed, folder, starter, onProgress } = options;
  const withZone = await draw(planZones(photographs, firstSeed), folder);
  const without = await draw(planZoneless(photographs, firstSeed), folder);
  const timings: CoreTiming[] = [];
  for (const kind of readers) {
    const reader = new ReaderProcess(kind, null, starter);
    const time = async (paths: readonly string[]): Promise<readonly number[]> => {
      const times: number[] = [];
      for (const path of paths) {
        const { afterDecodeMs, failed } = await reader.read(path);
        if (failed !== null || afterDecodeMs === undefined) throw new Error(`${kind.name} cannot be timed: ${failed}`);
        times.push(afterDecodeMs);
        onProgress(`${kind.name}, one core: ${Math.round(afterDecodeMs)} ms`);
      }
      return times;
    };
    await time(withZone.slice(0, 1)); // loads models and compilers
    timings.push({
      reader: kind.name,
      withZoneMs: await time(withZone),
      withoutZoneMs: await time(without),
      peakMib: reader.peakMib,
    });
    reader.close();
  }
  return timings;
}

async function draw(cases: readonly DrawnCase[], folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const each of cases) paths.push((await drawnPhoto({ ...each, widthPx: WIDTH_PX }, folder)).path);
  return paths;
}
