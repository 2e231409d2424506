/** Cuts a list into pages: the store is asked for one row more than the page holds. */
import type { Result } from '@vidimus/engine/standards';
import { type Problem, problem } from './problem.ts';

/** As `pageSchema` of the protocol describes it. */
export type Page<Item> = {
  readonly data: readonly Item[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
};

/** An id of ours: prefix and ULID. */
const ID = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** The id after which (in descending order) the page begins; undefined for the first page. */
export function readCursor(cursor: string | undefined): Result<string | undefined, Problem> {
  if (cursor === undefined) return { ok: true, value: undefined };
  const id = Buffer.from(cursor, 'base64url').toString('latin1');
  if (ID.test(id)) return { ok: true, value: id };
  const detail = 'The cursor is not one of ours. Send `next_cursor` of the page before, unchanged.';
  return {
    ok: false,
    error: problem('request.parameters-invalid', detail, { errors: [{ pointer: '?cursor', detail: 'not a cursor' }] }),
  };
}

/** The page of `rows`, of which the store was asked for `limit + 1`, sorted by id, descending. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  asItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return {
    data: shown.map(asItem),
    has_more: hasMore,
    next_cursor: hasMore && last !== undefined ? Buffer.from(last.id, 'latin1').toString('base64url') : null,
  };
}
