import { LIGHT_PARTS, type LightField } from './light-field.ts';
import { noiseAt, noiseSquare } from './noise.ts';
import type { Random } from './random.ts';

/** Lays the room's light over an even field: a lamp to one side, vignette, white balance and soft shadows of things around. */
export function lightRoom(field: LightField, random: Random, calm: boolean): void {
  const noise = noiseSquare();
  const warmth = random.between(-1, 1) * (calm ? 0.02 : 0.07);
  const tint = random.between(-1, 1) * 0.02;
  const balance = [1 + warmth, 1 + tint, 1 - warmth] as const;
  const lean = random.between(0, 2 * Math.PI);
  const slope = random.between(0.02, calm ? 0.08 : 0.22);
  const vignette = random.between(0.03, 0.14);
  const shadowDepth = calm ? 0.05 : random.between(0, 0.25);
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  const scale = random.between(40, 110);
  const [cx, cy] = [field.columns / 2, field.rows / 2];
  const half = Math.hypot(cx, cy);
  const [sx, sy] = [Math.cos(lean) / half, Math.sin(lean) / half];
  for (let row = 0, i = 0; row < field.rows; row++) {
    for (let column = 0; column < field.columns; column++, i += LIGHT_PARTS) {
      const [dx, dy] = [column - cx, row - cy];
      const far = (dx * dx + dy * dy) / (half * half);
      const cloud = noiseAt(noise, (column / field.columns) * scale + ox, (row / field.columns) * scale + oy);
      const shadow = shadowDepth * Math.max(0, Math.min((0.42 - cloud) * 5, 1));
      const gain = (1 + slope * (dx * sx + dy * sy)) * (1 - vignette * far) * (1 - shadow);
      for (let c = 0; c < 3; c++) field.values[i + c] = gain * (balance[c] ?? 1);
    }
  }
}

/** Makes every light of the field `gain` times as bright; reflections stay. */
export function scaleLight(field: LightField, gain: number): void {
  for (let i = 0; i < field.values.length; i++) {
    if (i % LIGHT_PARTS !== LIGHT_PARTS - 1) field.values[i] = (field.values[i] ?? 0) * gain;
  }
}
