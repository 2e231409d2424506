/** What is read out: hints as they are shown, but none sooner than two seconds after the last, so that each can be heard to its end. */
import type { Hint } from './guidance.ts';

export type SpokenHint = { readonly spoken: Hint | null; readonly spokenAtMs: number };

export const SPEAK_EVERY_MS = 2000;
export const SILENT: SpokenHint = { spoken: null, spokenAtMs: Number.NEGATIVE_INFINITY };

/** What is to be read out while `shown` is shown; the same object when nothing new is. */
export function speak(before: SpokenHint, shown: Hint, atMs: number): SpokenHint {
  if (shown === before.spoken || atMs - before.spokenAtMs < SPEAK_EVERY_MS) return before;
  return { spoken: shown, spokenAtMs: atMs };
}
