import { FIELD_NAMES, PRODUCTION_POLICY, parsePolicy, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyForm, formFrom, formOf, type PolicyForm, writeDocument } from './policy-form.ts';

const DEFAULTS = PRODUCTION_POLICY;
const TYPES = ['passport', 'identity_card', 'driving_licence', 'visa', 'residence_permit'] as const;

const codes = fc
  .array(fc.constantFrom('CRI', 'UKR', 'TUR', 'ESP', 'EGY'), { maxLength: 4 })
  .map((list) => [...new Set(list)].join(', '));
const count = (max: number) =>
  fc.option(fc.nat(max), { nil: undefined }).map((n) => (n === undefined ? '' : String(n)));
const words = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.trim() || 'x');
const forms: fc.Arbitrary<PolicyForm> = fc
  .record({
    name: words,
    operator: words,
    documents: fc.array(fc.record({ states: codes, types: fc.subarray([...TYPES], { minLength: 1 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    residence_accept: codes,
    residence_refuse: codes,
    minimum_age: fc.nat(120).map(String),
    minimum_days_left: fc.nat(400).map(String),
    retention_days: count(3650),
    required_fields: fc.subarray([...FIELD_NAMES]),
    require_both_sides: fc.boolean(),
    review_every_approval: fc.boolean(),
    two_person_review: fc.boolean(),
    contact_phone: fc.boolean(),
    contact_email: fc.boolean(),
    contact_by_itself: fc.boolean(),
  })
  // Channels are a telephone's.
  .map((form) => ({ ...form, contact_by_itself: form.contact_by_itself && form.contact_phone }));

/** What is ticked is a set: lists keep the order that they had. */
const withoutOrder = (form: PolicyForm): PolicyForm => ({
  ...form,
  required_fields: form.required_fields.toSorted(),
  documents: form.documents.map(({ states, types }) => ({ states, types: types.toSorted() })),
});

describe('the form of a policy', () => {
  test('ticks in another order change nothing', () => {
    const before = formOf(PRODUCTION_POLICY, DEFAULTS);
    const turned = {
      ...before,
      required_fields: before.required_fields.toReversed(),
      documents: before.documents.map(({ states, types }) => ({ states, types: types.toReversed() })),
    };
    expect(applyForm(PRODUCTION_POLICY, before, turned)).toEqual(PRODUCTION_POLICY);
  });

  test('channels that a contact has stay as they are', () => {
    const document = { ...PRODUCTION_POLICY, contacts: [{ kind: 'phone', channels: ['call'] }] };
    const before = formOf(document, DEFAULTS);
    expect(before).toMatchObject({ contact_phone: true, contact_by_itself: false, contact_email: false });
    expect(applyForm(document, before, { ...before, contact_by_itself: true, contact_email: true }).contacts).toEqual([
      { kind: 'phone', channels: ['call'], by_itself: true },
      { kind: 'email' },
    ]);
    expect('contacts' in applyForm(document, before, { ...before, contact_phone: false })).toBe(false);
  });

  test('what is set in it is what it shows afterwards, and the document is still a policy', () => {
    fc.assert(
      fc.property(forms, fc.constantFrom(PRODUCTION_POLICY, TRY_OUT_POLICY), (form, policy) => {
        const changed = applyForm(policy, formOf(policy, DEFAULTS), form);
        expect(withoutOrder(formOf(changed, DEFAULTS))).toEqual(withoutOrder(form));
        expect(parsePolicy(changed)).toMatchObject({ ok: true });
      }),
    );
  });

  test('a form in which nothing was changed leaves any document as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const form = formOf(document, DEFAULTS);
        expect(applyForm(document, form, form)).toEqual(document);
      }),
    );
  });

  test('it changes no key that it does not show', () => {
    const document = { ...PRODUCTION_POLICY, thresholds: { dpi_min: 170 }, colour: 'red' };
    const before = formOf(document, DEFAULTS);
    expect(applyForm(document, before, { ...before, minimum_age: '21' })).toEqual({ ...document, minimum_age: 21 });
    expect(applyForm(document, before, { ...before, minimum_age: '' })).not.toHaveProperty('minimum_age');
  });

  test('what two people changed in two ways is both kept: a key of the text, and a field of the form', () => {
    const before = formOf(PRODUCTION_POLICY, DEFAULTS);
    const text = { ...PRODUCTION_POLICY, operator: 'Harbour Bank' };
    const merged = applyForm(text, before, { ...before, minimum_age: '16' });
    expect(merged).toMatchObject({ operator: 'Harbour Bank', minimum_age: 16 });
  });

  test('a browser sends it, with a row that nobody filled in', () => {
    const sent = new FormData();
    sent.set('name', ' Onboarding ');
    sent.append('documents.0.states', 'cri; ukr');
    sent.append('documents.0.types', 'passport');
    sent.append('documents.0.types', 'visa');
    sent.append('documents.1.states', '');
    sent.set('require_both_sides', 'on');
    expect(formFrom(sent)).toMatchObject({
      name: 'Onboarding',
      documents: [{ states: 'CRI, UKR', types: ['passport', 'visa'] }],
      require_both_sides: true,
      two_person_review: false,
      contact_phone: false,
      contact_email: false,
      contact_by_itself: false,
    });
  });
});

test('a document is written so that it is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
      expect(JSON.parse(writeDocument(document))).toEqual(JSON.parse(JSON.stringify(document)));
    }),
  );
  expect(writeDocument({ types: ['passport', 'visa'], deep: [{ a: [1, 2] }] })).toContain(
    '"types": ["passport", "visa"]',
  );
});
