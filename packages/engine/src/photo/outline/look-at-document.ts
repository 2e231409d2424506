import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { cutAround, moveMapsOut } from './cut-around.ts';
import type { FoundOutline } from './found-outline.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { seeMaps } from './see-maps.ts';

/** The document and a rim of the table, from which a finger comes: the document's extent, that many times. */
const SURROUNDINGS = 1.2;
/** Where it was seen in a square of which the document with its rim takes up more than this, there is no more to see. */
const ALIKE = 0.8;

/**
 * The network's maps of the document alone; those that were given where they show as much. A finger is a few cells in a look at the whole picture, and some that are plain to see were
 * given less than one half there: three of 50 drawn documents with a finger, on tables of the variant `other`, were missed so. Their cells get 0.98
 * here.
 */
export async function lookAtDocument(
  image: RgbImage,
  { quad, maps }: Pick<FoundOutline, 'quad' | 'maps'>,
  infer: EnginePorts['infer'],
): Promise<OutlineMaps> {
  const cutout = cutAround(image, quad, SURROUNDINGS);
  const seenSide = MAP_SIDE / maps.cellsPerPixel;
  if (Math.max(cutout.image.width, cutout.image.height) > ALIKE * seenSide) return maps;
  return moveMapsOut(await seeMaps(cutout.image, infer), cutout, image);
}
