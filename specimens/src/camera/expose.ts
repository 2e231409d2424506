import { bisect } from './bisect.ts';
import type { LightField } from './light-field.ts';
import { lumaOf } from './pixels.ts';
import { litColour } from './predict.ts';
import { probeBox, wholeOf } from './probe.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

const PROBES = 2500;
const MOST_GAIN = 12;

/** The gain at which the document's mean luma, clipped as the sensor clips it, becomes `meanLuma`. */
export function gainFor(view: View, light: LightField, sheet: Sheet, meanLuma: number): number {
  const lit = probeBox(view, sheet, wholeOf(sheet), PROBES).map((probe) => litColour(light, sheet, probe));
  return bisect(0, MOST_GAIN, (gain) => {
    let sum = 0;
    for (const [r, g, b] of lit)
      sum += lumaOf(Math.min(r * gain, 255), Math.min(g * gain, 255), Math.min(b * gain, 255));
    return sum / lit.length >= meanLuma;
  });
}
