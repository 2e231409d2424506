/** Kinds of columns that many tables have. */
import type { ColumnType } from 'kysely';

/** Written once, by the clock that the caller hands in. */
export type Written = ColumnType<Date, Date, never>;
export type Later = Date | null;
/** `live` is for real applicants; `test` for trying out, with specimens and a clock that can be set. */
export type Mode = 'live' | 'test';
