import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FRAMES_NEEDED,
  NOT_STEADY,
  STEADY_MS,
  type Steadiness,
  type SteadyFrame,
  steadied,
  steadyShare,
} from './steadiness.ts';

const frame = { width: 1280, height: 720 };
const at = (x: number): SteadyFrame['outline'] => [
  { x, y: 100 },
  { x: x + 800, y: 100 },
  { x: x + 800, y: 600 },
  { x, y: 600 },
];
const good = (atMs: number, x = 200): SteadyFrame => ({ hint: 'good', outline: at(x), frame, atMs });

function after(frames: readonly SteadyFrame[]): readonly Steadiness[] {
  const states: Steadiness[] = [];
  for (const seen of frames) states.push(steadied(states.at(-1) ?? NOT_STEADY, seen));
  return states;
}

const anyFrames = fc
  .array(
    fc.record({
      hint: fc.constantFrom('good', 'good', 'good', 'glare', 'no_document' as const),
      x: fc.constantFrom(200, 201, 260),
      waitMs: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let atMs = 0;
    return steps.map(({ hint, x, waitMs }): SteadyFrame => {
      atMs += waitMs;
      return { hint, outline: hint === 'no_document' ? null : at(x), frame, atMs };
    });
  });

describe('a photograph is taken by itself', () => {
  test('after enough good frames, once', () => {
    const states = after(Array.from({ length: 12 }, (_, i) => good(i * 110)));
    expect(states.map(({ isReady }) => isReady).indexOf(true)).toBe(5);
    expect(states.filter(({ isReady }) => isReady)).toHaveLength(2);
  });

  test('not before half a second, however fast the frames come', () => {
    const states = after(Array.from({ length: 20 }, (_, i) => good(i * 10)));
    expect(states.some(({ isReady }) => isReady)).toBe(false);
  });

  test('not while the document moves, which is told', () => {
    const states = after(Array.from({ length: 20 }, (_, i) => good(i * 110, 200 + 30 * (i % 2))));
    expect(states.some(({ isReady }) => isReady)).toBe(false);
    expect(states.at(-1)?.hint).toBe('hold_still');
  });

  test('a corner counted from another one is no movement', () => {
    const [a, b, c, d] = at(200) ?? [];
    const turned = { ...good(110), outline: a && b && c && d ? ([c, d, a, b] as const) : null };
    expect(after([good(0), turned]).at(-1)?.hint).toBe('good');
  });
});

test('ready means: the last frames were all good, and enough of them for long enough', () => {
  fc.assert(
    fc.property(anyFrames, (frames) => {
      for (const [i, { isReady }] of after(frames).entries()) {
        if (!isReady) continue;
        const run = frames.slice(i - FRAMES_NEEDED + 1, i + 1);
        expect(run.map(({ hint }) => hint)).toEqual(Array(FRAMES_NEEDED).fill('good'));
        const before = frames.slice(0, i + 1).findLastIndex(({ hint }) => hint !== 'good');
        expect((frames[i]?.atMs ?? 0) - (frames[before + 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(STEADY_MS);
      }
    }),
  );
});

test('the ring is full exactly when it is ready, and empty after a frame that was not good', () => {
  fc.assert(
    fc.property(anyFrames, (frames) => {
      for (const [i, state] of after(frames).entries()) {
        const share = steadyShare(state, frames[i]?.atMs ?? 0);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share === 1).toBe(state.isReady);
        if (state.hint !== 'good') expect(share).toBe(0);
      }
    }),
  );
});
