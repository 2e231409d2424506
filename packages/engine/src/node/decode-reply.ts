import { z } from 'zod';

/** What the decoder process says, one header after another. Pixels (width × height × 3 bytes) follow a `picture`. */
export const decodeReplySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('picture'),
    width: z.int().positive(),
    height: z.int().positive(),
    mediaType: z.string(),
    page: z.int().positive(),
  }),
  z.object({
    kind: z.literal('refused'),
    error: z.object({
      code: z.literal('file.not-usable'),
      why: z.enum([
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
      ]),
      observed: z.string(),
      limit: z.string().exactOptional(),
    }),
  }),
  /** `residentMb` tells whether the process has grown so much that it is better replaced. */
  z.object({ kind: z.literal('end'), residentMb: z.number() }),
]);
export type DecodeReply = z.infer<typeof decodeReplySchema>;
