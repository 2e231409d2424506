import type { PagePoint, Quad } from '../geometry.ts';
import { homographyBetween } from '../homography.ts';
import type { RgbImage } from '../pixels.ts';
import { straighten } from '../straighten.ts';

/** The pixels under a quad as a picture of `width`×`height`, its first side on top. */
export function cropLine(page: RgbImage, quad: Quad<PagePoint>, width: number, height: number): RgbImage {
  const map = homographyBetween(
    [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    quad,
  );
  const across = Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y) / height;
  return straighten(page, map, width, height, across).image;
}
