import type { XY } from './convex-hull.ts';
import { labelDocuments } from './label-documents.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

/** Places that the network gives a fifth of a chance are suspected. */
const GAIN = 2.5;
/** Half of the border of a card that is a twentieth of the photo long, seen in a part of it. */
const FEWEST_CELLS = 40;

type Place = { readonly corners: readonly [XY, XY]; readonly chance: number };

/**
 * Where maps half show a document, likeliest first, as opposite corners in pixels of the picture. Of a document that is far away, or of the
 * table's own colour, the border is seen first.
 */
export function suspectedPlaces(maps: readonly OutlineMaps[]): readonly (readonly [XY, XY])[] {
  const places: Place[] = [];
  for (const place of maps.flatMap(placesIn).toSorted((a, b) => b.chance - a.chance))
    if (!places.some((known) => holdsMiddle(known, place) || holdsMiddle(place, known))) places.push(place);
  return places.map(({ corners }) => corners);
}

function placesIn(maps: OutlineMaps): readonly Place[] {
  const document = maps.document.map((inside, cell) => Math.min(1, Math.max(inside, maps.border[cell] ?? 0) * GAIN));
  const { labels, documents } = labelDocuments({ ...maps, document }, FEWEST_CELLS);
  return documents.map(({ label, confidence }) => ({ corners: placeOf(labels, label, maps), chance: confidence }));
}

/** Opposite corners of the cells with this label, in pixels. */
function placeOf(labels: Int16Array, label: number, { left, top, cellsPerPixel }: OutlineMaps): readonly [XY, XY] {
  let [x0, x1, y0, y1] = [MAP_SIDE, 0, MAP_SIDE, 0];
  for (const [cell, at] of labels.entries()) {
    if (at !== label) continue;
    const [x, y] = [cell % MAP_SIDE, Math.floor(cell / MAP_SIDE)];
    [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y)];
  }
  return [
    { x: (x0 - left) / cellsPerPixel, y: (y0 - top) / cellsPerPixel },
    { x: (x1 + 1 - left) / cellsPerPixel, y: (y1 + 1 - top) / cellsPerPixel },
  ];
}

function holdsMiddle({ corners: [low, high] }: Place, { corners: [a, b] }: Place): boolean {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  return x > low.x && x < high.x && y > low.y && y < high.y;
}
