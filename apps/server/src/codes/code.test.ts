import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_TRIES, type Code, codeState, expiryOf, normaliseCode, resendPossibleAt, triesLeft } from './code.ts';

const START = new Date('2026-03-01T09:00:00Z');
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const FRESH: Code = {
  purpose: 'sign_in',
  refused: false,
  tries: 0,
  sends: 1,
  lastSentAt: START,
  expiresAt: at(600),
  usedAt: null,
};

test.each([
  ['sign_in', 'sms', 600],
  ['sign_in', 'email', 600],
  ['confirm', 'sms', 600],
  ['confirm', 'email', 86_400],
] as const)('to %s by %s it lives for %i seconds', (purpose, channel, seconds) => {
  expect(expiryOf(purpose, channel, START)).toEqual(at(seconds));
});

test.each<[string, Partial<Code>, number, string]>([
  ['fresh', {}, 0, 'waiting'],
  ['after ten minutes', {}, 600, 'expired'],
  ['after five tries', { tries: 5 }, 0, 'tries_used'],
  ['once used', { usedAt: START, tries: 5 }, 900, 'accepted'],
  ['refused', { refused: true }, 0, 'refused'],
])('a code %s', (_, change, seconds, expected) => {
  expect(codeState({ ...FRESH, ...change }, at(seconds))).toBe(expected);
});

test('it can be sent again after waits that grow, and not when that would outlive it', () => {
  const waits = [1, 2, 3, 4, 5].map((sends) => resendPossibleAt({ ...FRESH, sends }, START));
  expect(waits).toEqual([at(30), at(60), at(120), at(300), null]);
  expect(resendPossibleAt({ ...FRESH, lastSentAt: at(580) }, at(590))).toBeNull();
});

test('tries are left only while it can be entered, and never below none', () => {
  fc.assert(
    fc.property(fc.nat(CODE_TRIES), fc.nat(1200), fc.boolean(), (tries, seconds, isUsed) => {
      const code = { ...FRESH, tries, usedAt: isUsed ? START : null };
      const left = triesLeft(code, at(seconds));
      expect(left > 0).toBe(codeState(code, at(seconds)) === 'waiting');
      expect(left).toBeLessThanOrEqual(CODE_TRIES);
    }),
  );
});

test.each([
  ['123 456', '123456'],
  ['123-456', '123456'],
  ['１２３４５６', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
])('%j is read as %s', (typed, expected) => {
  expect(normaliseCode(typed)).toBe(expected);
});
