import type { FlatSide } from '@vidimus/specimens';
import type { RgbImage } from '../../photo/index.ts';

/** How a flat side lies in a photo: where its middle is, how far it is turned, how large and how bent it is. */
export type Pose = {
  readonly side: FlatSide;
  readonly middle: readonly [number, number];
  /** Degrees, clockwise. */
  readonly turn: number;
  /** Pixels of the photo to a millimetre. */
  readonly pixelsPerMm: number;
  /** By how much the middle of a page that is held open stands higher than its ends, millimetres. */
  readonly bendMm?: number;
};

const TABLE = [150, 138, 120] as const;

/** A photo of flat sides on a plain table, each pixel taken from the nearest one of the side that lies there. */
export function flatPhoto(width: number, height: number, poses: readonly Pose[]): RgbImage {
  const data = new Uint8Array(width * height * TABLE.length);
  for (let i = 0; i < data.length; i++) data[i] = TABLE[i % TABLE.length] ?? 0;
  for (const pose of poses) lay(data, width, height, pose);
  return { width, height, data };
}

function lay(data: Uint8Array, width: number, height: number, pose: Pose): void {
  const { side, middle, turn, pixelsPerMm, bendMm = 0 } = pose;
  const { pixels } = side;
  const scale = side.pixelsPerMm / pixelsPerMm;
  const cos = Math.cos((turn * Math.PI) / 180);
  const sin = Math.sin((turn * Math.PI) / 180);
  for (let y = 0, t = 0; y < height; y++) {
    for (let x = 0; x < width; x++, t += 3) {
      const dx = x + 0.5 - middle[0];
      const dy = y + 0.5 - middle[1];
      const u = (dx * cos + dy * sin) * scale + pixels.width / 2;
      const bend = bendMm * side.pixelsPerMm * (1 - ((2 * u) / pixels.width - 1) ** 2);
      const v = (dy * cos - dx * sin) * scale + pixels.height / 2 + bend;
      if (u < 0 || v < 0 || u >= pixels.width || v >= pixels.height) continue;
      const s = (Math.floor(v) * pixels.width + Math.floor(u)) * 3;
      for (let c = 0; c < 3; c++) data[t + c] = pixels.data[s + c] ?? 0;
    }
  }
}
