import type { PageArea, PhotoPoint, Quad } from '../../photo/index.ts';

/** Where the fields of a built subject stand, unless its spec says otherwise: 200 × 20 px near the upper left corner. */
export const FIELD_PLACE: Quad<PhotoPoint> = quad(100, 100, 300, 120);

/** An area of the page that covers a share of `FIELD_PLACE` from its left, 0–1; `pageShare` is its share of the whole page. */
export function areaOver(share: number, pageShare = 0.001): PageArea {
  return { quad: quad(100, 90, 100 + 200 * share, 130), share: pageShare, strength: 1 };
}

/** An upright quad, in pixels; the page of a built subject is the photo itself, so that it may stand for either. */
export function quad(
  left: number,
  top: number,
  right: number,
  bottom: number,
): Quad<{ readonly x: number; readonly y: number }> {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
