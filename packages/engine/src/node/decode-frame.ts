import type { DecodeReply } from './decode-reply.ts';

/** A file for the decoder process; its bytes follow. */
export type DecodeRequest = { readonly byteLength: number };

/** Both directions: four bytes with the length of a JSON header (big-endian), the header, raw bytes. */
export const LENGTH_BYTES = 4;
/** Of a header; a longer one means that the other side is not speaking our language. */
export const MOST_HEADER_BYTES = 4096;

/** The length and the header; the raw bytes are written after it without being copied. */
export function encodeHeader(header: DecodeRequest | DecodeReply): Uint8Array {
  const json = Buffer.from(JSON.stringify(header));
  const framed = Buffer.allocUnsafe(LENGTH_BYTES + json.length);
  framed.writeUInt32BE(json.length);
  json.copy(framed, LENGTH_BYTES);
  return framed;
}
