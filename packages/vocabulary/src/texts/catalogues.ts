import type { Catalogue, Locale } from './catalogue.ts';
import { EN_REASONS } from './en.table.ts';
import { EN_TERMS } from './en-terms.table.ts';

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = {
  en: { locale: 'en', reasons: EN_REASONS, terms: EN_TERMS },
  es: { locale: 'es', reasons: EN_REASONS, terms: EN_TERMS },
  tr: { locale: 'tr', reasons: EN_REASONS, terms: EN_TERMS },
  uk: { locale: 'uk', reasons: EN_REASONS, terms: EN_TERMS },
  ar: { locale: 'ar', reasons: EN_REASONS, terms: EN_TERMS },
};

/** All words of a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}
