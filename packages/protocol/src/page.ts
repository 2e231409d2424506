/** Lists come in pages, newest first; a cursor is opaque and stays valid while rows are added. */
import { z } from 'zod';

/** Of one page. */
const MOST = 100;
const USUAL = 20;
/** A cursor holds one id; the longest has 30 characters. */
const LONGEST_CURSOR = 64;

/** What every list takes in its query: `?limit=20&cursor=…`. Extend it with the list's own filters. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST)
    .default(USUAL)
    .meta({ description: 'How many, at most.', examples: [USUAL] }),
  cursor: z
    .string()
    .min(1)
    .max(LONGEST_CURSOR)
    .optional()
    .meta({ description: '`next_cursor` of the page before. Left out: the newest.' }),
});
export type PageQuery = z.output<typeof pageQuerySchema>;

/** One page of `item`s. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item),
    has_more: z.boolean(),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'Send it as `cursor` to get the next page. Null on the last.' }),
  });
}
