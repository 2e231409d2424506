import { LIGHT_PARTS, type LightField, lightAlongRow } from './light-field.ts';
import type { Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { gainAt, texel } from './sample.ts';
import { drawTableTop, type TableStyle } from './table-texture.ts';
import { halfDiagonal, type View } from './view.ts';

/** Fills the photograph with the table, seen through the camera. */
export function paintTable(photo: Pixels, view: View, light: LightField, style: TableStyle, random: Random): void {
  const turn = random.between(0, 2 * Math.PI);
  const [turnCos, turnSin] = [Math.cos(turn), Math.sin(turn)];
  const { left, top, width, height } = visibleTable(view, turnCos, turnSin);
  const texelsPerMm = (Math.max(photo.width, photo.height) * TEXELS_PER_PIXEL) / Math.max(width, height);
  const texture = drawTableTop(
    style,
    random,
    Math.ceil(width * texelsPerMm) + 2,
    Math.ceil(height * texelsPerMm) + 2,
    texelsPerMm,
  );

  const texels = texture.data;
  const stride = texture.width * 3;
  const [lastColumn, lastRow] = [texture.width - 1.001, texture.height - 1.001];
  const [cx, cy] = [photo.width / 2, photo.height / 2];
  const half = halfDiagonal(view.pose);
  const k = view.pose.distortion;
  const m = view.frameToTable;
  const out = photo.data;
  const lights = new Float32Array(light.columns * LIGHT_PARTS);
  const nodesPerPixel = 1 / light.stepPx;
  for (let y = 0, to = 0; y < photo.height; y++) {
    lightAlongRow(light, y, lights);
    const fy = (y + 0.5 - cy) / half;
    for (let x = 0; x < photo.width; x++, to += 3) {
      const fx = (x + 0.5 - cx) / half;
      const stretch = 1 + k * (fx * fx + fy * fy);
      const px = fx * stretch;
      const py = fy * stretch;
      const w = 1 / (m[6] * px + m[7] * py + m[8]);
      const mx = (m[0] * px + m[1] * py + m[2]) * w;
      const my = (m[3] * px + m[4] * py + m[5]) * w;
      const tx = Math.max(0, Math.min((turnCos * mx + turnSin * my - left) * texelsPerMm, lastColumn));
      const ty = Math.max(0, Math.min((turnCos * my - turnSin * mx - top) * texelsPerMm, lastRow));
      const column = tx | 0;
      const row = ty | 0;
      const right = tx - column;
      const below = ty - row;
      const i = row * stride + column * 3;
      const j = i + stride;
      const at = (x + 0.5) * nodesPerPixel;
      const node = at | 0;
      const between = at - node;
      const n = node * LIGHT_PARTS;
      const added = gainAt(lights, n + 3, between);
      const w11 = right * below;
      const w10 = below - w11;
      const w01 = right - w11;
      const w00 = 1 - right - below + w11;
      out[to] = texel(texels, i, j, w00, w01, w10, w11) * gainAt(lights, n, between) + added;
      out[to + 1] = texel(texels, i + 1, j + 1, w00, w01, w10, w11) * gainAt(lights, n + 1, between) + added;
      out[to + 2] = texel(texels, i + 2, j + 2, w00, w01, w10, w11) * gainAt(lights, n + 2, between) + added;
    }
  }
}

/** The table lies a little behind the plane of focus: half the frame's density shows all that is left of it. */
const TEXELS_PER_PIXEL = 0.5;

/** The box, in turned millimetres, around everything of the table that the frame shows. */
function visibleTable(view: View, turnCos: number, turnSin: number) {
  const [w, h] = [view.pose.widthPx, view.pose.heightPx];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const px of [0, w / 2, w]) {
    for (const py of [0, h / 2, h]) {
      const [x, y] = view.toTable([px, py]);
      xs.push(turnCos * x + turnSin * y);
      ys.push(turnCos * y - turnSin * x);
    }
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
