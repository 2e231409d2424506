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
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
