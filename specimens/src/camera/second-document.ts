import { bisect } from './bisect.ts';
import type { Point } from './homography.ts';
import { probeBox, wholeOf } from './probe.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

/** Lays the second document beside the first, all of it to be in the frame; its distance is chosen so that they do not touch. */
export function besideFirst(first: Sheet, second: Omit<Sheet, 'centreMm' | 'rotationDegrees'>, random: Random): Sheet {
  const rotationDegrees = random.between(-35, 35) + (random.chance(0.5) ? 0 : 180);
  const isBelow = random.chance(0.6);
  const gap = random.between(2, 14);
  const turn = (rotationDegrees * Math.PI) / 180;
  const [c, s] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const halfWidth = (c * second.widthMm + s * second.heightMm) / 2;
  const halfHeight = (s * second.widthMm + c * second.heightMm) / 2;
  const sign = random.chance(0.5) ? 1 : -1;
  const centreMm: Point = isBelow
    ? [random.between(-15, 15), sign * (first.heightMm / 2 + halfHeight + gap)]
    : [sign * (first.widthMm / 2 + halfWidth + gap), random.between(-12, 12)];
  return { ...second, centreMm, rotationDegrees };
}

/** Moves the second document away from the first until only `share` of it is left in the frame. */
export function moveOut(view: View, second: Sheet, share: number): Sheet {
  const [x, y] = second.centreMm;
  const at = (far: number): Sheet => ({ ...second, centreMm: [x * far, y * far] });
  const far = bisect(1, MOST_STEPS_OUT, (by) => shareInFrame(view, at(by)) <= share);
  return at(far);
}

const MOST_STEPS_OUT = 8;
const PROBES = 1500;

export function shareInFrame(view: View, sheet: Sheet): number {
  const probes = probeBox(view, sheet, wholeOf(sheet), PROBES);
  const { widthPx, heightPx } = view.pose;
  const seen = probes.filter(({ point: [x, y] }) => x >= 0 && y >= 0 && x < widthPx && y < heightPx);
  return seen.length / probes.length;
}
