import { SEGMENT_PX } from './segment.ts';

/**
 * Light over the frame on a coarse grid: per node a gain for red, green and blue and light added by reflections (0–255).
 * `values` holds four numbers a node, row-major; nodes are `stepPx` apart, the first at the frame's corner.
 */
export type LightField = {
  readonly stepPx: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
};

export const LIGHT_PARTS = 4;
/** Nodes across the frame: fine enough for the rim of a reflection, cheap at any size of photograph. */
const NODES_ACROSS = 320;
/** Finer would cost more than the pixels. */
const LEAST_STEP_PX = 2;
/** Nodes beyond the right edge, for stretches of pixels that run over it. */
const ROOM = 6;

/** An even light of gain 1 without reflections. */
export function evenLight(widthPx: number, heightPx: number): LightField {
  const stepPx = Math.max(LEAST_STEP_PX, Math.max(widthPx, heightPx) / NODES_ACROSS);
  const columns = Math.ceil(widthPx / stepPx) + ROOM;
  const rows = Math.ceil(heightPx / stepPx) + 2;
  const values = new Float32Array(columns * rows * LIGHT_PARTS);
  for (let i = 0; i < values.length; i += LIGHT_PARTS) values.fill(1, i, i + LIGHT_PARTS - 1);
  return { stepPx, columns, rows, values };
}

/**
 * The field along row `y` of the photograph at the beginnings of `count` segments of pixels from `x0` on, and at the end
 * of the last, written to `into` (four numbers each).
 */
export function lightAlongSegments(field: LightField, y: number, x0: number, count: number, into: Float32Array): void {
  const { values, columns } = field;
  const at = (y + 0.5) / field.stepPx;
  const row = Math.min(Math.floor(at), field.rows - 2);
  const below = at - row;
  const length = columns * LIGHT_PARTS;
  for (let segment = 0, to = 0; segment <= count; segment++, to += LIGHT_PARTS) {
    const across = Math.min((x0 + segment * SEGMENT_PX + 0.5) / field.stepPx, columns - 2);
    const column = across | 0;
    const right = across - column;
    const upper = row * length + column * LIGHT_PARTS;
    for (let i = upper; i < upper + LIGHT_PARTS; i++) {
      const over = (values[i] ?? 0) * (1 - right) + (values[i + LIGHT_PARTS] ?? 0) * right;
      const under = (values[i + length] ?? 0) * (1 - right) + (values[i + length + LIGHT_PARTS] ?? 0) * right;
      into[to + i - upper] = over + (under - over) * below;
    }
  }
}

/** One part (0–2 gains, 3 added light) at a point of the photograph. */
export function lightAt(field: LightField, x: number, y: number, part: number): number {
  const [ax, ay] = [x / field.stepPx, y / field.stepPx];
  const column = Math.max(0, Math.min(Math.floor(ax), field.columns - 2));
  const row = Math.max(0, Math.min(Math.floor(ay), field.rows - 2));
  const [fx, fy] = [ax - column, ay - row];
  const i = (row * field.columns + column) * LIGHT_PARTS + part;
  const below = i + field.columns * LIGHT_PARTS;
  const upper = (field.values[i] ?? 0) * (1 - fx) + (field.values[i + LIGHT_PARTS] ?? 0) * fx;
  const lower = (field.values[below] ?? 0) * (1 - fx) + (field.values[below + LIGHT_PARTS] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
