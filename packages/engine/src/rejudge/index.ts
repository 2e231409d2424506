export type { NotReevaluated } from './rejudge.ts';
export { type RejudgedReport, rejudgeReport } from './rejudge-report.ts';
