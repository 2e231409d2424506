import { AR_REASONS } from './ar.table.ts';
import { AR_TERMS } from './ar-terms.table.ts';
import type { Catalogue, Locale } from './catalogue.ts';
import { EN_REASONS } from './en.table.ts';
import { EN_TERMS } from './en-terms.table.ts';
import { ES_REASONS } from './es.table.ts';
import { ES_TERMS } from './es-terms.table.ts';
import { TR_REASONS } from './tr.table.ts';
import { TR_TERMS } from './tr-terms.table.ts';
import { UK_REASONS } from './uk.table.ts';
import { UK_TERMS } from './uk-terms.table.ts';

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = {
  en: { locale: 'en', reasons: EN_REASONS, terms: EN_TERMS },
  es: { locale: 'es', reasons: ES_REASONS, terms: ES_TERMS },
  tr: { locale: 'tr', reasons: TR_REASONS, terms: TR_TERMS },
  uk: { locale: 'uk', reasons: UK_REASONS, terms: UK_TERMS },
  ar: { locale: 'ar', reasons: AR_REASONS, terms: AR_TERMS },
};

/** All words of a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}
