/** Lists come in pages: newest first, and a cursor for the next one. */
import { z } from 'zod';

const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 20;

/** What a list is asked with: the cursor that the page before gave, and how many rows at most. */
export const PageQuery = z.object({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(USUAL_PER_PAGE),
});
export type PageQuery = z.output<typeof PageQuery>;

/** A page of `item`s; `next_cursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), has_more: z.boolean(), next_cursor: z.string().nullable() });
}
