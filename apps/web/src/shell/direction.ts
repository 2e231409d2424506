import type { Locale } from '@vidimus/vocabulary';

/** Which way the language is written; of ours, Arabic alone runs from right to left. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
