import { designColoursPage } from './design-colours-page.ts';
import { jsonReportPage } from './json-report-page.ts';
import { reasonCodesPage } from './reason-codes-page.ts';

/** Every page that is written by code, and what writes it. */
export const GENERATED_PAGES: ReadonlyMap<string, () => string> = new Map([
  ['docs/reason-codes.md', reasonCodesPage],
  ['docs/json-report.md', jsonReportPage],
  ['docs/design-colours.md', designColoursPage],
]);
