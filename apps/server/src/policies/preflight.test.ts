import { type Policy, PRODUCTION_POLICY, policySchema, renderReason } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { type Declared, preflight } from './preflight.ts';

const TODAY = '2026-03-01';
const policyOf = (change: Readonly<Record<string, unknown>> = {}): Policy =>
  policySchema.parse({ ...PRODUCTION_POLICY, minimum_age: undefined, ...change });

const STRICT = policyOf({
  residence: { accept: ['CRI', 'DEU'], refuse: [] },
  documents: [
    { states: ['CRI'], types: ['identity_card'] },
    { states: ['DEU', 'UTO'], types: ['passport'] },
  ],
  minimum_age: 18,
  phone_countries: { refuse: ['FRA'] },
});
const FINE: Declared = {
  residence: 'CRI',
  documentType: 'identity_card',
  issuingState: 'CRI',
  birth: { date: '2008-03-01' },
  phoneCountry: 'CRI',
};

const codesOf = (policy: Policy, declared: Declared) =>
  preflight(policy, declared, TODAY).reasons.map(({ code }) => code);

test('somebody to whom no rule objects is eligible, on the birthday itself', () => {
  expect(preflight(STRICT, FINE, TODAY)).toEqual({ outcome: 'eligible', reasons: [], unanswered: [] });
});

test.each<[string, Partial<Declared>, string]>([
  ['a country that is not served', { residence: 'FRA' }, 'residence_country_not_supported'],
  ['a document of another type', { documentType: 'passport' }, 'document_not_accepted_by_policy'],
  ['a document of a state without a rule', { issuingState: 'FRA' }, 'document_not_accepted_by_policy'],
  ['a specimen', { issuingState: 'UTO', documentType: 'passport' }, 'document_not_accepted_by_policy'],
  [
    'a state of which nothing is accepted',
    { issuingState: 'FRA', documentType: undefined },
    'document_not_accepted_by_policy',
  ],
  ['the day before the birthday', { birth: { date: '2008-03-02' } }, 'age_below_minimum'],
  ['an age in years', { birth: { age: 17 } }, 'age_below_minimum'],
  ['a phone that is refused', { phoneCountry: 'FRA' }, 'contact_country_not_supported'],
])('%s is told with its reason', (_name, change, code) => {
  const { outcome, reasons } = preflight(STRICT, { ...FINE, ...change }, TODAY);
  expect(outcome).toBe('not_eligible');
  expect(reasons.map((reason) => reason.code)).toEqual([code]);
});

test('every reason is told at once', () => {
  const declared: Declared = {
    residence: 'FRA',
    documentType: 'visa',
    issuingState: 'CRI',
    birth: { age: 3 },
    phoneCountry: 'FRA',
  };
  expect(codesOf(STRICT, declared)).toEqual([
    'residence_country_not_supported',
    'document_not_accepted_by_policy',
    'age_below_minimum',
    'contact_country_not_supported',
  ]);
});

describe('what was not said is not judged', () => {
  test('and is asked for where the policy has a rule about it', () => {
    expect(preflight(STRICT, {}, TODAY)).toEqual({
      outcome: 'incomplete',
      reasons: [],
      unanswered: ['residence', 'document_type', 'issuing_state', 'birth_date', 'phone_country'],
    });
    expect(preflight(STRICT, { ...FINE, issuingState: undefined }, TODAY).unanswered).toEqual(['issuing_state']);
  });

  test('and is not asked for where there is none', () => {
    const { unanswered, outcome } = preflight(policyOf(), { documentType: 'passport' }, TODAY);
    expect({ unanswered, outcome }).toEqual({ unanswered: [], outcome: 'eligible' });
  });
});

test('the reasons say what is wrong and the way out, in the language', () => {
  const { reasons } = preflight(
    STRICT,
    { birth: { date: '2010-05-04' }, phoneCountry: 'FRA', residence: 'FRA' },
    TODAY,
  );
  const said = reasons.map((reason) => renderReason(reason, 'en', { operator: 'Example' }).applicant);
  expect(said).toEqual([
    'Example does not serve people who live in France. Nothing you upload would change this, so you need not send any document.',
    'You must be at least 18 years. You can apply from this day on: May 4, 2028.',
    'We do not take phone numbers of France. Use a number from another country.',
  ]);
  const [, age] = preflight(STRICT, { residence: 'FRA', birth: { age: 3 } }, TODAY).reasons;
  expect(age && renderReason(age, 'es').applicant).toContain('18 años');
});

test('no date of birth stands in a reason', () => {
  const { reasons } = preflight(STRICT, { birth: { date: '2010-05-04' } }, TODAY);
  expect(JSON.stringify(reasons)).not.toContain('2010-05-04');
});
