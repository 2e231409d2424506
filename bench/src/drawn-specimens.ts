import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CameraVariant, drawSpecimen, type Specimen } from '@vidimus/specimens';
import type { BenchCase } from './bench-case.ts';

/** The day that the bench calls today: specimens are drawn for it, so that results do not change with the calendar. */
export const BENCH_DAY = '2026-06-01';
/** 12 megapixels, as phones take them. */
export const PHOTO_SIZE = { widthPx: 4032, heightPx: 3024 } as const;

/**
 * Draws the case, or takes it from `folder` when it was drawn there before: drawing costs more than checking.
 * Throw the folder away after a change to the specimens; the bench that reports never uses one.
 */
export async function drawnSpecimen(
  bench: BenchCase,
  variant: CameraVariant,
  folder: string | null,
): Promise<Specimen> {
  const draw = () => drawSpecimen({ ...bench, asOf: BENCH_DAY }, { variant, ...PHOTO_SIZE });
  if (folder === null) return draw();
  const name = nameOfCase(bench, variant);
  const kept = await readKept(folder, name);
  if (kept !== null) return kept;
  const specimen = await draw();
  await mkdir(folder, { recursive: true });
  for (const [index, jpeg] of specimen.photographs.entries()) await writeFile(photoPath(folder, name, index), jpeg);
  await writeFile(join(folder, `${name}.json`), JSON.stringify(specimen.truth));
  return specimen;
}

/** A file name that tells the case: `1007-passport-UTO-glare-tune`. */
export function nameOfCase({ seed, kind, state, faults }: BenchCase, variant: CameraVariant): string {
  const fault = faults.map(({ name, strength }) => (strength === undefined ? name : `${name}=${strength}`)).join('+');
  return [seed, kind, state, fault === '' ? 'clean' : fault, variant].join('-');
}

function photoPath(folder: string, name: string, index: number): string {
  return join(folder, `${name}.${index}.jpg`);
}

async function readKept(folder: string, name: string): Promise<Specimen | null> {
  const text = await readFile(join(folder, `${name}.json`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const truth: Specimen['truth'] = JSON.parse(text);
  const photographs = await Promise.all(
    truth.photographs.map(async (_, index) => new Uint8Array(await readFile(photoPath(folder, name, index)))),
  );
  return { photographs, truth };
}
