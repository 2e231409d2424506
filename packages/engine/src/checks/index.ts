export * from './check.ts';
export { failed, failedIfAny, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
export { type EdtfDays, edtfDays } from './edtf-days.ts';
export { ALWAYS_PRINTED, NAMES } from './fields-not-read.ts';
export { type DatedValue, impossibleOrders, isNoDay, isNoState } from './judge-data.ts';
export { type DateVerdict, judgeAge, judgeDaysLeft } from './judge-dates.ts';
export { acceptedTypes, DOCUMENT_ACCEPTED, judgeDocument, tellsOfSpecimen } from './judge-document.ts';
export { judgeResidence, RESIDENCE_ACCEPTED } from './judge-residence.ts';
export { runChecks } from './run-checks.ts';
