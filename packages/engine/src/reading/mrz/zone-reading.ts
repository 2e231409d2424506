import type { PagePoint, PhotoPoint, Quad } from '../../photo/index.ts';
import type { MrzReading } from '../document-reading.ts';
import { mrzReading } from './mrz-reading.ts';
import type { PlacedZone } from './read-place.ts';

/** Tells what a zone says that was found in a picture; `toPhoto` tells where the picture's points lie in the photo. `asOf` settles centuries. */
export function zoneReading(
  { zone, toPicture }: PlacedZone,
  toPhoto: (point: PagePoint) => PhotoPoint,
  asOf: string,
): MrzReading {
  const reading = mrzReading(zone, NOWHERE_ELSE, asOf);
  const at = ({ x, y }: PhotoPoint) => toPhoto(toPicture({ x, y }));
  const moved = ([a, b, c, d]: Quad<PhotoPoint>): Quad<PhotoPoint> => [at(a), at(b), at(c), at(d)];
  return {
    ...reading,
    lineRegions: reading.lineRegions.map(moved),
    characters: reading.characters.map((line) =>
      line.map((character) => ({ ...character, region: moved(character.region) })),
    ),
    fields: reading.fields.map((field) =>
      field.region === undefined ? field : { ...field, region: moved(field.region) },
    ),
  };
}

/** The map that leaves every point where it is. */
const NOWHERE_ELSE = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;
