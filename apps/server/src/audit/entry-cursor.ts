/** Cursors of the record: its entries have positions instead of ids, and a page is asked for like any other. */
import type { Result } from '@vidimus/engine/standards';
import { type Problem, problem } from '../http/problem.ts';

const POSITION = /^entry_(\d{1,10})$/;

/** For the page after this entry. */
export function entryCursor(position: number): string {
  return Buffer.from(`entry_${position}`, 'latin1').toString('base64url');
}

/** The position before which the page begins; undefined for the first page. */
export function readEntryCursor(cursor: string | undefined): Result<number | undefined, Problem> {
  if (cursor === undefined) return { ok: true, value: undefined };
  const position = POSITION.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (position !== undefined && Number(position) <= MOST) return { ok: true, value: Number(position) };
  const detail = 'The cursor is not one of ours. Send `next_cursor` of the page before, unchanged.';
  const errors = [{ pointer: '?cursor', detail: 'not a cursor' }];
  return { ok: false, error: problem('request.parameters-invalid', detail, { errors }) };
}

/** Of a PostgreSQL `int`. */
const MOST = 2_147_483_647;
