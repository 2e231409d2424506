import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calmed, firstHint } from './calm-hint.ts';
import type { Hint } from './guidance.ts';
import { SILENT, SPEAK_EVERY_MS, speak } from './spoken-hint.ts';

const HINTS: readonly Hint[] = ['no_document', 'too_dark', 'glare', 'blurry', 'good'];
const seen = fc.array(fc.tuple(fc.constantFrom(...HINTS), fc.integer({ min: 20, max: 300 })), { maxLength: 100 });

/** What is shown and spoken after each frame. */
function told(frames: readonly (readonly [Hint, number])[]) {
  let atMs = 0;
  let calm = firstHint(0);
  let said = SILENT;
  return frames.map(([hint, waitMs]) => {
    atMs += waitMs;
    calm = calmed(calm, hint, atMs);
    said = speak(said, calm.shown, atMs);
    return { atMs, hint, shown: calm.shown, spoken: said.spoken };
  });
}

test('one frame of something else changes nothing', () => {
  const frames = Array.from({ length: 30 }, (_, i): [Hint, number] => [i % 5 === 4 ? 'glare' : 'no_document', 100]);
  expect(new Set(told(frames).map(({ shown }) => shown))).toEqual(new Set(['no_document']));
});

test('what stays is shown within a second and a half', () => {
  const last = told(Array.from({ length: 15 }, (): [Hint, number] => ['glare', 100])).at(-1);
  expect(last?.shown).toBe('glare');
});

test('a hint stays for at least 0.9 s, and what is shown next was just seen', () => {
  fc.assert(
    fc.property(seen, (frames) => {
      let changedAtMs = 0;
      let shown: Hint = 'no_document';
      for (const now of told(frames)) {
        if (now.shown === shown) continue;
        expect(now.atMs - changedAtMs).toBeGreaterThanOrEqual(900);
        expect(now.shown).toBe(now.hint);
        [shown, changedAtMs] = [now.shown, now.atMs];
      }
    }),
  );
});

test('nothing is spoken sooner than two seconds after the last, and only what is shown', () => {
  fc.assert(
    fc.property(seen, (frames) => {
      let spoken: Hint | null = null;
      let spokenAtMs = Number.NEGATIVE_INFINITY;
      for (const now of told(frames)) {
        if (now.spoken === spoken) continue;
        expect(now.atMs - spokenAtMs).toBeGreaterThanOrEqual(SPEAK_EVERY_MS);
        expect(now.spoken).toBe(now.shown);
        [spoken, spokenAtMs] = [now.spoken, now.atMs];
      }
    }),
  );
});
