import type { BoxMm } from '../flat-document.ts';
import { bisect } from './bisect.ts';
import type { Point } from './homography.ts';
import { type LightField, lightAt } from './light-field.ts';
import { noiseAt, noiseSquare } from './noise.ts';
import type { Colour, Pixels } from './pixels.ts';
import { cornersInPhoto, probeBox } from './probe.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

/** A finger that reaches into the picture. Pixels of the photograph. */
export type Finger = {
  readonly tip: Point;
  /** Unit vector from the hand to the tip. */
  readonly direction: Point;
  /** Half its breadth, at the last joint. */
  readonly radiusPx: number;
  readonly skin: Colour;
  readonly hasNail: boolean;
  readonly look: number;
};

/** From very light to very dark, as hands look in daylight (sRGB). */
const SKINS: readonly [Colour, ...Colour[]] = [
  [238, 202, 182],
  [226, 178, 150],
  [206, 150, 118],
  [182, 126, 92],
  [150, 98, 68],
  [112, 72, 50],
  [80, 52, 38],
  [58, 40, 32],
];
const PROBES = 400;
/** Half the breadth of a fingertip or thumb, mm. */
const RADIUS_MM = { least: 6.5, most: 10.5 } as const;

/** A finger from outside the frame, pushed in until it covers `share` of a box of the document. */
export function fingerOver(view: View, sheet: Sheet, box: BoxMm, share: number, random: Random): Finger {
  const [a, b, c, d] = cornersInPhoto(view, sheet, box);
  const centre: Point = [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4];
  const direction = directionFor(view, sheet, box, random);
  const pixelsPerMm = Math.hypot(b[0] - a[0], b[1] - a[1]) / box.width;
  const probes = probeBox(view, sheet, box, PROBES);
  const base = {
    direction,
    radiusPx: random.between(RADIUS_MM.least, RADIUS_MM.most) * pixelsPerMm,
    skin: random.pick(SKINS),
    hasNail: random.chance(0.75),
    look: random.between(0, 500),
  };
  const at = (push: number): Finger => ({
    ...base,
    tip: [centre[0] + direction[0] * push, centre[1] + direction[1] * push],
  });
  const reach = (box.width + box.height) * pixelsPerMm + base.radiusPx;
  const push = bisect(-reach, reach, (far) => {
    const cover = fingerCover(at(far));
    return probes.filter(({ point }) => cover(point) > 0.5).length >= share * probes.length;
  });
  return at(push);
}

