export * from './check.ts';
export { CHECKS } from './checks.table.ts';
export { runChecks } from './run-checks.ts';
