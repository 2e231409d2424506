import type { Evidence } from './evidence.ts';
import type { Reason } from './outcome.ts';
import { PLACEHOLDERS } from './placeholder.table.ts';
import { isPlaceholderName, placeholderValue, type TextContext } from './placeholder-value.ts';
import { reasonEntry } from './reason-registry.ts';
import type { Locale, ReasonText } from './texts/catalogue.ts';
import { catalogueOf } from './texts/catalogues.ts';
import { EN_STAFF } from './texts/en-staff.table.ts';
import { fillText } from './texts/fill-text.ts';
import { wordFor } from './texts/format-value.ts';

/** A reason in words. Headings and the applicant's sentences are in the language asked for, the staff's are in English. */
export type RenderedReason = {
  readonly heading: string;
  /** What is wrong and what to do. Shows no value where the registry's disclosure is `category` or `withheld`. */
  readonly applicant: string;
  readonly reviewer: string;
  readonly operator: string;
};

/**
 * Renders a reason with its evidence.
 * Where the sentence shows values (a claimed name, two readings), each different evidence gets a sentence of its own;
 * where it depends on why, too; otherwise the fields and edges of all evidence are named together in one.
 */
export function renderReason(
  reason: Pick<Reason, 'code' | 'evidence'>,
  locale: Locale = 'en',
  context: TextContext = {},
): RenderedReason {
  const { heading, ...texts } = catalogueOf(locale).reasons[reason.code];
  const staff = EN_STAFF[reason.code];
  return {
    heading,
    applicant: renderText(texts, reason, locale, context),
    reviewer: renderText({ applicant: staff.reviewer }, reason, 'en', context),
    operator: renderText({ applicant: staff.operator }, reason, 'en', context),
  };
}

function renderText(
  { applicant, because }: Pick<ReasonText, 'applicant' | 'because'>,
  reason: Pick<Reason, 'code' | 'evidence'>,
  locale: Locale,
  context: TextContext,
): string {
  const catalogue = catalogueOf(locale);
  const eachAlone = because !== undefined || showsValues(reason.code);
  const groups: readonly (readonly Evidence[])[] = eachAlone ? reason.evidence.map((one) => [one]) : [reason.evidence];
  const sentences = groups.map((evidence) => {
    const why = evidence[0]?.facts?.why;
    const text = (typeof why === 'string' && because !== undefined ? wordFor(because, why) : undefined) ?? applicant;
    return fillText(text, (name) =>
      isPlaceholderName(name) ? placeholderValue(name, evidence, catalogue, context) : undefined,
    );
  });
  return [...new Set(sentences)].join(' ');
}

function showsValues(code: Reason['code']): boolean {
  return reasonEntry(code).placeholders.some((name) => PLACEHOLDERS[name].kind === 'value');
}
