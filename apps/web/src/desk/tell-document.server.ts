/** Names of documents, countries and reasons in the member's language. */
import {
  catalogueOf,
  documentTypeSchema,
  formatCountry,
  isReasonCode,
  type Locale,
  type ReasonCode,
  renderReason,
} from '@vidimus/vocabulary';

/** "Passport · Utopia"; undefined while nothing was read. */
export function documentName(
  document: { readonly type: string | null; readonly issuing_state: string | null } | null,
  locale: Locale,
): string | undefined {
  if (document === null) return undefined;
  const catalogue = catalogueOf(locale);
  const type = documentTypeSchema.safeParse(document.type);
  const parts = [
    type.success ? catalogue.terms.documentType[type.data].label : undefined,
    document.issuing_state === null ? undefined : formatCountry(document.issuing_state, catalogue),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** A country by its name. */
export function countryName(code: string, locale: Locale): string {
  return formatCountry(code, catalogueOf(locale));
}

/** A heading needs no value. */
const NOTHING = { measure: 'heading', observed: null } as const;

/** The heading of a reason; a code that this version does not know stays as it is. */
export function reasonHeading(code: ReasonCode | string, locale: Locale): string {
  return isReasonCode(code) ? renderReason({ code, evidence: [NOTHING] }, locale).heading : code;
}

/** Reasons to choose from, in the order of the alphabet; those whose heading is the same tell their code as well. */
export function reasonChoices(
  codes: readonly ReasonCode[],
  locale: Locale,
): readonly { readonly code: ReasonCode; readonly label: string }[] {
  const headings = codes.map((code) => ({ code, heading: reasonHeading(code, locale) }));
  const isTwice = (heading: string) => headings.filter((one) => one.heading === heading).length > 1;
  return headings
    .map(({ code, heading }) => ({ code, label: isTwice(heading) ? `${heading} (${code})` : heading }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
}
