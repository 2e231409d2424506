import type { Point } from './homography.ts';
import { type LightField, lightAt } from './light-field.ts';
import type { Colour, Pixels } from './pixels.ts';
import type { Probe } from './probe.ts';
import type { Sheet } from './sheet.ts';

/** The colour that a place of the sheet will have in the photograph, reflections left out and not yet clipped. */
export function litColour(light: LightField, sheet: Sheet, { point, atMm }: Probe): Colour {
  const [r, g, b] = texelAt(sheet.picture, [atMm[0] / sheet.widthMm, atMm[1] / sheet.heightMm]);
  const gain = (part: number): number => lightAt(light, point[0], point[1], part);
  return [r * gain(0), g * gain(1), b * gain(2)];
}

function texelAt(picture: Pixels, [u, v]: Point): Colour {
  const x = Math.max(0, Math.min(Math.floor(u * picture.width), picture.width - 1));
  const y = Math.max(0, Math.min(Math.floor(v * picture.height), picture.height - 1));
  const i = (y * picture.width + x) * 3;
  return [picture.data[i] ?? 0, picture.data[i + 1] ?? 0, picture.data[i + 2] ?? 0];
}
