import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discloseReason } from './disclose-reason.ts';
import type { Evidence } from './evidence.ts';
import { readingGrade } from './reading-grade.fixture.ts';
import { REASON_CODES, type ReasonCode } from './reason-code.ts';
import { reasonEntry } from './reason-registry.ts';
import { renderReason } from './render-reason.ts';
import { LOCALES, type Locale } from './texts/catalogue.ts';
import { catalogueOf } from './texts/catalogues.ts';
import { WHY_NOT_USABLE } from './why-not-usable.ts';

const WITH_A_FIGURE = ['too_large', 'too_many_pixels', 'page_too_large', 'too_slow'];

const seen: Evidence = { measure: 'x', observed: 1 };
const say = (code: ReasonCode, evidence: readonly Evidence[], locale: Locale = 'en', context = {}) => {
  const [first = seen, ...rest] = evidence;
  return renderReason({ code, evidence: [first, ...rest] }, locale, context).applicant;
};

describe('a sentence', () => {
  test.each<[ReasonCode, readonly Evidence[], string]>([
    ['image_glare', [{ ...seen, field: 'expiry_date' }], 'Light reflects on the date of expiry.'],
    ['image_glare', [seen], 'Light reflects on the document.'],
    [
      'image_blurry',
      [
        { ...seen, field: 'birth_date' },
        { ...seen, field: 'document_number' },
      ],
      'read the date of birth and the document number.',
    ],
    ['document_expired', [{ ...seen, facts: { date: '2024-03-05' } }], 'This document expired on March 5, 2024.'],
    ['document_expires_soon', [{ ...seen, facts: { date: '2026-06', days: 1 } }], 'valid for at least 1 day more'],
    ['document_expires_soon', [{ ...seen, facts: { days: 30 } }], 'valid for at least 30 days more'],
    ['residence_country_not_supported', [{ ...seen, facts: { country: 'CRI' } }], 'who live in Costa Rica.'],
    [
      'document_not_accepted_by_policy',
      [{ ...seen, facts: { document_type: 'visa', country: 'UTO', accepted: ['passport', 'identity_card'] } }],
      '(a visa, Utopia): it is not of a kind that is accepted. Use one of these instead: a passport or an identity card.',
    ],
    [
      'document_not_accepted_by_policy',
      [{ ...seen, facts: { document_type: 'passport', country: 'DEU', why: 'specimen', accepted: ['passport'] } }],
      '(a passport, Germany): it is a specimen, not a real document. Use',
    ],
    // A day that no calendar has is told as it was read, never as the day that arithmetic makes of it.
    ['document_data_impossible', [{ ...seen, field: 'birth_date', observed: '2003-02-31' }], '“2003-02-31”'],
    ['document_expired', [{ ...seen, facts: { date: '2024-13-05' } }], 'expired on 2024-13-05.'],
    ['document_cut_off', [{ ...seen, facts: { edges: ['left', 'top'] } }], 'the left edge and the top edge'],
    ['script_not_readable', [{ ...seen, facts: { script: 'Geor' } }], 'written in Georgian'],
    [
      'claimed_detail_mismatch',
      [
        {
          ...seen,
          field: 'birth_date',
          sources: [
            { witness: 'claim', value: '1985-03-02' },
            { witness: 'mrz', value: '1985-03-XX' },
          ],
        },
      ],
      'you entered “March 2, 1985”, and the document shows “March 1985”',
    ],
    ['file_not_usable', [{ ...seen, facts: { why: 'password_protected' } }], 'Save it with no password'],
    ['file_not_usable', [{ ...seen, facts: { why: 'too_large', max: '25 MB' } }], 'larger than 25 MB'],
    ['file_not_usable', [{ ...seen, facts: { why: 'a new one' } }], 'We could not open this file: a new one. Send'],
    ['review_required', [seen], 'A person will look at your document soon.'],
  ])('of %s names what is known, in words', (code, evidence, words) => {
    expect(say(code, evidence)).toContain(words);
  });

  test('says by when and for whom, where that is known', () => {
    const context = { operator: 'Example Bank', by: '2026-06-03' };
    expect(say('review_required', [seen], 'en', context)).toContain('by June 3, 2026');
    expect(say('residence_country_not_supported', [seen], 'en', context)).toMatch(/^Example Bank does not serve/);
  });

  test('shows each pair of values in a sentence of its own', () => {
    const differ = (field: 'document_number' | 'birth_date', a: string, b: string): Evidence => ({
      ...seen,
      field,
      sources: [
        { witness: 'visual_zone', value: a },
        { witness: 'mrz', value: b },
      ],
    });
    const text = say('machine_zone_mismatch', [
      differ('document_number', 'A1', 'A7'),
      differ('birth_date', '1985-03-02', '1985-03-07'),
    ]);
    expect(text).toContain('“A1” and the code says “A7”');
    expect(text).toContain('“March 2, 1985” and the code says “March 7, 1985”');
  });

  test('of two files that cannot be used says of each what is wrong with it', () => {
    const text = say('file_not_usable', [
      { ...seen, facts: { why: 'empty' } },
      { ...seen, facts: { why: 'too_slow', max: '10 s' } },
    ]);
    expect(text).toMatch(/^This file is empty\..* It took more than 10 s to open/);
  });

  test('of a file names a size only where the file is too large', () => {
    for (const locale of LOCALES) {
      for (const why of WHY_NOT_USABLE) {
        const { because } = catalogueOf(locale).reasons.file_not_usable;
        expect(because[why].includes('{max|'), `${locale} ${why}`).toBe(WITH_A_FIGURE.includes(why));
      }
    }
  });

  test.each<[Locale, string]>([
    ['es', 'La luz se refleja en la fecha de caducidad.'],
    ['tr', 'Şurada ışık yansıyor: son geçerlilik tarihi.'],
    ['uk', 'Світло відбивається тут: строк дії.'],
    ['ar', 'ينعكس الضوء على \u2068تاريخ الانتهاء\u2069.'],
  ])('speaks %s, names of fields included', (locale, words) => {
    expect(say('image_glare', [{ ...seen, field: 'expiry_date' }], locale)).toContain(words);
  });
});

