export { downscale } from './downscale.ts';
export * from './geometry.ts';
export { applyHomography, homographyBetween, invertHomography } from './homography.ts';
export { locatePages } from './locate-pages.ts';
export * from './page.ts';
export { pageAt } from './page-at.ts';
export * from './pixels.ts';
export { shrinkToGrey } from './shrink-to-grey.ts';
export { solveLinear } from './solve-linear.ts';
