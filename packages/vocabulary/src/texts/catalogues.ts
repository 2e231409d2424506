import { AR_REASONS } from './ar.table.ts';
import { AR_FINDINGS } from './ar-findings.table.ts';
import { AR_REPORT } from './ar-report.table.ts';
import { AR_TERMS } from './ar-terms.table.ts';
import type { Catalogue, Locale } from './catalogue.ts';
import { EN_REASONS } from './en.table.ts';
import { EN_FINDINGS } from './en-findings.table.ts';
import { EN_REPORT } from './en-report.table.ts';
import { EN_TERMS } from './en-terms.table.ts';
import { ES_REASONS } from './es.table.ts';
import { ES_FINDINGS } from './es-findings.table.ts';
import { ES_REPORT } from './es-report.table.ts';
import { ES_TERMS } from './es-terms.table.ts';
import { TR_REASONS } from './tr.table.ts';
import { TR_FINDINGS } from './tr-findings.table.ts';
import { TR_REPORT } from './tr-report.table.ts';
import { TR_TERMS } from './tr-terms.table.ts';
import { UK_REASONS } from './uk.table.ts';
import { UK_FINDINGS } from './uk-findings.table.ts';
import { UK_REPORT } from './uk-report.table.ts';
import { UK_TERMS } from './uk-terms.table.ts';

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = {
  en: { locale: 'en', reasons: EN_REASONS, terms: EN_TERMS, report: EN_REPORT, findings: EN_FINDINGS },
  es: { locale: 'es', reasons: ES_REASONS, terms: ES_TERMS, report: ES_REPORT, findings: ES_FINDINGS },
  tr: { locale: 'tr', reasons: TR_REASONS, terms: TR_TERMS, report: TR_REPORT, findings: TR_FINDINGS },
  uk: { locale: 'uk', reasons: UK_REASONS, terms: UK_TERMS, report: UK_REPORT, findings: UK_FINDINGS },
  ar: { locale: 'ar', reasons: AR_REASONS, terms: AR_TERMS, report: AR_REPORT, findings: AR_FINDINGS },
};

/** All words of a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}
