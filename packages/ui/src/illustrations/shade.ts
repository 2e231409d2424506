/** The colours of the pictures: tokens of the pages' style sheet, so that they follow light, dark and the operator. */

/** Paper and plastic. */
export const PAPER = 'var(--surface)';
/** Fields on paper, and things behind others. */
export const SUNKEN = 'var(--sunken)';
/** What belongs to the document as such: its band, its chip. */
export const OPERATOR = 'var(--operator)';
/** Lines of writing. */
export const WRITING = 'var(--ink-soft)';
export const GOOD = 'var(--good)';
export const GOOD_GROUND = 'var(--good-ground)';
/** What is wrong in a picture, and nothing else, is drawn in these. */
export const CARE = 'var(--care)';
export const CARE_GROUND = 'var(--care-ground)';
/** Light that falls on something: brighter than paper in the dark, too. */
export const GLOW = 'light-dark(var(--care-ground), color-mix(in srgb, var(--care) 55%, var(--surface)))';
export const BAD = 'var(--bad)';
/** A table: dark beneath paper in light mode and in dark mode. */
export const TABLE = 'light-dark(var(--ink-soft), var(--sunken))';
/** What is marked on that table. */
export const FRAME_ON_TABLE = 'light-dark(var(--surface), var(--good))';
