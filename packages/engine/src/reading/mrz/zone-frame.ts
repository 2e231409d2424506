import type { PagePoint } from '../../photo/index.ts';
import type { ZonePlace } from './zone-place.ts';

/** How a straightened zone lies in its picture. `bend` tells for a column how many of the cut-out's pixels lower it lies there. */
export type ZoneFrame = {
  readonly width: number;
  readonly height: number;
  /** Of the cut-out's upper left corner, in pixels of the picture. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly right: { readonly x: number; readonly y: number };
  /** Pixels of the picture to one of the cut-out. */
  readonly scale: number;
  readonly bend: (x: number) => number;
};

/** Paper around a zone: of its length at either end, and of its height above and below. */
const MARGIN_ALONG = 0.12;
const MARGIN_ACROSS = 0.5;
/** And at least, in heights of its capitals. */
const LEAST_MARGIN = 2.5;
/** Small zones are blown up to this width at most: the line network wants letters of some size. */
const LEAST_WIDTH = 640;

/**
 * The frame around a place, not bent, and at most `mostWidth` pixels wide. It is at least `leastAspect` times as high as wide:
 * how much of the document around its zone is seen.
 */
export function frameAround(place: ZonePlace, mostWidth: number, leastAspect = 0): ZoneFrame {
  const margin = LEAST_MARGIN * place.capPx;
  const length = place.lengthPx + 2 * Math.max(MARGIN_ALONG * place.lengthPx, margin);
  const close = place.heightPx + 2 * Math.max(MARGIN_ACROSS * place.heightPx, margin);
  const tall = Math.max(close, leastAspect * length);
  const width = Math.round(Math.min(mostWidth, Math.max(LEAST_WIDTH, length)));
  const scale = length / width;
  const { middle, right } = place;
  return {
    width,
    height: Math.max(1, Math.round(tall / scale)),
    origin: {
      x: middle.x - (right.x * length) / 2 + (right.y * tall) / 2,
      y: middle.y - (right.y * length) / 2 - (right.x * tall) / 2,
    },
    right,
    scale,
    bend: () => 0,
  };
}

/** Where a point of the cut-out lies in the picture. */
export function toPicture({ origin, right, scale, bend }: ZoneFrame, { x, y }: PagePoint): PagePoint {
  const across = (y + bend(x)) * scale;
  const along = x * scale;
  return { x: origin.x + along * right.x - across * right.y, y: origin.y + along * right.y + across * right.x };
}

/** A place in the cut-out, as it lies in the picture. */
export function placeInPicture(
  frame: ZoneFrame,
  { middle, right, lengthPx, heightPx, capPx, weight }: ZonePlace,
): ZonePlace {
  const { scale, right: axis } = frame;
  return {
    middle: toPicture(frame, middle),
    right: { x: right.x * axis.x - right.y * axis.y, y: right.x * axis.y + right.y * axis.x },
    lengthPx: lengthPx * scale,
    heightPx: heightPx * scale,
    capPx: capPx * scale,
    weight,
  };
}
