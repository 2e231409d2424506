const RGBA = 4;
const RGB = 3;

/** Opaque RGBA to RGB within the same memory, which the caller gives up. */
export function dropAlpha(rgba: Uint8Array | Uint8ClampedArray): Uint8Array {
  const bytes = new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length);
  let to = 0;
  for (let from = 0; from < bytes.length; from += RGBA) {
    bytes[to++] = bytes[from] ?? 0;
    bytes[to++] = bytes[from + 1] ?? 0;
    bytes[to++] = bytes[from + 2] ?? 0;
  }
  return bytes.subarray(0, (bytes.length / RGBA) * RGB);
}
