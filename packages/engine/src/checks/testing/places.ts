import type { PageArea, PhotoPoint, Quad } from '../../photo/index.ts';

/** Where the fields of a built subject stand, unless its spec says otherwise: 200 × 20 px near the upper left corner. */
export const FIELD_PLACE: Quad<PhotoPoint> = quad(100, 100, 300, 120);

/** An area of the page that covers a share of `FIELD_PLACE` from its left, 0–1; `pageShare` is its share of the whole page. */
export function areaOver(share: number, pageShare = 0.001): PageArea {
  return { quad: quad(100, 90, 100 + 200 * share, 130), share: pageShare, strength: 1 };
}

/** Where a character of a built subject's zone stands: 44 of them across 900 px, the second line 40 px below the first. */
export function placeInZone(line: number, column: number): Quad<PhotoPoint> {
  const left = 50 + (column * 900) / 44;
  return quad(left, 600 + 40 * line, left + 900 / 44, 630 + 40 * line);
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
