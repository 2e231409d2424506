export { buildCheckReport } from './build-check-report.ts';
export { buildReadReport } from './build-read-report.ts';
export type { CheckInput, EngineIdentity, ReadInput, ReportOptions } from './report-input.ts';
