import { type LightField, lightAt } from './light-field.ts';
import { lumaOf, type Pixels } from './pixels.ts';
import { probeBox, wholeOf } from './probe.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

const PROBES = 2500;
const BISECTIONS = 20;
const MOST_GAIN = 8;

/** The gain at which the document's mean luma, clipped as the sensor clips it, becomes `meanLuma`. */
export function gainFor(view: View, light: LightField, sheet: Sheet, meanLuma: number): number {
  const lit = probeBox(view, sheet, wholeOf(sheet), PROBES).map(({ point, atMm }) => {
    const [r, g, b] = texelAt(sheet.picture, atMm[0] / sheet.widthMm, atMm[1] / sheet.heightMm);
    const gain = (part: number): number => lightAt(light, point[0], point[1], part);
    return [r * gain(0), g * gain(1), b * gain(2)] as const;
  });
  let [low, high] = [0, MOST_GAIN];
  for (let step = 0; step < BISECTIONS; step++) {
    const gain = (low + high) / 2;
    let sum = 0;
    for (const [r, g, b] of lit)
      sum += lumaOf(Math.min(r * gain, 255), Math.min(g * gain, 255), Math.min(b * gain, 255));
    if (sum / lit.length < meanLuma) low = gain;
    else high = gain;
  }
  return high;
}

function texelAt(picture: Pixels, u: number, v: number): readonly [number, number, number] {
  const x = Math.min(Math.floor(u * picture.width), picture.width - 1);
  const y = Math.min(Math.floor(v * picture.height), picture.height - 1);
  const i = (y * picture.width + x) * 3;
  return [picture.data[i] ?? 0, picture.data[i + 1] ?? 0, picture.data[i + 2] ?? 0];
}
