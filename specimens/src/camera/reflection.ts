import type { BoxMm } from '../flat-document.ts';
import { bisect } from './bisect.ts';
import type { Point } from './homography.ts';
import { LIGHT_PARTS, type LightField } from './light-field.ts';
import { litColour } from './predict.ts';
import { cornersInPhoto, type Probe, probeBox } from './probe.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

/** Light added (levels) at a point of the photograph. */
export type Reflection = (point: Point) => number;

/** What the sensor calls white, of the least of red, green and blue. */
export const SATURATED = 245;
/** Added at the core of a reflection: drowns even black print. */
const CORE = 262;
const PROBES = 500;

/** Adds a reflection to the light of the whole frame. */
export function addReflection(light: LightField, reflection: Reflection): void {
  for (let row = 0, i = LIGHT_PARTS - 1; row < light.rows; row++) {
    for (let column = 0; column < light.columns; column++, i += LIGHT_PARTS) {
      light.values[i] = (light.values[i] ?? 0) + reflection([column * light.stepPx, row * light.stepPx]);
    }
  }
}

/** The share of the places that a reflection saturates. */
export function saturatedShare(
  light: LightField,
  sheet: Sheet,
  probes: readonly Probe[],
  reflection: Reflection,
): number {
  const hit = probes.filter((probe) => {
    const added = reflection(probe.point);
    return added > 0 && Math.min(...litColour(light, sheet, probe)) + added >= SATURATED;
  });
  return hit.length / Math.max(1, probes.length);
}

/** A lamp or window mirrored over a box of the document, as large as it takes to saturate `share` of it. */
export function reflectionOver(
  view: View,
  light: LightField,
  sheet: Sheet,
  box: BoxMm,
  share: number,
  random: Random,
): Reflection {
  const corners = cornersInPhoto(view, sheet, box);
  const [a, b, c, d] = corners;
  const centre: Point = [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4];
  const along = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const isLong = box.width > LONG_BOX * box.height;
  const shape = {
    centre,
    angle: along + random.between(-0.3, 0.3),
    aspect: isLong ? random.between(2.2, 5) : random.between(0.7, 1.6),
    halo: random.between(1.8, 4.5),
    // A window has corners, a lamp has none.
    squareness: random.chance(0.3) ? 8 : 2,
  };
  const probes = probeBox(view, sheet, box, PROBES);
  const most = Math.max(view.pose.widthPx, view.pose.heightPx);
  const radius = bisect(1, most, (r) => saturatedShare(light, sheet, probes, blob({ ...shape, radius: r })) >= share);
  return blob({ ...shape, radius });
}

/** Boxes longer than this many heights get a long reflection: a tube or a window's edge. */
const LONG_BOX = 5;

export type BlobShape = {
  readonly centre: Point;
  readonly angle: number;
  /** Half the height of the core, pixels; it is `aspect` times as long. */
  readonly radius: number;
  readonly aspect: number;
  /** How fast the halo fades, per radius. */
  readonly halo: number;
  /** Exponent of the superellipse: 2 round, more is squarer. */
  readonly squareness: number;
};

export function blob({ centre, angle, radius, aspect, halo, squareness }: BlobShape): Reflection {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return ([x, y]) => {
    const [dx, dy] = [x - centre[0], y - centre[1]];
    const p = Math.abs(c * dx + s * dy) / (radius * aspect);
    const q = Math.abs(c * dy - s * dx) / radius;
    if (p > REACH || q > REACH) return 0;
    const d = squareness === 2 ? Math.sqrt(p * p + q * q) : (p ** squareness + q ** squareness) ** (1 / squareness);
    if (d <= 1) return CORE;
    const added = CORE * Math.exp((1 - d) * halo);
    return added < 1 ? 0 : added;
  };
}

/** Radii beyond which no halo is left. */
const REACH = 5;
