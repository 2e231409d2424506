import type { Pixels } from './pixels.ts';
import type { View } from './view.ts';
import { halfDiagonal } from './view.ts';

/** The grid of a display: a cell holds one red, one green and one blue stripe. */
export type PixelGrid = { readonly pitchMm: number; readonly contrast: number; readonly turnDegrees: number };

/** Table of one period of the grid's brightness: 1 + cos, by 256ths of a turn. */
const PERIOD = 256;

/** Lays the grid of a display over the whole photograph: what the camera sees of the gaps between its dots. */
export function paintPixelGrid(photo: Pixels, view: View, grid: PixelGrid): void {
  const wave = Float32Array.from({ length: PERIOD }, (_, i) => Math.cos((2 * Math.PI * i) / PERIOD));
  const half = halfDiagonal(view.pose);
  const [cx, cy] = [photo.width / 2, photo.height / 2];
  const m = view.frameToTable;
  const k = view.pose.distortion;
  const turn = (grid.turnDegrees * Math.PI) / 180;
  const cos = (Math.cos(turn) * PERIOD) / grid.pitchMm;
  const sin = (Math.sin(turn) * PERIOD) / grid.pitchMm;
  // Half of the contrast across the stripes, half along them; a gap between rows is as dark as one between columns.
  const depth = grid.contrast / 2;
  const third = Math.round(PERIOD / 3);
  const data = photo.data;
  for (let y = 0, to = 0; y < photo.height; y++) {
    const fy = (y + 0.5 - cy) / half;
    for (let x = 0; x < photo.width; x++, to += 3) {
      const fx = (x + 0.5 - cx) / half;
      const stretch = 1 + k * (fx * fx + fy * fy);
      const [px, py] = [fx * stretch, fy * stretch];
      const w = 1 / (m[6] * px + m[7] * py + m[8]);
      const mx = (m[0] * px + m[1] * py + m[2]) * w;
      const my = (m[3] * px + m[4] * py + m[5]) * w;
      const column = Math.floor(cos * mx + sin * my);
      const row = depth * (wave[Math.floor(cos * my - sin * mx) & (PERIOD - 1)] ?? 0);
      for (let c = 0; c < 3; c++) {
        const stripe = depth * (wave[(column + c * third) & (PERIOD - 1)] ?? 0);
        data[to + c] = Math.min(255, (data[to + c] ?? 0) * (1 + stripe + row));
      }
    }
  }
}
