import { z } from 'zod';

/**
 * What travels between us and the decoder process: four bytes with the length of a JSON header (big-endian), the header,
 * and `byteLength` raw bytes. The process has touched a stranger's file, so what it says is parsed, not trusted.
 */
export type DecodeRequest = { readonly byteLength: number };

const whySchema = z.enum([
  'empty',
  'not_an_image',
  'type_not_accepted',
  'damaged',
  'too_large',
  'too_many_pixels',
  'password_protected',
  'animated',
  'no_pages',
  'too_slow',
  'too_much_memory',
  'not_readable',
]);

export const decodeReplySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('picture'),
    width: z.int().positive(),
    height: z.int().positive(),
    mediaType: z.string(),
    page: z.int().positive(),
    byteLength: z.int().positive(),
  }),
  z.object({
    kind: z.literal('refused'),
    error: z.object({
      code: z.literal('file.not-usable'),
      why: whySchema,
      observed: z.string(),
      limit: z.string().exactOptional(),
    }),
  }),
  /** `residentMb` tells whether the process has grown so much that it is better replaced. */
  z.object({ kind: z.literal('end'), residentMb: z.number() }),
]);
export type DecodeReply = z.infer<typeof decodeReplySchema>;

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
