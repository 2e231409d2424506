import { type Evidence, type Reason, reasonEntry } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { whenNoTryIsLeft } from './attempt-limit.ts';
import { isLinkToken, newLink } from './link-token.ts';
import { nameMedia } from './name-media.ts';
import { newStep, type StepName } from './step.ts';
import { stepsToAsk } from './steps-to-ask.ts';

const BOTH = new Map([
  ['med_f', 'front'],
  ['med_b', 'back'],
] as const);

function reason(code: Reason['code'], ...evidence: readonly Partial<Evidence>[]): Reason {
  const { class: reasonClass, disclosure } = reasonEntry(code);
  const [first, ...rest] = evidence.map((one): Evidence => ({ measure: 'x', observed: 1, ...one }));
  return {
    code,
    class: reasonClass,
    disclosure,
    check: 'c',
    evidence: [first ?? { measure: 'x', observed: 1 }, ...rest],
  };
}

test.each<readonly [string, readonly Reason[], readonly StepName[]]>([
  ['glare on the front', [reason('image_glare', { media_id: 'med_f' })], ['document_front']],
  ['blur on the back', [reason('image_blurry', { media_id: 'med_b' })], ['document_back']],
  [
    'a fault on each side',
    [reason('image_glare', { media_id: 'med_f' }), reason('image_blurry', { media_id: 'med_b' })],
    ['document_front', 'document_back'],
  ],
  ['an expired document, which is the whole of it', [reason('document_expired')], ['document_front', 'document_back']],
  [
    'sides of two documents, of which one was compared',
    [reason('sides_mismatch', { media_id: 'med_f' })],
    ['document_front', 'document_back'],
  ],
  ['a missing back', [reason('document_side_missing', { facts: { side: 'back' } })], ['document_back']],
  ['a name that differs', [reason('name_mismatch', { media_id: 'med_f' })], ['details']],
  ['a consent that was not given', [reason('consent_declined')], ['consent']],
  ['a doubt, which is a person’s', [reason('review_required', { media_id: 'med_f' })], []],
  ['our own fault', [reason('provider_unavailable')], []],
])('%s asks for what it is about', (_, reasons, steps) => {
  expect(stepsToAsk(reasons, BOTH)).toEqual(steps);
});

test('a photograph of one side is not asked to have another', () => {
  expect(stepsToAsk([reason('document_expired')], new Map([['med_f', 'front']]))).toEqual(['document_front']);
});

const glare = [reason('image_glare', { media_id: 'med_f' })] as const;
test.each<readonly [number, boolean]>([
  [0, false],
  [3, false],
  [4, true],
])('after %i tries that counted, one more sends to a person: %s', (used, sends) => {
  const steps = [{ ...newStep('document_front'), used }];
  const [first] = whenNoTryIsLeft(glare, steps, ['document_front']) ?? [];
  expect(first?.code).toBe(sends ? 'attempt_limit_reached' : undefined);
});
test('a step that is not asked again uses up nothing', () => {
  const steps = [{ ...newStep('document_back'), used: 9 }];
  expect(whenNoTryIsLeft(glare, steps, ['document_front'])).toBeUndefined();
});

test('photographs are named by their own ids, pages of a PDF included, wherever they stand', () => {
  const value = { media_id: 'photo_2', evidence: [{ media_id: 'photo_1_page_3', field: 'photo_1' }], other: 'photo_2' };
  expect(nameMedia(value, ['med_a', 'med_b'])).toEqual({
    media_id: 'med_b',
    evidence: [{ media_id: 'med_a_page_3', field: 'photo_1' }],
    other: 'photo_2',
  });
});

test.each([
  ['as it is given out', newLink('apply').token, true],
  ['of a receipt', newLink('receipt').token, true],
  ['cut short', newLink('apply').token.slice(0, -1), false],
  ['with a blank', `${newLink('apply').token} `, false],
  ['of a key', `sk_test_${'a'.repeat(43)}`, false],
])('a link %s', (_, token, is) => {
  expect(isLinkToken(token)).toBe(is);
});
