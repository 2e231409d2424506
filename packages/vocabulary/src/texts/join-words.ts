import type { ReportLanguage } from './report-language.ts';

/** "a, b, c" without an "and", with the comma of the language. */
export function joinWords(words: readonly string[], { locale }: Pick<ReportLanguage, 'locale'>): string {
  return words.join(locale === 'ar' ? '، ' : ', ');
}

/** "a; b", for parts that have commas of their own. */
export function joinClauses(clauses: readonly string[], { locale }: Pick<ReportLanguage, 'locale'>): string {
  return clauses.join(locale === 'ar' ? '؛ ' : '; ');
}
