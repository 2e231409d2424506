import { LIGHT_PARTS, type LightField, lightAlongSegments } from './light-field.ts';
import type { Pixels } from './pixels.ts';
import { levelFor, pyramidOf } from './pyramid.ts';
import { SEGMENT_PX } from './segment.ts';
import { cornersOf, distanceToRim, type Sheet, turnOf } from './sheet.ts';
import { halfDiagonal, type View } from './view.ts';

/** How a sheet darkens what lies under it. */
export type Shadow = { readonly offsetMm: readonly [number, number]; readonly softMm: number; readonly depth: number };

/** Paints a sheet with its shadow onto what is in the photograph already. */
export function paintSheet(photo: Pixels, view: View, light: LightField, sheet: Sheet, shadow: Shadow): void {
  const { widthMm, heightMm, bendMm } = sheet;
  const reachMm = shadow.softMm + Math.hypot(...shadow.offsetMm) + Math.abs(bendMm);
  const box = photoBox(view, sheet, reachMm);
  const level = levelAt(view, sheet);
  const texels = level.data;
  const stride = level.width * 3;
  const [lastColumn, lastRow] = [level.width - 1.001, level.height - 1.001];
  const texelsPerMm = level.width / widthMm;
  const bendPhase = Math.PI / widthMm;
  const shadePerCos = SHADE_PER_BEND * (bendMm / heightMm);
  const rimSharpness = view.pose.pixelsPerMm;
  // Farther inside than the corner's radius, half a pixel of soft rim and the last texel, nothing is left to ask.
  const inset = Math.max(sheet.cornerRadiusMm, 1 / rimSharpness, 1 / texelsPerMm);
  const out = photo.data;
  const segments = Math.max(0, Math.ceil((box.right - box.left) / SEGMENT_PX));
  const lights = new Float32Array((segments + 1) * LIGHT_PARTS);
  const place = sheetPlace(view, sheet);
  const at = new Float64Array(2);

  for (let y = box.top; y < box.bottom; y++) {
    lightAlongSegments(light, y, box.left, segments, lights);
    place(box.left, y, at);
    let u1 = at[0] ?? 0;
    let v1 = at[1] ?? 0;
    for (let segment = 0; segment < segments; segment++) {
      const x0 = box.left + segment * SEGMENT_PX;
      let u = u1;
      let v = v1;
      place(x0 + SEGMENT_PX, y, at);
      u1 = at[0] ?? 0;
      v1 = at[1] ?? 0;
      if ((u < -reachMm && u1 < -reachMm) || (u > widthMm + reachMm && u1 > widthMm + reachMm)) continue;
      if ((v < -reachMm && v1 < -reachMm) || (v > heightMm + reachMm && v1 > heightMm + reachMm)) continue;
      const du = (u1 - u) / SEGMENT_PX;
      const dv = (v1 - v) / SEGMENT_PX;
      // A bent page turns from the light on one half and towards it on the other.
      const shade = bendMm === 0 ? 1 : 1 - shadePerCos * Math.cos(bendPhase * u);
      const node = segment * LIGHT_PARTS;
      let red = (lights[node] ?? 0) * shade;
      let green = (lights[node + 1] ?? 0) * shade;
      let blue = (lights[node + 2] ?? 0) * shade;
      let added = lights[node + 3] ?? 0;
      const dRed = ((lights[node + 4] ?? 0) * shade - red) / SEGMENT_PX;
      const dGreen = ((lights[node + 5] ?? 0) * shade - green) / SEGMENT_PX;
      const dBlue = ((lights[node + 6] ?? 0) * shade - blue) / SEGMENT_PX;
      const dAdded = ((lights[node + 7] ?? 0) - added) / SEGMENT_PX;
      const start = (y * photo.width + x0) * 3;
      const end = (y * photo.width + Math.min(x0 + SEGMENT_PX, box.right)) * 3;
      const isInside =
        Math.min(u, u1) > inset &&
        Math.max(u, u1) < widthMm - inset &&
        Math.min(v, v1) > inset &&
        Math.max(v, v1) < heightMm - inset;
      if (isInside) {
        // Most pixels of a photograph go through here: whole numbers only, texels and weights in 1/256.
        let tx = ((u * texelsPerMm - 0.5) * FINE) | 0;
        let ty = ((v * texelsPerMm - 0.5) * FINE) | 0;
        const dtx = Math.round(du * texelsPerMm * FINE);
        const dty = Math.round(dv * texelsPerMm * FINE);
        let r = (red * FINE) | 0;
        let g = (green * FINE) | 0;
        let b = (blue * FINE) | 0;
        let more = ((added + 0.5) * ADDED_FINE) | 0;
        const dr = (dRed * FINE) | 0;
        const dg = (dGreen * FINE) | 0;
        const db = (dBlue * FINE) | 0;
        const dMore = (dAdded * ADDED_FINE) | 0;
        for (let to = start; to < end; to += 3) {
          const i = Math.imul(ty >> 16, stride) + Math.imul(tx >> 16, 3);
          const j = i + stride;
          const right = (tx >> 8) & 255;
          const below = (ty >> 8) & 255;
          const w11 = Math.imul(right, below) >> 8;
          const w10 = below - w11;
          const w01 = right - w11;
          const w00 = 256 - right - w10;
          out[to] = (Math.imul(texel(texels, i, j, w00, w01, w10, w11), r) + more) >> 18;
          out[to + 1] = (Math.imul(texel(texels, i + 1, j + 1, w00, w01, w10, w11), g) + more) >> 18;
          out[to + 2] = (Math.imul(texel(texels, i + 2, j + 2, w00, w01, w10, w11), b) + more) >> 18;
          tx += dtx;
          ty += dty;
          r += dr;
          g += dg;
          b += db;
          more += dMore;
        }
        continue;
      }
      for (let to = start; to < end; to += 3) {
        const cover = Math.min(1, 0.5 - distanceToRim(sheet, u, v) * rimSharpness);
        if (cover < 1) castShadow(out, to, sheet, shadow, u, v);
        if (cover > 0) {
          const tx = Math.max(0, Math.min(u * texelsPerMm - 0.5, lastColumn));
          const ty = Math.max(0, Math.min(v * texelsPerMm - 0.5, lastRow));
          const i = (ty | 0) * stride + (tx | 0) * 3;
          const j = i + stride;
          const right = ((tx - (tx | 0)) * 256) | 0;
          const below = ((ty - (ty | 0)) * 256) | 0;
          const w11 = Math.imul(right, below) >> 8;
          const w10 = below - w11;
          const w01 = right - w11;
          const w00 = 256 - right - w10;
          const keep = 1 - cover;
          const r = (texel(texels, i, j, w00, w01, w10, w11) / 4) * red + added;
          const g = (texel(texels, i + 1, j + 1, w00, w01, w10, w11) / 4) * green + added;
          const b = (texel(texels, i + 2, j + 2, w00, w01, w10, w11) / 4) * blue + added;
          out[to] = Math.min(r, 255) * cover + (out[to] ?? 0) * keep;
          out[to + 1] = Math.min(g, 255) * cover + (out[to + 1] ?? 0) * keep;
          out[to + 2] = Math.min(b, 255) * cover + (out[to + 2] ?? 0) * keep;
        }
        u += du;
        v += dv;
        red += dRed;
        green += dGreen;
        blue += dBlue;
        added += dAdded;
      }
    }
  }
}

