import type { RgbImage } from './pixels.ts';

/** Colour slopes per pixel, each of the channel that changes most, and how steep (|dx| + |dy|). */
export type ColourSlopes = {
  readonly width: number;
  readonly height: number;
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  readonly steepness: Uint16Array;
};

/** Central differences over two pixels to either side, of sums of three across: noise and grain stay small. The rim is flat. */
export function colourSlopes({ width, height, data }: RgbImage): ColourSlopes {
  const dx = new Int16Array(width * height);
  const dy = new Int16Array(width * height);
  const steepness = new Uint16Array(width * height);
  const row = width * 3;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      let most = 0;
      for (let c = 0; c < 3; c++) {
        const p = i * 3 + c;
        const a = data[p - row - 3] ?? 0;
        const b = data[p - row + 3] ?? 0;
        const d = data[p + row - 3] ?? 0;
        const e = data[p + row + 3] ?? 0;
        const across = b + e - a - d + 2 * ((data[p + 3] ?? 0) - (data[p - 3] ?? 0));
        const down = d + e - a - b + 2 * ((data[p + row] ?? 0) - (data[p - row] ?? 0));
        const size = Math.abs(across) + Math.abs(down);
        if (size <= most) continue;
        most = size;
        dx[i] = across;
        dy[i] = down;
      }
      steepness[i] = most;
    }
  }
  return { width, height, dx, dy, steepness };
}
