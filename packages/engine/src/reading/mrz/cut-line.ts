import { type GreyImage, type Homography, homographyBetween, type PagePoint, type Quad } from '../../photo/index.ts';
import { cutLine as cut } from '../cut-line.ts';
import { LINE_SHAPE } from './line-network.ts';

/** The quad straightened to 640×32 and normalised as the line network wants it. */
export function cutLine(page: GreyImage, quad: Quad<PagePoint>): Float32Array {
  return cut(page, quad, LINE_SHAPE);
}

/** From pixels of the cut-out (640×32) to the page. Throws where three corners of the quad are in line. */
export function cutoutToPage(quad: Quad<PagePoint>): Homography {
  const { width, height } = LINE_SHAPE;
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ] as const;
  return homographyBetween(corners, quad);
}
