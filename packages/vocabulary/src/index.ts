export { CALLING_CODE_BY_ALPHA2 } from './calling-code.table.ts';
export * from './check-report.ts';
export * from './check-result.ts';
export { ALPHA2_BY_ALPHA3 } from './country-code.table.ts';
export * from './describe-needs.ts';
export * from './describe-policy.ts';
export * from './disclose-reason.ts';
export { documentRuleOf } from './document-rules.ts';
export * from './evidence.ts';
export { expectedBy } from './expected-by.ts';
export * from './field-name.ts';
export * from './outcome.ts';
export * from './placeholder.table.ts';
export type { TextContext } from './placeholder-value.ts';
export { PRODUCTION_POLICY } from './policies/production.policy.ts';
export { TRY_OUT_POLICY } from './policies/try-out.policy.ts';
export * from './policy.ts';
export * from './policy-problem.ts';
export { policyWords } from './policy-words.ts';
export * from './practice-statement.ts';
export * from './read-report.ts';
export * from './reason-code.ts';
export * from './reason-registry.table.ts';
export * from './reason-registry.ts';
export * from './render-reason.ts';
export * from './report-parts.ts';
export { type Catalogue, LOCALES, type Locale } from './texts/catalogue.ts';
export { catalogueOf } from './texts/catalogues.ts';
export { describeCharacters, describeReading } from './texts/describe-characters.ts';
export { describeEvidence, type EvidenceWords } from './texts/describe-evidence.ts';
export { describeSide, fileTrouble, shownValue } from './texts/describe-value.ts';
export {
  fieldLabel,
  formatCountry,
  formatDate,
  formatDocumentType,
  formatFieldValue,
  formatList,
  formatScript,
  formatUnit,
} from './texts/format-value.ts';
export { joinClauses, joinWords } from './texts/join-words.ts';
export { capital, photoName, photoTitle } from './texts/photo-name.ts';
export { type ReportLanguage, reportLanguage } from './texts/report-language.ts';
export * from './why-not-usable.ts';
