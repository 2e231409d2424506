import { LIGHT_PARTS, type LightField, lightAlongRow } from './light-field.ts';
import type { Pixels } from './pixels.ts';
import { levelFor, pyramidOf } from './pyramid.ts';
import { gainAt, texel } from './sample.ts';
import { cornersOf, distanceToRim, type Sheet, turnOf } from './sheet.ts';
import { halfDiagonal, type View } from './view.ts';

/** How a sheet darkens what lies under it. */
export type Shadow = { readonly offsetMm: readonly [number, number]; readonly softMm: number; readonly depth: number };

/** Paints a sheet with its shadow onto what is in the photograph already. */
export function paintSheet(photo: Pixels, view: View, light: LightField, sheet: Sheet, shadow: Shadow): void {
  const reachMm = shadow.softMm + Math.hypot(...shadow.offsetMm) + Math.abs(sheet.bendMm);
  const box = photoBox(view, sheet, reachMm);
  const [cx, cy] = [photo.width / 2, photo.height / 2];
  const half = halfDiagonal(view.pose);
  const k = view.pose.distortion;
  const m = view.frameToTable;
  const [turnCos, turnSin] = turnOf(sheet);
  const level = levelAt(view, sheet);
  const texels = level.data;
  const [lastColumn, lastRow] = [level.width - 1.001, level.height - 1.001];
  const stride = level.width * 3;
  const texelsPerMm = level.width / sheet.widthMm;
  const bendPhase = Math.PI / sheet.widthMm;
  const rimSharpness = view.pose.pixelsPerMm;
  const out = photo.data;
  const { widthMm, heightMm } = sheet;
  // Farther inside than the corner's radius and half a pixel of soft rim, nothing is left to ask.
  const inset = Math.max(sheet.cornerRadiusMm, 1 / rimSharpness);
  const lights = new Float32Array(light.columns * LIGHT_PARTS);
  const nodesPerPixel = 1 / light.stepPx;

  for (let y = box.top; y < box.bottom; y++) {
    lightAlongRow(light, y, lights);
    const fy = (y + 0.5 - cy) / half;
    let to = (y * photo.width + box.left) * 3;
    for (let x = box.left; x < box.right; x++, to += 3) {
      const fx = (x + 0.5 - cx) / half;
      const stretch = 1 + k * (fx * fx + fy * fy);
      const px = fx * stretch;
      const py = fy * stretch;
      const w = 1 / (m[6] * px + m[7] * py + m[8]);
      const dx = (m[0] * px + m[1] * py + m[2]) * w - sheet.centreMm[0];
      const dy = (m[3] * px + m[4] * py + m[5]) * w - sheet.centreMm[1];
      const u = turnCos * dx + turnSin * dy + sheet.widthMm / 2;
      let v = turnCos * dy - turnSin * dx + sheet.heightMm / 2;
      let shade = 1;
      if (sheet.bendMm !== 0) {
        v -= sheet.bendMm * Math.sin(bendPhase * u);
        // A bent page turns from the light on one half and towards it on the other.
        shade = 1 - SHADE_PER_BEND * (sheet.bendMm / sheet.heightMm) * Math.cos(bendPhase * u);
      }
      const isInside = u > inset && v > inset && u < widthMm - inset && v < heightMm - inset;
      const cover = isInside ? 1 : 0.5 - distanceToRim(sheet, u, v) * rimSharpness;
      if (cover < 1 && shadow.depth > 0) {
        const far = distanceToRim(sheet, u - shadow.offsetMm[0], v - shadow.offsetMm[1]) / shadow.softMm;
        if (far < 1) {
          const under = far < -1 ? 1 : (1 - far) / 2;
          const darker = 1 - shadow.depth * under * under * (3 - 2 * under);
          out[to] = (out[to] ?? 0) * darker;
          out[to + 1] = (out[to + 1] ?? 0) * darker;
          out[to + 2] = (out[to + 2] ?? 0) * darker;
        }
      }
      if (cover <= 0) continue;

      const tx = Math.max(0, Math.min(u * texelsPerMm - 0.5, lastColumn));
      const ty = Math.max(0, Math.min(v * texelsPerMm - 0.5, lastRow));
      const column = tx | 0;
      const row = ty | 0;
      const right = tx - column;
      const below = ty - row;
      const w11 = right * below;
      const w10 = below - w11;
      const w01 = right - w11;
      const w00 = 1 - right - below + w11;
      const i = row * stride + column * 3;
      const j = i + stride;

      const at = (x + 0.5) * nodesPerPixel;
      const node = at | 0;
      const between = at - node;
      const n = node * LIGHT_PARTS;
      const added = gainAt(lights, n + 3, between);
      const r = texel(texels, i, j, w00, w01, w10, w11) * shade * gainAt(lights, n, between) + added;
      const g = texel(texels, i + 1, j + 1, w00, w01, w10, w11) * shade * gainAt(lights, n + 1, between) + added;
      const b = texel(texels, i + 2, j + 2, w00, w01, w10, w11) * shade * gainAt(lights, n + 2, between) + added;
      if (cover >= 1) {
        out[to] = r;
        out[to + 1] = g;
        out[to + 2] = b;
      } else {
        const keep = 1 - cover;
        out[to] = Math.min(r, 255) * cover + (out[to] ?? 0) * keep;
        out[to + 1] = Math.min(g, 255) * cover + (out[to + 1] ?? 0) * keep;
        out[to + 2] = Math.min(b, 255) * cover + (out[to + 2] ?? 0) * keep;
      }
    }
  }
}

/** A bend of a tenth of the height shades by about a fifth: chosen by eye against photographs of open booklets. */
const SHADE_PER_BEND = 2;

function levelAt(view: View, sheet: Sheet): Pixels {
  const [cx, cy] = sheet.centreMm;
  const a = view.toPhoto([cx - 0.5, cy]);
  const b = view.toPhoto([cx + 0.5, cy]);
  const pixelsPerMm = Math.hypot(a[0] - b[0], a[1] - b[1]);
  const pyramid = pyramidOf(sheet.picture);
  const level = pyramid[levelFor(pyramid, sheet.picture.width / sheet.widthMm / pixelsPerMm)];
  return level ?? sheet.picture;
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** The part of the photograph that a sheet can touch. */
function photoBox(view: View, sheet: Sheet, reachMm: number): Box {
  const wide = { ...sheet, widthMm: sheet.widthMm + 2 * reachMm, heightMm: sheet.heightMm + 2 * reachMm, bendMm: 0 };
  const corners = cornersOf(wide).map(view.toPhoto);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  // Distortion bows the edges outwards by a few pixels at most.
  const bow = Math.abs(view.pose.distortion) * halfDiagonal(view.pose);
  return {
    left: Math.max(0, Math.floor(Math.min(...xs) - bow)),
    top: Math.max(0, Math.floor(Math.min(...ys) - bow)),
    right: Math.min(view.pose.widthPx, Math.ceil(Math.max(...xs) + bow)),
    bottom: Math.min(view.pose.heightPx, Math.ceil(Math.max(...ys) + bow)),
  };
}
