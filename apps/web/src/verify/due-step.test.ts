/** Where somebody stands: what is done is never due again, and nothing is skipped that is asked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueStep, entryStep, hasRunOut, type Journey, progress } from './due-step.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const LATER = '2026-03-09T09:00:00Z';
const EARLIER = '2026-03-01T09:00:00Z';

const step = (name: Journey['steps'][number]['name'], state: Journey['steps'][number]['state'] = 'asked') => ({
  name,
  state,
  used: 0,
  attempts: [],
});
const photo = (side: 'front' | 'back', look: 'good' | 'bad' | 'reading' | 'human' = 'good', submitted = false) => ({
  id: 'att_1',
  step: `document_${side}` as const,
  media_id: 'med_1',
  submitted,
  created_at: EARLIER,
  look: {
    state: look === 'reading' ? ('reading' as const) : ('done' as const),
    reasons: REASONS[look],
    picture: null,
    shows_other: null,
  },
});
const reason = (of: 'retake' | 'human') =>
  ({ code: 'image_glare', number: 14, class: of, disclosure: 'full', heading: '' }) as const;
const REASONS = { good: [], bad: [reason('retake')], reading: [], human: [reason('human')] };

const begun: Journey = {
  state: 'open',
  steps: [step('consent'), step('details'), step('document_front')],
  attempts: [],
  consent: null,
  details: null,
  contacts: [],
  residence: null,
  expires_at: LATER,
};
const answered: Journey = {
  ...begun,
  consent: true,
  details: { document_type: 'passport', issuing_state: 'UTO', residence: 'UTO' },
};
const contact = (kind: 'phone' | 'email', confirmed = false): Journey['contacts'][number] => ({
  kind,
  channels: kind === 'phone' ? ['sms'] : ['email'],
  by_itself: false,
  known_hint: null,
  confirmed: confirmed ? { hint: '+506 … 01', channel: 'sms', at: EARLIER } : null,
  code: null,
  reasons: [],
});
const reached: Journey = {
  ...answered,
  steps: [...answered.steps, step('contact_phone'), step('contact_email')],
  contacts: [contact('phone'), contact('email')],
};
const card: Journey = { ...answered, steps: [...answered.steps, step('document_back')] };

test.each<[string, Journey, string]>([
  ['nothing was said', begun, 'residence'],
  ['the operator said where they live', { ...begun, residence: 'CRI' }, 'document'],
  ['they said so themselves', { ...answered, consent: null }, 'document'],
  ['consent was refused', { ...answered, consent: false }, 'document'],
  ['the answers are there', answered, 'photo/front'],
  ['a number is to be confirmed', reached, 'contact'],
  ['an address still is', { ...reached, contacts: [contact('phone', true), contact('email')] }, 'contact'],
  ['both are', { ...reached, contacts: [contact('phone', true), contact('email', true)] }, 'photo/front'],
  ['nothing was said of a number', { ...reached, details: null, residence: 'CRI' }, 'document'],
  [
    'a contact that is not asked for any more',
    { ...reached, steps: [...answered.steps, step('contact_phone', 'finished'), step('contact_email', 'finished')] },
    'photo/front',
  ],
  ['the photograph is being read', { ...answered, attempts: [photo('front', 'reading')] }, 'photo/front'],
  ['something was found on it', { ...answered, attempts: [photo('front', 'bad')] }, 'photo/front'],
  ['what was found is for a person', { ...answered, attempts: [photo('front', 'human')] }, 'check'],
  ['a passport is photographed', { ...answered, attempts: [photo('front')] }, 'check'],
  ['the back of a card is missing', { ...card, attempts: [photo('front')] }, 'photo/back'],
  [
    'only the back is asked again',
    { ...card, steps: [step('document_front', 'finished'), step('document_back')] },
    'photo/back',
  ],
  ['what was handed in is asked again', { ...answered, attempts: [photo('front', 'good', true)] }, 'photo/front'],
  [
    'only the details are asked again',
    { ...answered, steps: [step('details'), step('document_front', 'finished')] },
    'check',
  ],
  ['it is being checked', { ...answered, state: 'processing' }, 'outcome'],
  ['the link has run out', { ...begun, expires_at: EARLIER }, 'outcome'],
])('%s', (_, journey, due) => {
  expect(dueStep(journey, NOW)).toBe(due);
});

test('who is asked again reads first why', () => {
  expect(entryStep({ ...answered, state: 'action_required' }, NOW)).toBe('outcome');
  expect(entryStep(answered, NOW)).toBe('photo/front');
});

describe('the bar of steps', () => {
  test('counts the sides of the document, and the question that is asked', () => {
    expect(progress(begun, 'residence')).toEqual({ number: 1, of: 4 });
    expect(progress({ ...card, residence: 'CRI' }, 'check')).toEqual({ number: 4, of: 4 });
    expect(progress(reached, 'contact')).toEqual({ number: 3, of: 5 });
    expect(progress(card, 'outcome')).toBeUndefined();
  });
});

test('whatever was said and done, there is a step; and it is the outcome exactly where nothing can be done', () => {
  const journeys = fc.record({
    state: fc.constantFrom(
      'created',
      'open',
      'processing',
      'in_review',
      'action_required',
      'approved',
      'declined',
      'expired',
    ),
    steps: fc.subarray(
      [step('consent'), step('details'), step('contact_phone'), step('document_front'), step('document_back')],
      { minLength: 1 },
    ),
    contacts: fc.subarray([contact('phone')]),
    attempts: fc.subarray([
      photo('front'),
      photo('front', 'bad'),
      photo('back', 'reading'),
      photo('back', 'good', true),
    ]),
    consent: fc.constantFrom(true, false, null),
    details: fc.constantFrom(answered.details, null),
    residence: fc.constantFrom('CRI', null),
    expires_at: fc.constantFrom(LATER, EARLIER),
  });
  fc.assert(
    fc.property(journeys, (journey: Journey) => {
      const isWaiting = /^(created|open|action_required)$/.test(journey.state);
      const isOver = !isWaiting || hasRunOut(journey, NOW);
      expect(dueStep(journey, NOW) === 'outcome').toBe(isOver);
    }),
  );
});