/** Whole numbers stand for 1/65536 of a texel or a gain. */
const FINE = 1 << 16;
/** What is left of FINE × 4: light that is added, in the scale of a texel (quarters of a level) times a gain. */
const ADDED_FINE = 1 << 18;

/** One channel between four texels, in quarters of a level: `i` upper left, `j` lower left, weights in 1/256. */
function texel(
  texels: Uint8ClampedArray,
  i: number,
  j: number,
  w00: number,
  w01: number,
  w10: number,
  w11: number,
): number {
  const upper = Math.imul(texels[i] ?? 0, w00) + Math.imul(texels[i + 3] ?? 0, w01);
  const lower = Math.imul(texels[j] ?? 0, w10) + Math.imul(texels[j + 3] ?? 0, w11);
  return (upper + lower) >> 6;
}

/** Writes where pixel (x, y) lies on the sheet, in millimetres from its top left: `toTable` and `toSheet` in one. */
function sheetPlace(view: View, sheet: Sheet): (x: number, y: number, into: Float64Array) => void {
  const { widthPx, heightPx, distortion: k } = view.pose;
  const half = halfDiagonal(view.pose);
  const m = view.frameToTable;
  const [turnCos, turnSin] = turnOf(sheet);
  const [centreX, centreY] = sheet.centreMm;
  const bendPhase = Math.PI / sheet.widthMm;
  return (x, y, into) => {
    const fx = (x + 0.5 - widthPx / 2) / half;
    const fy = (y + 0.5 - heightPx / 2) / half;
    const stretch = 1 + k * (fx * fx + fy * fy);
    const px = fx * stretch;
    const py = fy * stretch;
    const w = 1 / (m[6] * px + m[7] * py + m[8]);
    const dx = (m[0] * px + m[1] * py + m[2]) * w - centreX;
    const dy = (m[3] * px + m[4] * py + m[5]) * w - centreY;
    const u = turnCos * dx + turnSin * dy + sheet.widthMm / 2;
    const bend = sheet.bendMm === 0 ? 0 : sheet.bendMm * Math.sin(bendPhase * u);
    into[0] = u;
    into[1] = turnCos * dy - turnSin * dx + sheet.heightMm / 2 - bend;
  };
}

function castShadow(out: Uint8ClampedArray, to: number, sheet: Sheet, shadow: Shadow, u: number, v: number): void {
  if (shadow.depth === 0) return;
  const far = distanceToRim(sheet, u - shadow.offsetMm[0], v - shadow.offsetMm[1]) / shadow.softMm;
  if (far >= 1) return;
  const under = far < -1 ? 1 : (1 - far) / 2;
  const darker = 1 - shadow.depth * under * under * (3 - 2 * under);
  out[to] = (out[to] ?? 0) * darker;
  out[to + 1] = (out[to + 1] ?? 0) * darker;
  out[to + 2] = (out[to + 2] ?? 0) * darker;
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
