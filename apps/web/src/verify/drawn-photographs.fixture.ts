/** Photographs of drawn documents, as files that a browser can be handed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSpecimen, type Fault, type SpecimenKind } from '@vidimus/specimens';

const CAMERA = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;

/** Of Utopia, as of this month; one path per side. */
export async function drawnPhotographs(
  folder: string,
  name: string,
  kind: SpecimenKind,
  ...faults: readonly Fault[]
): Promise<readonly string[]> {
  const asOf = `${new Date().toISOString().slice(0, 'YYYY-MM'.length)}-01`;
  const seed = kind === 'passport' ? 7 : 11;
  const { photographs } = await drawSpecimen({ kind, state: 'UTO', seed, faults, asOf }, CAMERA);
  const paths = photographs.map((_, side) => join(folder, `${name}-${side}.jpg`));
  await Promise.all(photographs.map((jpeg, side) => writeFile(paths[side] ?? '', jpeg)));
  return paths;
}
