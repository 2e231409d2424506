import { connectedCells } from '../connected-cells.ts';
import type { PageArea } from '../page.ts';
import type { RgbImage } from '../pixels.ts';
import { levelsAround } from './levels-around.ts';
import { medianLevel } from './median-level.ts';
import { areaOfCells } from './page-areas.ts';

/** Cells along the page's long edge: a tenth of a millimetre of a card, so that the rim of the smallest reflection shows. */
const LONG_EDGE = 800;
/** What a sensor calls white, of the least of red, green and blue. */
const SATURATED = 245;
/** Reflections drown everything; white print that is lit well keeps a little grain. */
const DROWNED = 248;
/** Smaller than this share of the page a reflection hides no letter. */
const LEAST_SHARE = 0.0001;
/** An outline may be off by this part of the page; a white table shows there. */
const RIM_SHARE = 0.02;

/** Where most of the paper is this bright, saturation does not tell glare from paper. */
const WHITE_PAPER = 236;
/**
 * Rings of cells that are looked at around a saturated blob. Light that a surface mirrors fades outwards over several of them; paper
 * that is lit too much stays bright, and a white panel ends within two.
 */
const RINGS = 12;
/** What lies further out may be another thing: only the fading is followed there. */
const NEAR_RINGS = 8;
/** By the sixth ring the paper must be darker than saturated by so much (levels), or the light falls on all of it. */
const FADED_RING = 5;
const LEAST_FADED = 8;
/** A small reflection has a narrow rim: less than this share of the page, and it must have faded by the third ring. */
const SMALL_SHARE = 0.0015;
const SMALL_FADED_RING = 2;
const SMALL_LEAST_FADED = 19;
/** The most that one ring may be darker than the one before it: the first, which print may cut, and those after it. */
const STEEPEST_FIRST = 40;
const STEEPEST = 20;
/** Noise and print let a ring be brighter than the one before it by so much. */
const MOST_RISE = 6;
/** Of all that the near rings fall, less than this part lies within three of them. */
const NOT_AT_ONCE = 0.85;
/**
 * In a blurred picture panels and print fade as well: four fifths of the way within two rings and three times the blur's σ. A rim that is
 * no softer than that proves nothing.
 */
const FADE = 0.8;
const SHARP_FADE_RINGS = 2;
const FADE_PER_BLUR = 3.2;

/** Reflections on a page, and whether a place on it, px, is drowned by one. */
export type Glare = { readonly areas: readonly PageArea[]; readonly at: (x: number, y: number) => boolean };

/**
 * Saturated blobs with the soft rim of a reflection. White print, white panels and paper that is lit too much are saturated as well, but
 * what is printed on them can be seen. `blurPx` is the picture's own blur, σ in px of the page.
 */
export function findGlare(page: RgbImage, blurPx: number): Glare {
  const scale = Math.min(1, LONG_EDGE / Math.max(page.width, page.height));
  const columns = Math.max(1, Math.round(page.width * scale));
  const rows = Math.max(1, Math.round(page.height * scale));
  const levels = leastOfColours(page, columns, rows);
  if (medianLevel(levels) >= WHITE_PAPER) return { areas: [], at: () => false };
  const fadeRings = SHARP_FADE_RINGS + FADE_PER_BLUR * blurPx * scale;
  const blobs = connectedCells(insideOf(levels, columns, rows), columns, SATURATED - 1, LEAST_SHARE * columns * rows);
  const drowned = new Uint8Array(levels.length);
  const areas: PageArea[] = [];
  const seen = new Uint32Array(levels.length);
  for (const [i, cells] of blobs.entries()) {
    const rings = levelsAround(levels, columns, cells, RINGS, { seen, count: i + 1 });
    if (!fades(rings, cells.length / levels.length) || ringsToFade(rings) < fadeRings) continue;
    const area = areaOfCells(cells, levels, columns, rows, page.width, page.height);
    if (area.strength < DROWNED) continue;
    areas.push(area);
    for (const cell of cells) drowned[cell] = 1;
  }
  const at = (x: number, y: number): boolean => {
    const column = Math.floor((x * columns) / page.width);
    const row = Math.floor((y * rows) / page.height);
    return drowned[row * columns + column] === 1;
  };
  return { areas: areas.sort((a, b) => b.share - a.share), at };
}

/** Whether the levels around a blob that fills a share of the page are those of a rim that fades. */
function fades(rings: readonly number[], share: number): boolean {
  if (SATURATED - (rings[FADED_RING] ?? 0) < LEAST_FADED) return false;
  const third = rings[SMALL_FADED_RING] ?? 0;
  if (share < SMALL_SHARE && SATURATED - third < SMALL_LEAST_FADED) return false;
  const near = rings.slice(0, NEAR_RINGS);
  const falls = near.slice(1).map((level, i) => (near[i] ?? 0) - level);
  if (Math.max(...falls.slice(1)) > STEEPEST || (falls[0] ?? 0) > STEEPEST_FIRST) return false;
  if (Math.min(...falls) < -MOST_RISE) return false;
  return SATURATED - third < NOT_AT_ONCE * (SATURATED - Math.min(...near));
}

/** In how many rings the light has gone most of its way to the darkest of them. */
function ringsToFade(rings: readonly number[]): number {
  const end = SATURATED - FADE * (SATURATED - Math.min(...rings));
  return rings.findIndex((level) => level <= end) + 1;
}

/** Of each cell the mean of four places, of each place the least of red, green and blue: print in any colour is darker than light. */
function leastOfColours({ width, height, data }: RgbImage, columns: number, rows: number): Uint8Array {
  const levels = new Uint8Array(columns * rows);
  const across = placesIn(width, columns);
  const down = placesIn(height, rows);
  for (let row = 0, i = 0; row < rows; row++) {
    const upper = (down[2 * row] ?? 0) * width;
    const lower = (down[2 * row + 1] ?? 0) * width;
    for (let column = 0; column < columns; column++, i++) {
      const left = across[2 * column] ?? 0;
      const right = across[2 * column + 1] ?? 0;
      const sum = leastAt(upper + left) + leastAt(upper + right) + leastAt(lower + left) + leastAt(lower + right);
      levels[i] = (sum + 2) >> 2;
    }
  }
  return levels;

  function leastAt(pixel: number): number {
    const s = pixel * 3;
    const red = data[s] ?? 0;
    const green = data[s + 1] ?? 0;
    const blue = data[s + 2] ?? 0;
    return red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
  }
}

/** Two evenly spaced pixels of each of `cells` along a side of `length` pixels. */
function placesIn(length: number, cells: number): Int32Array {
  const places = new Int32Array(cells * 2);
  for (let i = 0; i < places.length; i++) places[i] = Math.floor(((i + 0.5) * length) / places.length);
  return places;
}

/** The same without the rim of the page. */
function insideOf(levels: Uint8Array, columns: number, rows: number): Uint8Array {
  const rim = Math.ceil(RIM_SHARE * Math.max(columns, rows));
  const inside = new Uint8Array(levels.length);
  for (let y = rim; y < rows - rim; y++) {
    const start = y * columns;
    inside.set(levels.subarray(start + rim, start + columns - rim), start + rim);
  }
  return inside;
}
