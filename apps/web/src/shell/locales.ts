import type { Locale } from '@vidimus/vocabulary';

/** The languages of the pages, by the names that their speakers give them. */
export const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
  { locale: 'tr', name: 'Türkçe' },
  { locale: 'uk', name: 'Українська' },
  { locale: 'ar', name: 'العربية' },
];
