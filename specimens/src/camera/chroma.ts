import { lumaOf, type Pixels } from './pixels.ts';
import { probeBox, wholeOf } from './probe.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

const PROBES = 6000;

/** Deviation of the colour over the document: root of the mean variance of Cb and Cr (Rec. 601, 0–255). */
export function chromaDeviationOf(
  photo: Pixels,
  view: View,
  sheet: Sheet,
  isLeftOut: (point: readonly [number, number]) => boolean = () => false,
): number {
  let [count, cb, cb2, cr, cr2] = [0, 0, 0, 0, 0];
  for (const { point } of probeBox(view, sheet, wholeOf(sheet), PROBES)) {
    const [x, y] = point;
    if (x < 0 || y < 0 || x >= photo.width || y >= photo.height || isLeftOut(point)) continue;
    const i = (Math.floor(y) * photo.width + Math.floor(x)) * 3;
    const [r, g, b] = [photo.data[i] ?? 0, photo.data[i + 1] ?? 0, photo.data[i + 2] ?? 0];
    const luma = lumaOf(r, g, b);
    const blue = 0.564 * (b - luma);
    const red = 0.713 * (r - luma);
    count++;
    cb += blue;
    cb2 += blue * blue;
    cr += red;
    cr2 += red * red;
  }
  const n = Math.max(count, 1);
  const variance = cb2 / n - (cb / n) ** 2 + cr2 / n - (cr / n) ** 2;
  return Math.sqrt(Math.max(0, variance) / 2);
}
