import type { Locale } from './catalogue.ts';

/** A value inside an Arabic sentence keeps its own direction: FSI and PDI (Unicode UAX #9). Elsewhere it stays as it is. */
export function isolated(value: string, locale: Locale): string {
  return locale === 'ar' ? `\u2068${value}\u2069` : value;
}
