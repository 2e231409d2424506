import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  drawDocument,
  drawZoneless,
  type Fault,
  type FlatSide,
  type PhotographTruth,
  photographSide,
} from '@vidimus/specimens';
import { BENCH_DAY } from '../drawn-specimens.ts';
import type { ZoneCase } from './zone-cases.ts';
import type { ZonelessCase } from './zoneless-cases.ts';

export type DrawnCase = ZoneCase | ZonelessCase;

/** A drawn photograph in a file, with what is printed and what the camera measured; `printed` is null where there is no zone. */
export type DrawnPhoto = {
  readonly path: string;
  readonly printed: readonly string[] | null;
  readonly truth: PhotographTruth;
};

/** Draws the case into the folder, or takes it from there when it was drawn before. */
export async function drawnPhoto(drawn: DrawnCase, folder: string): Promise<DrawnPhoto> {
  const name = nameOfDrawn(drawn);
  const path = join(folder, `${name}.jpg`);
  const factsPath = join(folder, `${name}.json`);
  const kept = await readKept(factsPath);
  if (kept !== null) return { path, ...kept };
  const { jpeg, ...facts } = 'zoneless' in drawn ? await drawWithout(drawn) : await drawWith(drawn);
  await mkdir(folder, { recursive: true });
  await writeFile(path, jpeg);
  // The facts come last and whole: what has them was drawn to the end.
  await writeFile(`${factsPath}.part`, JSON.stringify(facts));
  await rename(`${factsPath}.part`, factsPath);
  return { path, ...facts };
}

/** A file name that tells the case. */
export function nameOfDrawn(drawn: DrawnCase): string {
  if ('zoneless' in drawn) return [drawn.seed, 'no-zone', drawn.zoneless, drawn.widthPx].join('-');
  const { seed, kind, state, fault, face, widthPx } = drawn;
  return [seed, kind, state, fault, face.name, widthPx].join(' ').replaceAll(/[ ,]+/g, '-');
}

type Facts = Omit<DrawnPhoto, 'path'>;
type Drawn = Facts & { readonly jpeg: Uint8Array };

async function readKept(path: string): Promise<Facts | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : JSON.parse(text);
}

const MM_PER_INCH = 25.4;
/** Phones take four by three. */
const HEIGHT_TO_WIDTH = 3 / 4;

async function drawWith(drawn: ZoneCase): Promise<Drawn> {
  const { kind, state, seed } = drawn;
  const document = await drawDocument({
    kind,
    state,
    seed,
    asOf: BENCH_DAY,
    faults: drawn.faults,
    zoneFace: drawn.face,
  });
  const side = document.sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line'));
  if (side === undefined || document.mrz === undefined) throw new Error(`${nameOfDrawn(drawn)} has no zone`);
  const faults = [...drawn.faults, ...faultsByZone(drawn, side)];
  const { jpeg, truth } = await photographSide(
    side,
    { kind, state, seed, faults, asOf: BENCH_DAY },
    { variant: 'report', ...sizeOf(drawn) },
    0,
  );
  return { jpeg, truth, printed: document.mrz.lines };
}

async function drawWithout(drawn: ZonelessCase): Promise<Drawn> {
  const { seed, zoneless } = drawn;
  const side = await drawZoneless(zoneless, seed, BENCH_DAY);
  const request = { kind: 'identity-card-td1', state: 'UTO', seed, faults: [], asOf: BENCH_DAY } as const;
  const { jpeg, truth } = await photographSide(side, request, { variant: 'report', ...sizeOf(drawn) }, 0);
  return { jpeg, truth, printed: null };
}

function sizeOf({ widthPx }: DrawnCase): { readonly widthPx: number; readonly heightPx: number } {
  return { widthPx, heightPx: Math.round(widthPx * HEIGHT_TO_WIDTH) };
}

/** The camera counts blur by the smallest print of the side, and resolution in dots per inch. */
function faultsByZone(drawn: ZoneCase, side: FlatSide): readonly Fault[] {
  const heights = side.elements
    .filter(({ kind }) => kind === 'text' || kind === 'mrz-line')
    .flatMap(({ capHeightMm }) => (capHeightMm === undefined ? [] : [capHeightMm]));
  const zoneMm = side.elements.find(({ kind }) => kind === 'mrz-line')?.capHeightMm;
  if (zoneMm === undefined) return [];
  const bySmallest = zoneMm / Math.min(...heights);
  const faults: Fault[] = [];
  if (drawn.heightPx !== undefined) faults.push({ name: 'far', strength: (drawn.heightPx / zoneMm) * MM_PER_INCH });
  if (drawn.blurToHeight !== undefined) faults.push({ name: 'blur', strength: drawn.blurToHeight * bySmallest });
  if (drawn.motionToHeight !== undefined)
    faults.push({ name: 'motion-blur', strength: drawn.motionToHeight * bySmallest });
  return faults;
}
