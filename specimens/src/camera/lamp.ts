import type { Shadow } from './paint-sheet.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

/** Tells the shadow that a sheet throws. */
export type Lamp = (sheet: Sheet) => Shadow;

/** One lamp for the whole scene: thicker things throw longer and softer shadows. */
export function shadowFrom(random: Random): Lamp {
  const angle = random.between(0, 2 * Math.PI);
  const slant = random.between(0.3, 1.2);
  const depth = random.between(0.2, 0.5);
  const soft = random.between(0.8, 2);
  return ({ thicknessMm, rotationDegrees }) => {
    const reach = 0.2 + slant * Math.min(thicknessMm, 10) * 0.6;
    const own = angle - (rotationDegrees * Math.PI) / 180;
    return {
      offsetMm: [Math.cos(own) * reach, Math.sin(own) * reach],
      softMm: soft * (0.6 + 0.35 * Math.min(thicknessMm, 10)),
      depth,
    };
  };
}
