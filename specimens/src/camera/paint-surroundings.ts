import type { CameraOptions } from '../specimen.ts';
import { strewClutter } from './clutter.ts';
import type { Lamp } from './lamp.ts';
import type { LightField } from './light-field.ts';
import { paintSheet } from './paint-sheet.ts';
import { paintTable } from './paint-table.ts';
import type { Pixels } from './pixels.ts';
import { doubleInto } from './resize.ts';
import { type Chance, SURROUNDINGS } from './scene.ts';
import { type View, viewFrom } from './view.ts';

/** What lies around the document. */
export type Surroundings = {
  readonly variant: CameraOptions['variant'];
  readonly leastClutter: number;
  /** Only the table, nothing on it. */
  readonly isBare: boolean;
  readonly chance: Chance;
  readonly lamp: Lamp;
};

/**
 * Fills the photograph with the table and the things on it. They lie a little behind the plane of focus, which is the
 * document: half the frame's resolution shows all that is left of them, and costs a quarter.
 */
export function paintSurroundings(photo: Pixels, view: View, light: LightField, surroundings: Surroundings): void {
  const { variant, leastClutter, isBare, chance, lamp } = surroundings;
  const { tables, clutter, mostClutter } = SURROUNDINGS[variant];
  const [width, height] = [Math.ceil(photo.width / 2), Math.ceil(photo.height / 2)];
  const small = { width, height, data: new Uint8ClampedArray(width * height * 3) };
  const smallView = halfView(view, width, height);
  const smallLight = { ...light, stepPx: light.stepPx / 2 };
  const table = chance('table');
  paintTable(small, smallView, smallLight, table.pick(tables), table);
  const count = isBare ? 0 : chance('clutter-count').integer(Math.min(leastClutter, mostClutter), mostClutter);
  for (const thing of strewClutter(smallView, clutter, count, chance('clutter')))
    paintSheet(small, smallView, smallLight, thing, lamp(thing));
  doubleInto(small, photo);
}

/** The same camera with a sensor of half as many pixels across. */
function halfView({ pose }: View, widthPx: number, heightPx: number): View {
  const offsetPx = [pose.offsetPx[0] / 2, pose.offsetPx[1] / 2] as const;
  return viewFrom({ ...pose, widthPx, heightPx, offsetPx, pixelsPerMm: pose.pixelsPerMm / 2 });
}
