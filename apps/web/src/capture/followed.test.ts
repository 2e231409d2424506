import { expect, test } from 'vitest';
import type { FollowedView } from './ask-applicant.ts';
import { type Followed, followed, waitBeforeLook } from './followed.ts';

const step = (name: FollowedView['steps'][number]['name'], state: FollowedView['steps'][number]['state']) => ({
  name,
  state,
  used: 0,
  attempts: [],
});
const photo = (side: 'front' | 'back', state: 'reading' | 'done'): FollowedView['attempts'][number] => ({
  id: `att_${side}`,
  step: `document_${side}`,
  media_id: null,
  submitted: false,
  created_at: '2026-05-01T10:02:00Z',
  look: { state, reasons: [], picture: null, shows_other: null },
});
const AT = Date.parse('2026-05-01T10:00:00Z');
const view: FollowedView = {
  state: 'open',
  hand_off: { offered: true, opened_at: null, choose: [] },
  steps: [step('consent', 'submitted'), step('document_front', 'asked'), step('document_back', 'asked')],
  attempts: [],
  consent: true,
  details: null,
  contacts: [],
  residence: 'DEU',
  expires_at: '2026-05-08T10:00:00Z',
};

const CASES: readonly (readonly [string, Partial<FollowedView>, Partial<Followed>])[] = [
  ['nobody opened it', {}, { isOpened: false, done: 0, of: 2, isDone: false }],
  [
    'an older link was opened',
    { hand_off: { offered: true, opened_at: '2026-05-01T09:00:00Z', choose: [] } },
    { isOpened: false },
  ],
  ['it was opened', { hand_off: { offered: true, opened_at: '2026-05-01T10:01:00Z', choose: [] } }, { isOpened: true }],
  ['one side was taken', { attempts: [photo('front', 'done')] }, { done: 1, isDone: false }],
  [
    'the other is being read',
    { attempts: [photo('front', 'done'), photo('back', 'reading')] },
    { done: 1, isDone: false },
  ],
  ['both were taken', { attempts: [photo('front', 'done'), photo('back', 'done')] }, { done: 2, isDone: true }],
  ['it was handed in there', { state: 'processing' }, { isDone: true }],
];
test.each(CASES)('%s', (_, differs, expected) => {
  expect(followed({ ...view, ...differs }, AT, new Date('2026-05-01T10:05:00Z'))).toMatchObject(expected);
});

test('looks are never further apart than four seconds, and never closer than the first', () => {
  const waits = Array.from({ length: 50 }, (_, i) => waitBeforeLook(i));
  expect(Math.min(...waits)).toBe(1500);
  expect(Math.max(...waits)).toBe(4000);
});
