import { describe, expect, test } from 'vitest';
import { PLACEHOLDERS } from './placeholder.table.ts';
import { REASON_CODES } from './reason-code.ts';
import { REASON_REGISTRY } from './reason-registry.table.ts';
import { findReasonEntry, reasonEntry, similarReasonCodes } from './reason-registry.ts';
import { LOCALES } from './texts/catalogue.ts';
import { catalogueOf } from './texts/catalogues.ts';
import { EN_STAFF } from './texts/en-staff.table.ts';
import { placeholdersOf } from './texts/fill-text.ts';

describe('the registry', () => {
  test('has every code, in order, numbered from 1 without a gap', () => {
    expect(REASON_REGISTRY.map((entry) => entry.code)).toEqual(REASON_CODES);
    expect(REASON_REGISTRY.map((entry) => entry.number)).toEqual(REASON_CODES.map((_code, index) => index + 1));
  });

  test('is append-only: the first 61 codes stand where they stood', () => {
    expect(REASON_REGISTRY.length).toBeGreaterThanOrEqual(61);
    expect([1, 12, 29, 38, 61].map((number) => REASON_REGISTRY[number - 1]?.code)).toEqual([
      'consent_declined',
      'image_blurry',
      'document_expired',
      'document_not_original',
      'review_required',
    ]);
  });

  test('has no code that says nothing', () => {
    for (const code of REASON_CODES) expect(code).not.toMatch(/other|unknown|suspicious/);
  });

  test('shows no value of a reason that is disclosed by category or withheld', () => {
    for (const entry of REASON_REGISTRY) {
      if (entry.disclosure === 'full') continue;
      for (const name of entry.placeholders) expect(['value', 'field', 'date']).not.toContain(PLACEHOLDERS[name].kind);
    }
  });

  test('finds a code however it is typed, and offers those that resemble it', () => {
    expect(findReasonEntry(' Image-Glare ')?.number).toBe(13);
    expect(findReasonEntry('glare')).toBeUndefined();
    expect(similarReasonCodes('glare')).toEqual(['image_glare']);
    expect(reasonEntry('document_expired').class).toBe('supply');
  });
});

describe.each(LOCALES)('the catalogue %s', (locale) => {
  const { reasons } = catalogueOf(locale);

  test.each(REASON_REGISTRY.map((entry) => [entry.code, entry] as const))(
    '%s has the placeholders of its row',
    (code, entry) => {
      const { applicant, because = {} } = reasons[code];
      const used = [applicant, ...Object.values(because)].flatMap(placeholdersOf);
      expect([...new Set(used.map(({ name }) => name))].toSorted()).toEqual(entry.placeholders.toSorted());
      for (const { name, fallback } of used)
        expect(fallback, `{${name}} needs words for when it is not known`).not.toBe('');
      expect(reasons[code].heading).not.toBe('');
      expect(reasons[code].heading).not.toContain('{');
    },
  );
});

test('the staff texts use only placeholders of the row', () => {
  for (const entry of REASON_REGISTRY) {
    const { reviewer, operator } = EN_STAFF[entry.code];
    for (const { name } of placeholdersOf(reviewer + operator)) expect(entry.placeholders).toContain(name);
  }
});
