import type { Locale } from '@vidimus/vocabulary';
import { useMatches } from 'react-router';
import { LANGUAGES } from './locales.ts';

/** The language that the innermost route of the page names in its data; English where none does, e.g. after a failure. */
export function usePageLocale(): Locale {
  const named = useMatches().map(({ loaderData }) => localeIn(loaderData));
  return named.findLast((locale) => locale !== undefined) ?? 'en';
}

function localeIn(value: unknown): Locale | undefined {
  if (typeof value !== 'object' || value === null || !('locale' in value)) return undefined;
  return LANGUAGES.find(({ locale }) => locale === value.locale)?.locale;
}
