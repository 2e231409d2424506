import type { Thresholds } from '@vidimus/vocabulary';
import type { Page } from '../photo/index.ts';

/** Whether only the light can be told of a page: in dusk colours and grids fade, and where it is burnt out they are gone. */
export function isBadlyLit({ quality }: Page, { luma_min, luma_max }: Thresholds): boolean {
  return quality.meanLuma < luma_min || quality.meanLuma > luma_max;
}