describe('every code in every language', () => {
  test('is whole without any value: no brace, no gap, no double space', () => {
    for (const locale of LOCALES) {
      for (const code of REASON_CODES) {
        const rendered = renderReason({ code, evidence: [seen] }, locale);
        for (const text of Object.values(rendered)) expect(text).not.toMatch(/[{}|]| {2}| [.,;:](\s|$)|undefined/);
      }
    }
  });

  test('never shows what was seen where the disclosure is by category or withheld', () => {
    const secret = 'SECRET-7';
    const evidence: Evidence = {
      measure: 'score',
      observed: secret,
      threshold: secret,
      field: 'document_number',
      sources: [
        { witness: 'claim', value: secret },
        { witness: 'mrz', value: secret },
      ],
      characters: [{ character: secret, confidence: 1, position: 1, alternatives: [], expected: secret }],
      facts: { value: secret, a: secret, b: secret, read: secret, claimed: secret, list: secret },
    };
    for (const code of REASON_CODES) {
      const { disclosure, class: reasonClass } = reasonEntry(code);
      if (disclosure === 'full') continue;
      for (const locale of LOCALES) expect(say(code, [evidence], locale)).not.toContain(secret);
      const disclosed = discloseReason({ code, class: reasonClass, disclosure, check: 'c', evidence: [evidence] });
      expect(JSON.stringify(disclosed.evidence)).not.toContain(secret);
    }
  });

  test('takes any facts without throwing', () => {
    const facts = fc.dictionary(
      fc.constantFrom(
        'country',
        'date',
        'days',
        'age',
        'fields',
        'accepted',
        'script',
        'edges',
        'by',
        '__proto__',
        'why',
      ),
      fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...REASON_CODES), fc.constantFrom(...LOCALES), facts, (code, locale, known) => {
        expect(say(code, [{ ...seen, facts: known }], locale).length).toBeGreaterThan(10);
      }),
    );
  });
});

test('the English sentences are plain: every one of reading grade 8 or less', () => {
  const unusable = WHY_NOT_USABLE.map((why) => say('file_not_usable', [{ ...seen, facts: { why } }]));
  const said = [...REASON_CODES.map((code) => say(code, [seen])), ...unusable];
  const grades = said.map((code) => ({ code, grade: readingGrade(code) }));

  expect(grades.filter(({ grade }) => grade > 8).map(({ code, grade }) => `${code} ${grade.toFixed(1)}`)).toEqual([]);
});
