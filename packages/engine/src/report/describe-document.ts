import { type CheckReport, formatCountry, joinWords, type ReportLanguage } from '@vidimus/vocabulary';

/** What document it is: "Identity card, Serbia". */
export function describeDocument(
  { type, issuing_state }: Pick<CheckReport['document'], 'type' | 'issuing_state'>,
  { catalogue, say }: ReportLanguage,
): string {
  const kind = type === null ? say('unknown_type') : catalogue.terms.documentType[type].label;
  return issuing_state === null ? kind : joinWords([kind, formatCountry(issuing_state, catalogue)], catalogue);
}
