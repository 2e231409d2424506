/** Words and values as pages of the desk show them, made on the server. */
import {
  catalogueOf,
  documentTypeSchema,
  type FieldName,
  fieldLabel,
  formatCountry,
  formatScript,
  isReasonCode,
  type Locale,
} from '@vidimus/vocabulary';
import { formatMessage, type MessageValues } from '../shell/format-message.ts';
import type { MessageKey } from '../texts/areas.ts';
import { textsOf } from '../texts/texts.server.ts';

export type Sayer = (key: MessageKey<'operate'>, values?: MessageValues) => string;

/** Messages of this area, filled. */
export function sayerOf(locale: Locale): Sayer {
  const texts = textsOf('operate', locale);
  return (key, values) => formatMessage(texts[key], locale, values);
}

/** "26 Nov 2026, 23:14 UTC": staff of several places speak of the same moment. */
export function sayMoment(instant: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(new Date(instant))} UTC`;
}

/** A day, `YYYY-MM-DD`, in the reader's words. */
export function sayDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function sayCountry(code: string, locale: Locale): string {
  return formatCountry(code, catalogueOf(locale));
}

export function sayDocumentType(type: string, locale: Locale): string {
  const known = documentTypeSchema.safeParse(type);
  return known.success ? catalogueOf(locale).terms.documentType[known.data].label : type;
}

export function sayField(field: FieldName, locale: Locale): string {
  return fieldLabel(field, catalogueOf(locale));
}

export function sayScript(code: string, locale: Locale): string {
  return formatScript(code, locale);
}

/** Two to five words: "Too blurry". A code that is newer than we are stays a code. */
export function sayReason(code: string, locale: Locale): string {
  return isReasonCode(code) ? catalogueOf(locale).reasons[code].heading : code;
}
