import type { Homography, PhotoPoint, Quad } from './geometry.ts';
import { applyHomography } from './homography.ts';
import type { TextLine } from './page.ts';
import { lengthOf } from './text/line-length.ts';

/** Lines at least this many heights long have a direction. */
const LONG = 4;
/** Text that runs this far askew (radians, 5°) does not lie on the page that the outline says. */
const ASKEW = 0.09;
/** Lines within this of the common direction (radians, 9°) belong to the document. */
const ALIKE = 0.16;
const FEWEST_LINES = 3;
/** Around its text a document has margins: this part of the text's extent. */
const MARGIN = 0.12;

/**
 * Where an outline was wrong, text runs askew on the page: then a rectangle around the text, along its direction, in the
 * photo's pixels, takes the outline's place. Null where the text runs along the page, or there is too little of it.
 */
export function levelByText(lines: readonly TextLine[], pageToPhoto: Homography): Quad<PhotoPoint> | null {
  const long = lines.filter((line) => lengthOf(line) > LONG * line.heightPx);
  if (long.length < FEWEST_LINES) return null;
  const angle = commonAngle(long);
  if (Math.abs(angle) < ASKEW) return null;
  const alike = lines.filter((line) => Math.abs(askew(line, angle)) < ALIKE);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of alike) {
    for (const p of line.quad) {
      const u = p.x * c + p.y * s;
      const v = p.y * c - p.x * s;
      left = Math.min(left, u);
      right = Math.max(right, u);
      top = Math.min(top, v);
      bottom = Math.max(bottom, v);
    }
  }
  if (!(right > left && bottom > top)) return null;
  const mx = (right - left) * MARGIN;
  const my = (bottom - top) * MARGIN;
  const corner = (u: number, v: number): PhotoPoint => applyHomography(pageToPhoto, u * c - v * s, u * s + v * c);
  return [
    corner(left - mx, top - my),
    corner(right + mx, top - my),
    corner(right + mx, bottom + my),
    corner(left - mx, bottom + my),
  ];
}

/** Mean direction of the lines weighted by length, modulo a quarter turn, -π/4 to π/4. */
function commonAngle(lines: readonly TextLine[]): number {
  let x = 0;
  let y = 0;
  for (const line of lines) {
    const angle = angleOf(line);
    x += lengthOf(line) * Math.cos(4 * angle);
    y += lengthOf(line) * Math.sin(4 * angle);
  }
  return Math.atan2(y, x) / 4;
}

/** From the common direction or one square to it. */
function askew(line: TextLine, angle: number): number {
  return Math.atan2(Math.sin(4 * (angleOf(line) - angle)), Math.cos(4 * (angleOf(line) - angle))) / 4;
}

function angleOf({ quad: [a, b] }: TextLine): number {
  return Math.atan2(b.y - a.y, b.x - a.x);
}
