import type { GreyImage, PagePoint, RgbImage } from '../../photo/index.ts';
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
/** Samples along each side of a target pixel, where the picture is finer than the cut-out. */
const MOST_SAMPLES = 3;
const RGB = 3;
// Rec. 601 luma, as in to-grey.ts.
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

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

/** The zone in grey, upright and flat. What lies outside the picture repeats its border. */
export function cutZone(picture: RgbImage | GreyImage, frame: ZoneFrame): GreyImage {
  const { width, height, origin, right, scale } = frame;
  const data = new Uint8Array(width * height);
  const each = Math.max(1, Math.min(MOST_SAMPLES, Math.round(scale)));
  const share = 1 / (each * each);
  const isColour = picture.data.length === picture.width * picture.height * RGB;
  // Of several samples to a pixel each may be the nearest one; a single one is taken from between its four neighbours.
  const sample = each > 1 ? (isColour ? nearestColour : nearestGrey) : isColour ? sampleColour : sampleGrey;
  const bends = Float64Array.from({ length: width * each }, (_, k) => frame.bend((k + 0.5) / each));
  const step = scale / each;
  for (let y = 0, t = 0; y < height; y++) {
    for (let x = 0; x < width; x++, t++) {
      let sum = 0;
      for (let k = x * each; k < (x + 1) * each; k++) {
        const along = (k + 0.5) * step;
        for (let j = 0; j < each; j++) {
          const across = (y + (bends[k] ?? 0)) * scale + (j + 0.5) * step;
          sum += sample(
            picture,
            origin.x + along * right.x - across * right.y - 0.5,
            origin.y + along * right.y + across * right.x - 0.5,
          );
        }
      }
      data[t] = sum * share + ROUND;
    }
  }
  return { width, height, data };
}
const ROUND = 0.5;

function nearestGrey({ width, height, data }: GreyImage, x: number, y: number): number {
  const sx = Math.min(width - 1, Math.max(0, (x + ROUND) | 0));
  const sy = Math.min(height - 1, Math.max(0, (y + ROUND) | 0));
  return data[sy * width + sx] ?? 0;
}

function nearestColour({ width, height, data }: RgbImage, x: number, y: number): number {
  const sx = Math.min(width - 1, Math.max(0, (x + ROUND) | 0));
  const sy = Math.min(height - 1, Math.max(0, (y + ROUND) | 0));
  return luma(data, (sy * width + sx) * RGB);
}

function sampleGrey({ width, height, data }: GreyImage, x: number, y: number): number {
  const sx = Math.min(width - 1, Math.max(0, x));
  const sy = Math.min(height - 1, Math.max(0, y));
  const a = (sy | 0) * width + (sx | 0);
  const b = (sx | 0) < width - 1 ? 1 : 0;
  const c = (sy | 0) < height - 1 ? width : 0;
  const fx = sx - (sx | 0);
  const upper = (data[a] ?? 0) * (1 - fx) + (data[a + b] ?? 0) * fx;
  const lower = (data[a + c] ?? 0) * (1 - fx) + (data[a + b + c] ?? 0) * fx;
  return upper + (lower - upper) * (sy - (sy | 0));
}

function sampleColour({ width, height, data }: RgbImage, x: number, y: number): number {
  const sx = Math.min(width - 1, Math.max(0, x));
  const sy = Math.min(height - 1, Math.max(0, y));
  const a = ((sy | 0) * width + (sx | 0)) * RGB;
  const b = (sx | 0) < width - 1 ? RGB : 0;
  const c = (sy | 0) < height - 1 ? width * RGB : 0;
  const fx = sx - (sx | 0);
  const upper = luma(data, a) * (1 - fx) + luma(data, a + b) * fx;
  const lower = luma(data, a + c) * (1 - fx) + luma(data, a + b + c) * fx;
  return upper + (lower - upper) * (sy - (sy | 0));
}

function luma(data: Uint8Array, at: number): number {
  return (data[at] ?? 0) * RED + (data[at + 1] ?? 0) * GREEN + (data[at + 2] ?? 0) * BLUE;
}
