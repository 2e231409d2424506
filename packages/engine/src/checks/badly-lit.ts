import type { Thresholds } from '@vidimus/vocabulary';
import type { Page } from '../photo/index.ts';

/** In dusk colours and grids fade, on a burnt-out page they are gone: then only the light is told. */
export function isBadlyLit({ quality }: Page, { luma_min, luma_max }: Thresholds): boolean {
  return quality.meanLuma < luma_min || quality.meanLuma > luma_max;
}
