/** One hint at a time, and none that flickers: what is shown changes only when something else was seen for a while. */
import type { Hint } from './guidance.ts';

export type CalmHint = {
  readonly shown: Hint;
  readonly shownSinceMs: number;
  /** What was seen instead of late, and since when. */
  readonly coming: Hint | null;
  readonly comingSinceMs: number;
};

/** Long enough to be no accident of one frame. */
const SEEN_MS = 350;
/** Long enough to be read. */
const READ_MS = 900;

/** Begins with looking for the document. */
export function firstHint(atMs: number): CalmHint {
  return { shown: 'no_document', shownSinceMs: atMs, coming: null, comingSinceMs: atMs };
}

/** The next frame's hint. */
export function calmed(before: CalmHint, hint: Hint, atMs: number): CalmHint {
  if (hint === before.shown) return { ...before, coming: null };
  if (hint !== before.coming) return { ...before, coming: hint, comingSinceMs: atMs };
  const isSure = atMs - before.comingSinceMs >= SEEN_MS && atMs - before.shownSinceMs >= READ_MS;
  return isSure ? { shown: hint, shownSinceMs: atMs, coming: null, comingSinceMs: atMs } : before;
}
