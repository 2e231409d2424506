/** The words of the pages: every language says all that English says, in its own words, with its own plurals. */
import { LOCALES, type Locale } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import type { Area } from './areas.ts';
import { messageParts } from './message-parts.fixture.ts';
import { readingGrade } from './reading-grade.fixture.ts';
import { CATALOGUES } from './texts.server.ts';

const AREAS: readonly Area[] = [
  'account',
  'capture',
  'codes',
  'desk',
  'messages',
  'operate',
  'receipt',
  'shell',
  'verify',
];
/** Read by people who need not know any of this. */
const OF_APPLICANTS: readonly Area[] = ['account', 'capture', 'codes', 'receipt', 'shell', 'verify'];
const HIGHEST_GRADE = 8;
/** A measure of sentences says nothing of a heading. */
const FEWEST_WORDS = 8;

/** Words that are the same in a language: names, units, and loans. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  es: [],
  tr: ['Logo', 'Test'],
  uk: ['SMS'],
  ar: [],
};
/** Names, in every language. */
const NAMES = ['Vidimus', 'API', 'MRZ', 'PDF', 'Webhooks'];

const messagesOf = (area: Area, locale: Locale): readonly (readonly [string, string])[] =>
  Object.entries(CATALOGUES[area][locale]);

describe.each(AREAS)('area %s', (area) => {
  const english = new Map(messagesOf(area, 'en'));

  test.each(LOCALES)('in %s has the messages of the English one, with the same placeholders', (locale) => {
    expect(
      messagesOf(area, locale)
        .map(([key]) => key)
        .toSorted(),
    ).toEqual([...english.keys()].toSorted());
    const others = messagesOf(area, locale).flatMap(([key, message]) => {
      const own = messageParts(message, locale).placeholders;
      const measure = messageParts(english.get(key) ?? '', 'en').placeholders;
      return own.join() === measure.join() ? [] : [`${key}: ${own.join()}, English ${measure.join()}`];
    });
    expect(others).toEqual([]);
  });

  test.each(LOCALES)('in %s has every plural of the language', (locale) => {
    const needed = pluralsOf(locale);
    const missing = messagesOf(area, locale).flatMap(([key, message]) =>
      messageParts(message, locale).plurals.flatMap((cases) =>
        needed
          .filter((one) => !cases.includes(one) && !(one === 'zero' && cases.includes('=0')))
          .map((one) => `${key}: ${one}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test.each(LOCALES.filter((locale) => locale !== 'en'))('in %s is said in its own words', (locale) => {
    const same = messagesOf(area, locale).filter(([key, message]) => {
      const { words } = messageParts(message, locale);
      const isSaid = /\p{L}/u.test(words) && !NAMES.includes(words.trim()) && !(SAME[locale] ?? []).includes(message);
      return isSaid && message === english.get(key);
    });
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

test.each(OF_APPLICANTS)('what applicants read in area %s is plain', (area) => {
  const hard = messagesOf(area, 'en').flatMap(([key, message]) => {
    const { words } = messageParts(message, 'en');
    if ((words.match(/[A-Za-z’'-]+/g) ?? []).length < FEWEST_WORDS) return [];
    const grade = readingGrade(words);
    return grade <= HIGHEST_GRADE ? [] : [`${key}: ${grade.toFixed(1)} ${words}`];
  });
  expect(hard).toEqual([]);
});

/** The categories that whole numbers fall into, up to more than anybody counts here; and `other`, which the form wants. */
function pluralsOf(locale: Locale): readonly string[] {
  const rules = new Intl.PluralRules(locale);
  const MOST = 1000;
  const found = Array.from({ length: MOST }, (_, count) => rules.select(count));
  return [...new Set([...found, 'other'])];
}
