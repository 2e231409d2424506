/** What a policy says without a photograph: of what somebody declares, and of a report that is on file. The server's door. */
export { acceptedTypes, judgeAge, judgeDocument, judgeResidence } from './checks/index.ts';
export { type FailedCheck, reasonOf } from './decision/index.ts';
export { type NotReevaluated, type RejudgedReport, rejudgeReport } from './rejudge/index.ts';
