import type { Pixels } from './pixels.ts';

/** Blurs in place along a straight path, as a hand that moves while the shutter is open. Length in pixels. */
export function blurMotion(photo: Pixels, lengthPx: number, angleRadians: number): void {
  const { width, height, data } = photo;
  const [dx, dy] = [Math.cos(angleRadians), Math.sin(angleRadians)];
  const isFlat = Math.abs(dx) >= Math.abs(dy);
  // One step of the longer axis at a time; the other axis follows to the nearest pixel.
  const slope = isFlat ? dy / dx : dx / dy;
  const [length, breadth] = isFlat ? [width, height] : [height, width];
  const [step, side] = isFlat ? [3, width * 3] : [width * 3, 3];
  const taps = Math.max(1, Math.round(lengthPx * Math.max(Math.abs(dx), Math.abs(dy))));
  const line = new Uint8Array((length + taps) * 3);
  const shift = Int32Array.from({ length }, (_, i) => Math.round(slope * i));
  const [least, most] = [Math.min(0, shift[length - 1] ?? 0), Math.max(0, shift[length - 1] ?? 0)];
  const before = taps >> 1;
  for (let start = -most; start < breadth - least; start++) {
    blurLine(start);
  }

  function blurLine(start: number): void {
    for (let i = 0, to = before * 3; i < length; i++, to += 3) {
      const across = Math.max(0, Math.min(start + (shift[i] ?? 0), breadth - 1));
      const at = i * step + across * side;
      line[to] = data[at] ?? 0;
      line[to + 1] = data[at + 1] ?? 0;
      line[to + 2] = data[at + 2] ?? 0;
    }
    for (let c = 0; c < 3; c++) {
      for (let i = 0; i < before; i++) line[i * 3 + c] = line[before * 3 + c] ?? 0;
      for (let i = before + length; i < length + taps; i++) line[i * 3 + c] = line[(before + length - 1) * 3 + c] ?? 0;
      let sum = 0;
      for (let i = 0; i < taps; i++) sum += line[i * 3 + c] ?? 0;
      for (let i = 0; i < length; i++) {
        const across = start + (shift[i] ?? 0);
        if (across >= 0 && across < breadth) data[i * step + across * side + c] = sum / taps;
        sum += (line[(i + taps) * 3 + c] ?? 0) - (line[i * 3 + c] ?? 0);
      }
    }
  }
}
