import { WHY_NOT_USABLE } from '@vidimus/vocabulary';
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
      why: z.enum(WHY_NOT_USABLE),
      observed: z.string(),
      limit: z.object({ value: z.number(), unit: z.enum(['MB', 'MP', 's', 'm']) }).exactOptional(),
    }),
  }),
  /** `residentMb` tells whether the process has grown so much that it is better replaced. */
  z.object({ kind: z.literal('end'), residentMb: z.number() }),
]);
export type DecodeReply = z.infer<typeof decodeReplySchema>;
