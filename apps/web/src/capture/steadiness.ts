/**
 * When the photograph is taken by itself: after several good frames in a row between which the document hardly moved. A
 * state machine without a clock of its own; the frames bring their times.
 */
import type { LivePreview } from '@vidimus/engine/live';
import type { Hint, Size } from './guidance.ts';

type Outline = NonNullable<LivePreview['outline']>;

export type SteadyFrame = {
  readonly hint: Exclude<Hint, 'hold_still'>;
  readonly outline: LivePreview['outline'];
  readonly frame: Size;
  /** Monotonic. */
  readonly atMs: number;
};

export type Steadiness = {
  /** Good frames in a row, up to and with the last one. */
  readonly goodInARow: number;
  readonly firstGoodAtMs: number;
  readonly outline: LivePreview['outline'];
  /** Of the last frame: `hold_still` where the frame was good and the document moved. */
  readonly hint: Hint;
  /** Said once: the frame that was still missing came. */
  readonly isReady: boolean;
};

/** Five frames, and long enough for a hand to come to rest and the lens to settle. */
export const FRAMES_NEEDED = 5;
export const STEADY_MS = 500;
/** A corner that moves further between two frames than this part of the frame's long edge blurs the photograph. */
const MOST_MOTION = 0.012;

export const NOT_STEADY: Steadiness = {
  goodInARow: 0,
  firstGoodAtMs: 0,
  outline: null,
  hint: 'no_document',
  isReady: false,
};

/** The next frame. After `isReady` the count begins anew. */
export function steadied(before: Steadiness, seen: SteadyFrame): Steadiness {
  const { hint, outline, frame, atMs } = seen;
  if (hint !== 'good' || outline === null) return { ...NOT_STEADY, outline, hint };
  if (before.outline !== null && motionBetween(before.outline, outline, frame) > MOST_MOTION) {
    return { ...NOT_STEADY, outline, hint: 'hold_still' };
  }
  const goesOn = before.goodInARow > 0 && !before.isReady;
  const goodInARow = goesOn ? before.goodInARow + 1 : 1;
  const firstGoodAtMs = goesOn ? before.firstGoodAtMs : atMs;
  const isReady = goodInARow >= FRAMES_NEEDED && atMs - firstGoodAtMs >= STEADY_MS;
  return { goodInARow, firstGoodAtMs, outline, hint, isReady };
}

/** 0–1, for the ring around the shutter. */
export function steadyShare({ goodInARow, firstGoodAtMs, isReady }: Steadiness, atMs: number): number {
  if (isReady) return 1;
  if (goodInARow === 0) return 0;
  return Math.min(1, goodInARow / FRAMES_NEEDED, (atMs - firstGoodAtMs) / STEADY_MS);
}

/** The corner that moved most, as a part of the frame's long edge. Corners may be counted from another one: the nearest counts. */
function motionBetween(one: Outline, other: Outline, frame: Size): number {
  const moved = other.map((p) => Math.min(...one.map((q) => Math.hypot(p.x - q.x, p.y - q.y))));
  return Math.max(...moved) / Math.max(frame.width, frame.height);
}