/** Along a long box from the side of the document that is nearer; from below or the side onto a short one. */
function directionFor(view: View, sheet: Sheet, box: BoxMm, random: Random): Point {
  const [a, b, , d] = cornersInPhoto(view, sheet, box);
  const isLong = box.width > 2 * RADIUS_MM.least;
  const toRight = box.x + box.width / 2 < sheet.widthMm / 2;
  const angle = random.between(-0.3, 0.3);
  const axis: Point = isLong ? [b[0] - a[0], b[1] - a[1]] : [a[0] - d[0], a[1] - d[1]];
  const sign = isLong && !toRight ? -1 : 1;
  const length = Math.hypot(axis[0], axis[1]) * sign;
  const [x, y] = [axis[0] / length, axis[1] / length];
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

/** How much of a point the finger covers, 0–1. */
export function fingerCover(finger: Finger): (point: Point) => number {
  return (point) => {
    const { distance } = placeOn(finger, point);
    return Math.max(0, Math.min(0.5 - distance, 1));
  };
}

type Place = {
  /** Pixels behind the tip along the finger; below 0 in front of it. */
  readonly behind: number;
  /** −1 … 1 from one side of the finger to the other. */
  readonly across: number;
  /** Pixels outside its rim; below 0 inside. */
  readonly distance: number;
};

function placeOn(finger: Finger, [x, y]: Point): Place {
  const r = finger.radiusPx;
  // The tip's roundness is centred one radius behind it.
  const dx = x - finger.tip[0] + finger.direction[0] * r;
  const dy = y - finger.tip[1] + finger.direction[1] * r;
  const behind = -(dx * finger.direction[0] + dy * finger.direction[1]);
  const side = dx * -finger.direction[1] + dy * finger.direction[0];
  // The tip is slimmer than the joint, and behind the finger comes the hand.
  const swell =
    behind < HAND * r ? 0.92 + 0.08 * Math.min(1, Math.max(0, behind / (2 * r))) : 1 + (behind / r - HAND) * 0.35;
  const breadth = r * Math.min(swell, MOST_SWELL);
  if (behind >= 0) return { behind: behind + r, across: side / breadth, distance: Math.abs(side) - breadth };
  const out = Math.hypot(behind * TIP_BLUNTNESS, side);
  return { behind: behind + r, across: side / breadth, distance: out - breadth };
}

/** Radii behind the tip at which the hand begins, how broad it gets, and how blunt the tip is. */
const HAND = 6.5;
const MOST_SWELL = 4;
const TIP_BLUNTNESS = 1.08;

/** Paints a finger with the shadow under it. */
export function paintFinger(photo: Pixels, light: LightField, finger: Finger): void {
  const noise = noiseSquare();
  const r = finger.radiusPx;
  const data = photo.data;
  const soft = r * 0.35;
  for (let y = 0, to = 0; y < photo.height; y++) {
    for (let x = 0; x < photo.width; x++, to += 3) {
      const across = (x - finger.tip[0]) * -finger.direction[1] + (y - finger.tip[1]) * finger.direction[0];
      if (Math.abs(across) > r * (MOST_SWELL + 1)) continue;
      const place = placeOn(finger, [x + 0.5, y + 0.5]);
      if (place.distance > soft) continue;
      const cover = Math.max(0, Math.min(0.5 - place.distance, 1));
      if (cover < 1) {
        const near = 1 - Math.max(0, place.distance) / soft;
        const darker = 1 - 0.45 * near * near;
        for (let c = 0; c < 3; c++) data[to + c] = (data[to + c] ?? 0) * darker;
      }
      if (cover === 0) continue;
      const q = Math.min(1, Math.abs(place.across));
      const tipward = Math.max(0, 1 - place.behind / r);
      const round = Math.sqrt(Math.max(0, 1 - q * q)) * (1 - 0.35 * tipward * tipward);
      const along = place.behind / r;
      const lines = noiseAt(noise, along * 26 + finger.look, place.across * 3 + 40);
      const blotch = noiseAt(noise, along * 5 + finger.look, place.across * 6);
      const crease = Math.exp(-(((along - 2.6) / 0.12) ** 2)) + Math.exp(-(((along - 5.2) / 0.14) ** 2));
      let shade = 0.5 + 0.5 * round - 0.13 * crease * lines + 0.08 * (lines - 0.5) + 0.1 * (blotch - 0.5);
      const nail = finger.hasNail ? nailAt(along, place.across) : 0;
      const redness = 1 + 0.06 * (blotch - 0.5) + 0.05 * tipward;
      shade *= 1 + 0.12 * nail;
      for (let c = 0; c < 3; c++) {
        const gain = lightAt(light, x, y, c);
        const own = finger.skin[c] ?? 0;
        const tone = own + nail * 0.45 * ((NAIL[c] ?? 0) * (0.35 + 0.65 * (own / 255)) - own);
        const value = Math.min(255, tone * shade * gain * (c === 0 ? redness : 1) + nail * gloss(along, place.across));
        data[to + c] = value * cover + (data[to + c] ?? 0) * (1 - cover);
      }
    }
  }
}

const NAIL: Colour = [250, 222, 214];

/** 1 on the nail, 0 off it: an ellipse that begins just behind the tip. */
function nailAt(along: number, across: number): number {
  const d = ((along - 0.95) / 0.72) ** 2 + (across / 0.62) ** 2;
  return Math.max(0, Math.min((1 - d) * 8, 1));
}

function gloss(along: number, across: number): number {
  return 34 * Math.exp(-(((along - 0.8) / 0.4) ** 2) - ((across + 0.2) / 0.14) ** 2);
}
