import { LIGHT_PARTS, type LightField, lightAlongRow } from './light-field.ts';
import type { Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { lightInRow, SEGMENT_PX, texel } from './sample.ts';
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
  const half = halfDiagonal(view.pose);
  const k = view.pose.distortion;
  const m = view.frameToTable;
  const at = new Float64Array(2);
  const placeOf = (x: number, y: number): void => {
    const fx = (x + 0.5 - photo.width / 2) / half;
    const fy = (y + 0.5 - photo.height / 2) / half;
    const stretch = 1 + k * (fx * fx + fy * fy);
    const px = fx * stretch;
    const py = fy * stretch;
    const w = 1 / (m[6] * px + m[7] * py + m[8]);
    const mx = (m[0] * px + m[1] * py + m[2]) * w;
    const my = (m[3] * px + m[4] * py + m[5]) * w;
    at[0] = (turnCos * mx + turnSin * my - left) * texelsPerMm;
    at[1] = (turnCos * my - turnSin * mx - top) * texelsPerMm;
  };
  const out = photo.data;
  const lights = new Float32Array(light.columns * LIGHT_PARTS);
  const nodesPerPixel = 1 / light.stepPx;
  for (let y = 0; y < photo.height; y++) {
    lightAlongRow(light, y, lights);
    placeOf(0, y);
    let tx1 = at[0] ?? 0;
    let ty1 = at[1] ?? 0;
    for (let x0 = 0; x0 < photo.width; x0 += SEGMENT_PX) {
      const x1 = x0 + SEGMENT_PX;
      let tx = tx1;
      let ty = ty1;
      placeOf(x1, y);
      tx1 = at[0] ?? 0;
      ty1 = at[1] ?? 0;
      const dtx = (tx1 - tx) / SEGMENT_PX;
      const dty = (ty1 - ty) / SEGMENT_PX;
      let red = lightInRow(lights, nodesPerPixel, x0, 0);
      let green = lightInRow(lights, nodesPerPixel, x0, 1);
      let blue = lightInRow(lights, nodesPerPixel, x0, 2);
      let added = lightInRow(lights, nodesPerPixel, x0, 3);
      const dRed = (lightInRow(lights, nodesPerPixel, x1, 0) - red) / SEGMENT_PX;
      const dGreen = (lightInRow(lights, nodesPerPixel, x1, 1) - green) / SEGMENT_PX;
      const dBlue = (lightInRow(lights, nodesPerPixel, x1, 2) - blue) / SEGMENT_PX;
      const dAdded = (lightInRow(lights, nodesPerPixel, x1, 3) - added) / SEGMENT_PX;
      const end = (y * photo.width + Math.min(x1, photo.width)) * 3;
      for (let to = (y * photo.width + x0) * 3; to < end; to += 3) {
        const inX = Math.max(0, Math.min(tx, lastColumn));
        const inY = Math.max(0, Math.min(ty, lastRow));
        const column = inX | 0;
        const row = inY | 0;
        const right = inX - column;
        const below = inY - row;
        const i = row * stride + column * 3;
        const j = i + stride;
        const w11 = right * below;
        const w10 = below - w11;
        const w01 = right - w11;
        const w00 = 1 - right - w10;
        out[to] = texel(texels, i, j, w00, w01, w10, w11) * red + added;
        out[to + 1] = texel(texels, i + 1, j + 1, w00, w01, w10, w11) * green + added;
        out[to + 2] = texel(texels, i + 2, j + 2, w00, w01, w10, w11) * blue + added;
        tx += dtx;
        ty += dty;
        red += dRed;
        green += dGreen;
        blue += dBlue;
        added += dAdded;
      }
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
