import type { Result } from '@vidimus/engine/standards';
import {
  catalogueOf,
  documentTypeSchema,
  FIELD_NAMES,
  type FieldName,
  formatCountry,
  LOCALES,
  type Locale,
} from '@vidimus/vocabulary';
import type { CannotRun } from './cannot-run.ts';
import { closestWord } from './closest-word.ts';

type Parsed<T> = Result<T, CannotRun>;

/** A day as `YYYY-MM-DD` that the calendar has. `what` names the option. */
export function parseDay(text: string, what: string): Parsed<string> {
  const time = Date.parse(`${text}T00:00:00Z`);
  const right = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(time).toISOString().startsWith(text);
  return right
    ? { ok: true, value: text }
    : refused(what, text, 'a day of the calendar as YYYY-MM-DD, e.g. 2026-03-31');
}

/** ISO 3166-1 alpha-3 (or an ICAO code that stands for a country), in capital letters. */
export async function parseCountry(text: string, what: string): Promise<Parsed<string>> {
  const code = text.trim().toUpperCase();
  const known = /^[A-Z]{3}$/.test(code) && formatCountry(code, catalogueOf('en')) !== code;
  if (known) return { ok: true, value: code };
  // Two letters or an English name: meant well, and answered with the three letters. Loaded only where it is needed.
  const { findState } = await import('@vidimus/engine/standards');
  const closest = findState(text)?.iso;
  return refused(what, text, 'a country as three letters (ISO 3166-1 alpha-3), e.g. CRI', closest);
}

const CLAIM_KEYS: readonly (FieldName | 'name')[] = ['name', ...FIELD_NAMES];

/** Details that a document tells by a code: another word for the same would differ from every document. */
const CLAIM_WORDS: Partial<Readonly<Record<FieldName | 'name', readonly string[]>>> = {
  sex: ['F', 'M', 'X'],
  document_type: documentTypeSchema.options,
};

export type Claims = Partial<Record<FieldName | 'name', string>>;

/** `key=value` pairs, e.g. `name=Anna Maria Eriksson`, `birth_date=1974-08-12`. Each key once. */
export function parseClaims(texts: readonly string[]): Parsed<Claims> {
  const claims: Claims = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    const word = (at < 0 ? text : text.slice(0, at)).trim();
    const value = at < 0 ? '' : text.slice(at + 1).trim();
    const key = CLAIM_KEYS.find((known) => known === word);
    if (key === undefined) return unknownWord('--claim', word, CLAIM_KEYS);
    if (value === '') return refused('--claim', text, `a value after the sign, e.g. ${key}="…"`);
    if (claims[key] !== undefined) return { ok: false, error: { code: 'cli.given-twice', what: `--claim ${key}` } };
    if (key.endsWith('_date')) {
      const day = parseDay(value, `--claim ${key}`);
      if (!day.ok) return day;
    }
    const words = CLAIM_WORDS[key];
    if (words !== undefined) {
      const word = parseWord(value, `--claim ${key}`, words);
      if (!word.ok) return word;
    }
    claims[key] = value;
  }
  return { ok: true, value: claims };
}

/** A language that texts exist in. */
export function parseLocale(text: string): Parsed<Locale> {
  const locale = LOCALES.find((known) => known === text.toLowerCase());
  return locale === undefined ? unknownWord('--locale', text, LOCALES) : { ok: true, value: locale };
}

/** One of the known words; otherwise all of them, and the nearest. */
export function parseWord<T extends string>(text: string, what: string, known: readonly T[]): Parsed<T> {
  const word = known.find((one) => one === text);
  return word === undefined ? unknownWord(what, text, known) : { ok: true, value: word };
}

function unknownWord(what: string, observed: string, known: readonly string[]): Parsed<never> {
  return refused(what, observed, `one of ${known.join(', ')}`, closestWord(observed, known));
}

/** A value of an option that cannot be used, with what was expected there. */
export function refused(what: string, observed: string, expected: string, closest?: string): Parsed<never> {
  const near = closest === undefined ? {} : { closest };
  return { ok: false, error: { code: 'cli.value-not-understood', what, observed, expected, ...near } };
}
