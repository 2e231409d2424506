import type { Point } from './homography.ts';
import { LIGHT_PARTS, type LightField, lightAlongSegments } from './light-field.ts';
import type { Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { SEGMENT_PX } from './segment.ts';
import { type TableStyle, tableTexture } from './table-texture.ts';
import { halfDiagonal, type View } from './view.ts';

/** Fills the photograph with the table, seen through the camera. */
export function paintTable(photo: Pixels, view: View, light: LightField, style: TableStyle, random: Random): void {
  const { width, height, data: out } = photo;
  const turn = random.between(0, 2 * Math.PI);
  const texture = tableTexture(style, random);
  const placeRow = tablePlaces(view, turn, [random.between(0, FAR_MM), random.between(0, FAR_MM)]);
  const xs = new Float64Array(width);
  const ys = new Float64Array(width);
  const colours = new Float32Array(width * 3);
  const segments = Math.ceil(width / SEGMENT_PX);
  const lights = new Float32Array((segments + 1) * LIGHT_PARTS);
  for (let y = 0; y < height; y++) {
    placeRow(y, xs, ys);
    texture(xs, ys, colours);
    lightAlongSegments(light, y, 0, segments, lights);
    for (let segment = 0; segment < segments; segment++) {
      const node = segment * LIGHT_PARTS;
      let red = lights[node] ?? 0;
      let green = lights[node + 1] ?? 0;
      let blue = lights[node + 2] ?? 0;
      let added = lights[node + 3] ?? 0;
      const dRed = ((lights[node + 4] ?? 0) - red) / SEGMENT_PX;
      const dGreen = ((lights[node + 5] ?? 0) - green) / SEGMENT_PX;
      const dBlue = ((lights[node + 6] ?? 0) - blue) / SEGMENT_PX;
      const dAdded = ((lights[node + 7] ?? 0) - added) / SEGMENT_PX;
      const start = segment * SEGMENT_PX;
      const end = Math.min(start + SEGMENT_PX, width) * 3;
      const row = y * width * 3;
      for (let i = start * 3; i < end; i += 3) {
        out[row + i] = (colours[i] ?? 0) * red + added;
        out[row + i + 1] = (colours[i + 1] ?? 0) * green + added;
        out[row + i + 2] = (colours[i + 2] ?? 0) * blue + added;
        red += dRed;
        green += dGreen;
        blue += dBlue;
        added += dAdded;
      }
    }
  }
}

type PlaceRow = (y: number, xs: Float64Array, ys: Float64Array) => void;

/** Writes where the pixels of a row lie on a table that is turned (radians) and shifted, in millimetres. */
function tablePlaces(view: View, turn: number, [shiftX, shiftY]: Point): PlaceRow {
  const { widthPx, heightPx, distortion: k } = view.pose;
  const [turnCos, turnSin] = [Math.cos(turn), Math.sin(turn)];
  const half = halfDiagonal(view.pose);
  const m = view.frameToTable;
  return (y, xs, ys) => {
    const fy = (y + 0.5 - heightPx / 2) / half;
    for (let x = 0; x < xs.length; x++) {
      const fx = (x + 0.5 - widthPx / 2) / half;
      const stretch = 1 + k * (fx * fx + fy * fy);
      const px = fx * stretch;
      const py = fy * stretch;
      const w = 1 / (m[6] * px + m[7] * py + m[8]);
      const mx = (m[0] * px + m[1] * py + m[2]) * w;
      const my = (m[3] * px + m[4] * py + m[5]) * w;
      xs[x] = turnCos * mx + turnSin * my + shiftX;
      ys[x] = turnCos * my - turnSin * mx + shiftY;
    }
  };
}

/** Wider than any pattern's period. */
const FAR_MM = 1000;
