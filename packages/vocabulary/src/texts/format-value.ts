import { ALPHA2_BY_ALPHA3 } from '../country-code.table.ts';
import { documentTypeSchema, type FieldName, fieldNameSchema } from '../field-name.ts';
import type { Catalogue, Locale } from './catalogue.ts';

/** ISO 3166-1 alpha-3 or ICAO's own code, as the country's name in the language; an unknown code stays as it is. */
export function formatCountry(code: string, catalogue: Catalogue): string {
  const issuer = wordFor(catalogue.terms.issuer, code);
  if (issuer !== undefined) return issuer;
  const alpha2 = ALPHA2_BY_ALPHA3.get(code);
  if (alpha2 === undefined) return code;
  return new Intl.DisplayNames([catalogue.locale], { type: 'region' }).of(alpha2) ?? code;
}

/** Characters of `YYYY-MM-DD`. */
const DAY = 10;

/** EDTF level 1 (`1985-03-XX`) or an ISO moment (shown in UTC), as a date in the language; anything else stays as it is. */
export function formatDate(value: string, locale: Locale): string {
  const found = /^(\d{4})-(\d{2}|XX)-(\d{2}|XX)(T[\d:.]+Z)?$/.exec(value);
  if (found === null) return value;
  const [, year = '', month = '', day = '', time] = found;
  if (month === 'XX') return year;
  const whole = day !== 'XX';
  const moment = new Date(whole ? value : `${year}-${month}-01`);
  // A day that no calendar has is shown as it was read: JavaScript would move February 31 into March.
  const exists = !Number.isNaN(moment.getTime()) && (!whole || moment.toISOString().startsWith(value.slice(0, DAY)));
  if (!exists) return value;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(whole ? { day: 'numeric' } : {}),
    ...(time === undefined ? {} : { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }),
  }).format(moment);
}

/** A number with its unit in the language, singular or plural as it must be: "30 days", "1 day". */
export function formatUnit(value: number, unit: 'day' | 'year' | 'second', locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** "a, b and c", or "a, b or c" where one of them is to be chosen. */
export function formatList(values: readonly string[], type: 'conjunction' | 'disjunction', locale: Locale): string {
  return new Intl.ListFormat(locale, { type }).format(values);
}

/** Script names by ISO 15924 code: `Cyrl` is "Cyrillic". */
export function formatScript(code: string, locale: Locale): string {
  if (!/^[A-Z][a-z]{3}$/.test(code)) return code;
  return new Intl.DisplayNames([locale], { type: 'script' }).of(code) ?? code;
}

/** The value of a field as a person writes it: dates, states and document types in the language, the rest as it is. */
export function formatFieldValue(value: string, field: string | undefined, catalogue: Catalogue): string {
  if (field === 'birth_date' || field === 'issue_date' || field === 'expiry_date') {
    return formatDate(value, catalogue.locale);
  }
  if (field === 'nationality' || field === 'issuing_state') return formatCountry(value, catalogue);
  if (field === 'document_type') return formatDocumentType(value, catalogue);
  return value;
}

/** A document type inside a sentence: "an identity card". */
export function formatDocumentType(value: string, catalogue: Catalogue): string {
  const known = documentTypeSchema.safeParse(value);
  return known.success ? catalogue.terms.documentType[known.data].phrase : value;
}

/** A field's name inside a sentence: "the date of birth". */
export function formatField(value: string, catalogue: Catalogue): string {
  if (value === 'name') return catalogue.terms.field.name.phrase;
  const known = fieldNameSchema.safeParse(value);
  return known.success ? catalogue.terms.field[known.data].phrase : value;
}

/** A field's name as a label: "Date of birth". */
export function fieldLabel(field: FieldName, catalogue: Catalogue): string {
  return catalogue.terms.field[field].label;
}

/** The word of a list, or nothing. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
