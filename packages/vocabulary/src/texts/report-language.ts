import type { Catalogue, Locale } from './catalogue.ts';
import { catalogueOf } from './catalogues.ts';
import { isolated } from './isolate.ts';
import type { PluralText, ReportKey, ReportValues } from './report-texts.ts';
import { tellFinding } from './tell-finding.ts';

/** A language that a report can be told in. */
export type ReportLanguage = {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly catalogue: Catalogue;
  /** A message of the report, filled; the number `count` chooses the plural. Example: `say('photo', { number: 1 })`. */
  readonly say: <Key extends ReportKey>(key: Key, ...values: ReportValues<Key>) => string;
  /** What a check or a stage says (`measure`, `because`, `tried`, its name); a text that no table has stays as it is. */
  readonly tell: (text: string) => string;
};

/** The report's words in a language. */
export function reportLanguage(locale: Locale): ReportLanguage {
  const catalogue = catalogueOf(locale);
  const texts: Readonly<Record<string, string | PluralText>> = catalogue.report;

  function say<Key extends ReportKey>(key: Key, ...values: ReportValues<Key>): string;
  function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = texts[key] ?? '';
    const form = typeof text === 'string' ? text : (text[pluralOf(values.count, locale)] ?? text.other);
    return form.replace(PLACEHOLDER, (_whole, name: string) => {
      const value = values[name] ?? '';
      return isolated(typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value, locale);
    });
  }

  return {
    locale,
    direction: RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr',
    catalogue,
    say,
    tell: (text) => tellFinding(text, catalogue),
  };
}

const PLACEHOLDER = /\{([a-z_]+)\}/g;

const RIGHT_TO_LEFT: ReadonlySet<Locale> = new Set<Locale>(['ar']);

function pluralOf(count: string | number | undefined, locale: Locale): Intl.LDMLPluralRule {
  return new Intl.PluralRules(locale).select(Number(count));
}
