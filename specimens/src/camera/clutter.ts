import { type ClutterKind, drawClutter } from './clutter-picture.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

/** Lays `count` things about, anywhere in the frame; what lies under the document is covered by it later. */
export function strewClutter(
  view: View,
  kinds: readonly [ClutterKind, ...ClutterKind[]],
  count: number,
  random: Random,
): readonly Sheet[] {
  return Array.from({ length: count }, () => {
    const kind = random.pick(kinds);
    const centre = view.toTable([
      random.between(-0.05, 1.05) * view.pose.widthPx,
      random.between(-0.05, 1.05) * view.pose.heightPx,
    ]);
    const density = Math.min(MOST_TEXELS_PER_MM, view.pose.pixelsPerMm);
    const { picture, ...size } = drawClutter(kind, random, density);
    return { ...size, picture, centreMm: centre, rotationDegrees: random.between(0, 360), bendMm: 0 };
  });
}

/** Sharp enough for 2 mm print to be read, cheap enough for a newspaper. */
const MOST_TEXELS_PER_MM = 6;
