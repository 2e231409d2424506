import { resize } from '../downscale.ts';
import type { PageArea } from '../page.ts';
import type { RgbImage } from '../pixels.ts';
import { pageAreas } from './page-areas.ts';

/** The page is looked at this wide: a blob of half a percent is still 300 cells. */
const COLUMNS = 320;
const SATURATED = 245;
/** Reflections drown everything; white print that is lit well keeps a little grain. */
const DROWNED = 249;
/** Reported from a sixth of the limit on: less than that hides a short field. */
const LEAST_SHARE = 0.0004;
/** Where the paper itself is this bright, saturation alone does not tell glare from paper. */
const WHITE_PAPER = 236;
/** An outline may be off by this part of the page; a white table shows there. */
const RIM_SHARE = 0.02;

/** Saturated areas of a page, and how saturated (0–255) a place on it is, px. */
export type Glare = { readonly areas: readonly PageArea[]; readonly at: (x: number, y: number) => boolean };

/** Saturated blobs. On white paper nothing is reported: there, glare takes away the print, which the blur map shows. */
export function findGlare(page: RgbImage): Glare {
  const rows = Math.max(1, Math.round((COLUMNS * page.height) / page.width));
  const small = resize(page, COLUMNS, rows);
  const strength = new Float32Array(COLUMNS * rows);
  const histogram = new Uint32Array(256);
  const rim = Math.ceil(RIM_SHARE * Math.max(COLUMNS, rows));
  for (let y = 0, i = 0; y < rows; y++) {
    for (let x = 0; x < COLUMNS; x++, i++) {
      const s = i * 3;
      const least = Math.min(small.data[s] ?? 0, small.data[s + 1] ?? 0, small.data[s + 2] ?? 0);
      histogram[least] = (histogram[least] ?? 0) + 1;
      const isInside = x >= rim && y >= rim && x < COLUMNS - rim && y < rows - rim;
      strength[i] = isInside ? least : 0;
    }
  }
  if (median(histogram, strength.length) >= WHITE_PAPER) return NO_GLARE;
  const blobs = pageAreas(strength, COLUMNS, rows, SATURATED - 1, LEAST_SHARE, page.width, page.height);
  const areas = blobs.filter((area) => area.strength >= DROWNED);
  if (areas.length === 0) return NO_GLARE;
  const at = (x: number, y: number): boolean => {
    const column = Math.floor((x * COLUMNS) / page.width);
    const row = Math.floor((y * rows) / page.height);
    return (strength[row * COLUMNS + column] ?? 0) >= SATURATED;
  };
  return { areas, at };
}

const NO_GLARE: Glare = { areas: [], at: () => false };

function median(histogram: Uint32Array, total: number): number {
  let passed = 0;
  for (let level = 0; level < histogram.length; level++) {
    passed += histogram[level] ?? 0;
    if (passed * 2 >= total) return level;
  }
  return histogram.length - 1;
}
