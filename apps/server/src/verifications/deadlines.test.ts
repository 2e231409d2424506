import { expect, test } from 'vitest';
import { erasedAt, lastDayOfAppeal, retriedAfter } from './deadlines.ts';
import type { VerificationState } from './verification.ts';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const REASONS = [
  {
    code: 'age_below_minimum',
    class: 'policy',
    disclosure: 'full',
    check: 'x',
    evidence: [{ measure: 'x', observed: 1 }],
  },
] as const;
const declined = (lastDay: string): VerificationState => ({
  state: 'declined',
  appeal: { path: '/v1/applicant/appeal', lastDay },
  reasons: [{ ...REASONS[0], evidence: [{ measure: 'x', observed: 1 }] }],
});

test.each<readonly [string, VerificationState, number | undefined, string | undefined]>([
  ['an approval, by the policy', { state: 'approved' }, 90, '2026-05-31T09:00:00.000Z'],
  ['an approval, without a word of the policy', { state: 'approved' }, undefined, '2026-04-01T09:00:00.000Z'],
  ['an approval that is not kept', { state: 'approved' }, 0, '2026-03-02T09:00:00.000Z'],
  ['one that ran out', { state: 'expired' }, 1, '2026-03-03T09:00:00.000Z'],
  ['one that was called off', { state: 'cancelled' }, 1, '2026-03-03T09:00:00.000Z'],
  ['a decline that can be appealed for longer', declined('2026-04-01'), 1, '2026-04-02T00:00:00.000Z'],
  ['a decline that is kept for longer', declined('2026-04-01'), 90, '2026-05-31T09:00:00.000Z'],
  ['one that is open', { state: 'open' }, 1, undefined],
  ['one that is being read', { state: 'processing', expectedBy: NOW.toISOString() }, 1, undefined],
])('%s is erased in its time', (_, state, days, at) => {
  const policy = days === undefined ? {} : { retention_days: days };
  expect(erasedAt(state, NOW, policy)?.toISOString()).toBe(at);
});

test('a decline can be appealed for thirty days, the last one whole', () => {
  expect(lastDayOfAppeal(new Date('2026-03-02T23:59:59.999Z'))).toBe('2026-04-01');
});

test.each([
  [0, '09:00:02'],
  [60_000, '09:01:00'],
  [3_600_000, '09:05:00'],
])('after waiting for %i ms the next try is at %s', (waited, at) => {
  expect(retriedAfter(NOW, waited).toISOString().slice(11, 19)).toBe(at);
});
