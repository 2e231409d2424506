const SIGNATURE_BYTES = 8;
const CHUNK_OVERHEAD_BYTES = 12;
const TYPE_AT = 4;
/** A real file has a handful of chunks before its first IDAT. */
const MOST_CHUNKS = 1000;

/** Whether an `acTL` chunk stands before the first `IDAT` (PNG, third edition, §11.3.6.1). */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE_BYTES;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + CHUNK_OVERHEAD_BYTES <= bytes.length; chunk++) {
    const type = String.fromCharCode(...bytes.subarray(at + TYPE_AT, at + TYPE_AT + 4));
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
    at += view.getUint32(at) + CHUNK_OVERHEAD_BYTES;
  }
  return false;
}
