import { resize } from '../downscale.ts';
import type { PageArea } from '../page.ts';
import type { RgbImage } from '../pixels.ts';
import { pageAreas } from './page-areas.ts';

/** The page is looked at this wide: a blob of half a percent is still 300 px. */
const COLUMNS = 320;
const SATURATED = 245;
/** Reported from half of the limit on, so that a policy can decide. */
const LEAST_SHARE = 0.001;
/** Where the paper itself is this bright, saturation alone does not tell glare from paper. */
const WHITE_PAPER = 236;

/** Saturated blobs. On white paper nothing is reported: there, glare takes away the print, which the blur map shows. */
export function glareAreas(page: RgbImage): readonly PageArea[] {
  const rows = Math.max(1, Math.round((COLUMNS * page.height) / page.width));
  const small = resize(page, COLUMNS, rows);
  const strength = new Float32Array(COLUMNS * rows);
  const histogram = new Uint32Array(256);
  for (let i = 0, s = 0; i < strength.length; i++, s += 3) {
    const least = Math.min(small.data[s] ?? 0, small.data[s + 1] ?? 0, small.data[s + 2] ?? 0);
    strength[i] = least;
    histogram[least] = (histogram[least] ?? 0) + 1;
  }
  if (median(histogram, strength.length) >= WHITE_PAPER) return [];
  return pageAreas(strength, COLUMNS, rows, SATURATED - 1, LEAST_SHARE, page.width, page.height);
}

function median(histogram: Uint32Array, total: number): number {
  let passed = 0;
  for (let level = 0; level < histogram.length; level++) {
    passed += histogram[level] ?? 0;
    if (passed * 2 >= total) return level;
  }
  return histogram.length - 1;
}
