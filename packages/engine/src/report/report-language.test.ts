/** Every language says all of the explanation and of the terminal's lines, and nothing of it in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueOf, LOCALES, type Locale, reportLanguage } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../checks/checks.table.ts';
import { buildCheckReport } from './build-check-report.ts';
import { buildReadReport } from './build-read-report.ts';
import { viewPages } from './page-view.ts';
import { renderHtml } from './render-html.ts';
import { renderReadForTerminal } from './render-read-terminal.ts';
import { renderCheckForTerminal } from './render-terminal.ts';
import { SAMPLE_OPTIONS, sampleCheck, sampleReading } from './sample-check.fixture.ts';

const read = buildReadReport(sampleReading(), '2026-06-01', SAMPLE_OPTIONS);
const pages = viewPages(sampleReading().photos).map(({ image, ...page }) => ({
  ...page,
  width: image.width,
  height: image.height,
}));

const reportIn = (locale: Locale) => buildCheckReport(sampleCheck(), { ...SAMPLE_OPTIONS, locale });
const pageIn = (locale: Locale) => renderHtml({ check: reportIn(locale), read, photos: new Map(), pages });

/** Words of three letters or more. */
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLocaleLowerCase('en').match(/[\p{L}\p{M}’']{3,}/gu) ?? []);
/** The texts of a catalogue, whose keys are English in every language. */
const textsIn = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [value];
const catalogueWords = (locale: Locale) =>
  wordsIn(
    textsIn(catalogueOf(locale))
      .join(' ')
      .replace(/\{[^|{}]*/g, ' '),
  );

/** What is read aloud or seen, without what says that it is English: codes of ours and what staff read. */
const spoken = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<(bdi|div)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*?(?:aria-label|data-label)="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ');

/** What the sample's document says, and names that every language shares. */
const ownWords = wordsIn(
  `${JSON.stringify(sampleReading().fields)} ${JSON.stringify(read.mrz?.lines)} RAFAEL Vidimus passport encrypted UTO`,
);

describe.each(LOCALES)('the explanation in %s', (locale) => {
  const page = pageIn(locale);

  test('says its language and its direction', () => {
    expect(page).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).not.toMatch(
      /(text-align|float):\s*(left|right)|(margin|padding|border)-(left|right)|[;{](left|right):/,
    );
  });

  test('keeps code lines and codes from left to right', () => {
    expect(page).toMatch(/<pre dir="ltr"/);
    expect(page).toMatch(/<bdi class="code" dir="ltr" lang="en">zones-agree<\/bdi>/);
  });

  test('is built as the English one', () => {
    const skeleton = (text: string) => (text.match(/<[a-z0-9]+/g) ?? []).join('');
    expect(skeleton(page)).toBe(skeleton(pageIn('en')));
  });

  test('has no placeholder left and nothing undefined', () => {
    expect(spoken(page)).not.toMatch(/[{}]|undefined|NaN|\[object/);
  });
});

describe.each(LOCALES.filter((locale) => locale !== 'en'))('no English is left in %s', (locale) => {
  const own = catalogueWords(locale);
  const english = catalogueWords('en');
  const leftovers = (text: string) =>
    [...wordsIn(text)].filter((word) => !own.has(word) && !ownWords.has(word) && english.has(word));

  test('on the page', () => {
    expect(leftovers(spoken(pageIn(locale)))).toEqual([]);
  });

  test('on the page of a report without reasons or photos', () => {
    const check = { ...reportIn(locale), outcome: 'approved' as const, reasons: [], notes: [], checks: [], photos: [] };
    const document = { ...check.document, type: null, issuing_state: null, fields: [] };
    expect(leftovers(spoken(renderHtml({ check: { ...check, document }, photos: new Map(), pages: [] })))).toEqual([]);
  });

  test('in the terminal, but for codes', () => {
    const codes = /[a-z]+(?:[-_][a-z]+)+/g;
    expect(leftovers(renderCheckForTerminal(reportIn(locale)).replace(codes, ''))).toEqual([]);
    expect(leftovers(renderReadForTerminal(read, { locale }).replace(codes, ''))).toEqual([]);
  });
});

test.each(['uk', 'ar'] as const)('the page in %s has Latin letters only where they belong', (locale) => {
  const latin = [...wordsIn(spoken(pageIn(locale)))].filter((word) => /\p{Script=Latin}/u.test(word));
  const allowed = catalogueWords(locale);
  expect(latin.filter((word) => !allowed.has(word) && !ownWords.has(word))).toEqual([]);
});

describe('what checks and stages say', () => {
  const keys = Object.keys(catalogueOf('en').findings);
  const source = join(import.meta.dirname, '..');
  const folders = ['checks', 'decision'].flatMap((folder) =>
    readdirSync(join(source, folder))
      .filter((file) => /^[a-z-]+\.ts$/.test(file))
      .map((file) => join(folder, file)),
  );
  const files = [...folders, 'photo/locate-pages.ts', 'reading/mrz/read-mrz.ts', 'reading/barcode/read-barcode.ts'];

  test.each(files)('%s says nothing that the catalogue does not have', (file) => {
    const unknown = proseOf(readFileSync(join(source, file), 'utf8')).filter((text) => !isKnown(text, keys));
    expect(unknown, 'add it to en-findings.table.ts and to the other languages').toEqual([]);
  });

  test('every check has its claim as a sentence', () => {
    const { tell } = reportLanguage('en');
    expect(CHECKS.filter(({ name }) => tell(name) === name).map(({ name }) => name)).toEqual([]);
  });
});

/** Texts of a source file that hold words with a space between them, without comments, imports, units and errors. */
function proseOf(code: string): readonly string[] {
  const bare = code
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/unit: '[^']*'/g, '')
    .replace(/Error\([^;]*;/g, '');
  const templates = [...bare.matchAll(/`([^`]*)`/g)].map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, '{}'));
  const quoted = [...bare.replace(/`[^`]*`/g, '').matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => text);
  return [...templates, ...quoted].filter((text) => /[a-z]/.test(text.replaceAll('{}', '')) && /\S \S/.test(text));
}

/** A whole text of the catalogue, one with places, or a part that other words of the file complete: "covered share". */
function isKnown(text: string, keys: readonly string[]): boolean {
  const shape = new RegExp(`^${text.replace(/[.()]/g, '\\$&').replaceAll('{}', '.+')}$`);
  return keys.some((key) => shape.test(key) || key.startsWith(`${text} `));
}
