import { encode } from 'uqr';

export type QrDrawing = {
  /** Modules on a side, with the quiet zone of four (ISO/IEC 18004 §6.3.8). */
  readonly size: number;
  /** SVG path of the dark modules, one unit each. */
  readonly path: string;
};

const QUIET_ZONE = 4;

/** A QR code as a path to be drawn. */
export function drawQrCode(text: string): QrDrawing {
  const { data: rows, size } = encode(text, { border: QUIET_ZONE, ecc: 'M' });
  return { size, path: rows.flatMap((row, y) => row.flatMap((isDark, x) => runFrom(row, isDark, x, y))).join('') };
}

/** The dark modules that begin here, as one rectangle: a few hundred squares would be as many steps of the path. */
function runFrom(row: readonly boolean[], isDark: boolean, x: number, y: number): readonly string[] {
  if (!isDark || row[x - 1]) return [];
  const light = row.findIndex((dark, i) => i > x && !dark);
  const width = (light < 0 ? row.length : light) - x;
  return [`M${x} ${y}h${width}v1h-${width}z`];
}
