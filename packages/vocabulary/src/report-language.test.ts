import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from './texts/catalogue.ts';
import { catalogueOf } from './texts/catalogues.ts';
import { EN_FINDINGS } from './texts/en-findings.table.ts';
import { EN_REPORT } from './texts/en-report.table.ts';
import { placeholdersOf } from './texts/fill-text.ts';
import { reportLanguage } from './texts/report-language.ts';
import type { PluralText } from './texts/report-texts.ts';

const namesIn = (text: string) => [...new Set(placeholdersOf(text).map(({ name }) => name))].toSorted();
const formsOf = (text: string | PluralText) => (typeof text === 'string' ? [text] : Object.values(text));
const messages = (locale: Locale) => Object.entries<string | PluralText>(catalogueOf(locale).report);
const english = new Map(Object.entries<string | PluralText>(EN_REPORT));

describe.each(LOCALES)("the report's words in %s", (locale) => {
  test('have the placeholders of the English ones; a form for one number may write the number out', () => {
    for (const [key, text] of messages(locale)) {
      const wanted = formsOf(english.get(key) ?? '').flatMap(namesIn);
      for (const form of formsOf(text)) {
        const rest = typeof text === 'string' ? [] : ['count'];
        expect([...new Set([...namesIn(form), ...rest])].toSorted(), key).toEqual([...new Set(wanted)].toSorted());
      }
    }
  });

  test('have every plural of the language, and the number wherever several share a form', () => {
    const rules = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, text] of messages(locale)) {
      if (typeof text === 'string') continue;
      expect(Object.keys(text).toSorted(), key).toEqual(rules.toSorted());
      for (const [form, words] of Object.entries(text)) {
        if (form === 'few' || form === 'many' || form === 'other') expect(words, `${key} ${form}`).toContain('{count}');
      }
    }
  });

  test('have no empty text, no double space, and no gap before a full stop', () => {
    const findings = Object.entries(catalogueOf(locale).findings);
    for (const [key, text] of [...messages(locale), ...findings]) {
      for (const form of formsOf(text)) expect(form, key).toMatch(/^(?!.*( {2}| [.,،]|^ | $)).+$/);
    }
  });

  test('tell what checks say with the placeholders of their text', () => {
    for (const [key, text] of Object.entries(catalogueOf(locale).findings))
      expect(namesIn(text), key).toEqual(namesIn(key));
  });
});

test('a finding is told as itself, whatever stands in its places', () => {
  const { tell } = reportLanguage('en');
  for (const [key, text] of Object.entries(EN_FINDINGS)) {
    const sample: Readonly<Record<string, string>> = {
      side: 'back',
      disturbance: 'glare',
      witness: 'mrz',
      other: 'claim',
      count: '3',
      turn: '90',
      date: '2020-01-02',
      code: 'image_glare',
    };
    const said = key.replace(/\{([a-z_]+)\}/g, (_whole, name: string) => sample[name] ?? 'birth_date');
    const pattern = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[a-z_]+\}/g, '.+');
    expect(tell(said), key).toMatch(new RegExp(`^${pattern}$`));
  }
});

/** Names and signs that every language writes alike. */
const SHARED = 'Vidimus npx MRZ dpi ISO ICAO Doc SMS WhatsApp VPN proxy JPEG PNG WebP HEIC PDF'
  .toLowerCase()
  .split(' ');

/** Every word of three letters or more that a language says, reasons included; placeholders' names left out. */
function wordsOf(locale: Locale): ReadonlySet<string> {
  const { report, findings, reasons, terms } = catalogueOf(locale);
  const said = JSON.stringify([report, findings, reasons, terms].map(textsIn)).replace(/\{[^|{}]*/g, ' ');
  return new Set(said.toLocaleLowerCase('en').match(/[\p{L}\p{M}’]{3,}/gu) ?? []);
}

function textsIn(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [value];
}

test.each<[Locale, readonly string[]]>([
  ['es', ['chip', 'digital', 'personal', 'real', 'use']],
  ['tr', ['latin', 'size']],
  ['uk', []],
  ['ar', []],
])('nothing in %s was left in English', (locale, alike) => {
  const english = wordsOf('en');
  const left = [...wordsOf(locale)].filter((word) => english.has(word) && !SHARED.includes(word));
  expect(left.toSorted()).toEqual(alike);
});

describe('a message', () => {
  test.each<[Locale, number, string]>([
    ['en', 1, '1 line of text was found.'],
    ['en', 1200, '1,200 lines of text were found.'],
    ['uk', 3, 'Знайдено 3 рядки тексту.'],
    ['uk', 11, 'Знайдено 11 рядків тексту.'],
    ['tr', 1200, '1.200 satır yazı bulundu.'],
    ['ar', 2, 'وجدنا سطري نص.'],
    ['ar', 5, 'وجدنا \u20685\u2069 أسطر نص.'],
  ])('in %s with %i has its plural and its figures', (locale, count, words) => {
    expect(reportLanguage(locale).say('lines_found', { count })).toBe(words);
  });

  test('keeps the direction of what stands in it in Arabic', () => {
    expect(reportLanguage('ar').say('zone_read', { format: 'TD3', photo: 'x', digits: 'y' })).toContain(
      '\u2068TD3\u2069',
    );
  });
});

test.each<[string, Locale, string]>([
  ['glare lies over expiry_date', 'es', 'reflejo sobre la fecha de caducidad'],
  ['not read: birth_date, sex', 'uk', 'не прочитано: дата народження і стать'],
  ['all but CRI, DEU', 'tr', 'şunların dışında hepsi: Kosta Rika ve Almanya'],
  ['hint: image_glare', 'en', 'a hint: Light reflects'],
  ['sharp-enough', 'ar', 'الصورة واضحة بما يكفي'],
  ['words that no table has', 'ar', 'words that no table has'],
])('%s, told in %s', (said, locale, told) => {
  expect(reportLanguage(locale).tell(said)).toBe(told);
});

test('only Arabic is written from right to left', () => {
  expect(LOCALES.filter((locale) => reportLanguage(locale).direction === 'rtl')).toEqual(['ar']);
});
