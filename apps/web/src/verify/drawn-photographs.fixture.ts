/** Photographs of drawn documents, as files that a browser can be handed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSpecimen, type Fault, type SpecimenKind } from '@vidimus/specimens';

const CAMERA = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;

/** Of Utopia, as of this month; one path per side. */
export function drawnPhotographs(
  folder: string,
  name: string,
  kind: SpecimenKind,
  ...faults: readonly Fault[]
): Promise<readonly string[]> {
  return drawnOf(folder, name, { kind, state: 'UTO', seed: kind === 'passport' ? 7 : 11, faults });
}

/** Of any state that specimens are drawn of, and of the holder that the seed stands for. */
export async function drawnOf(
  folder: string,
  name: string,
  request: {
    readonly kind: SpecimenKind;
    readonly state: string;
    readonly seed: number;
    readonly faults: readonly Fault[];
  },
): Promise<readonly string[]> {
  const asOf = `${new Date().toISOString().slice(0, 'YYYY-MM'.length)}-01`;
  const { photographs } = await drawSpecimen({ ...request, asOf }, CAMERA);
  const paths = photographs.map((_, side) => join(folder, `${name}-${side}.jpg`));
  await Promise.all(photographs.map((jpeg, side) => writeFile(paths[side] ?? '', jpeg)));
  return paths;
}
