/** The server's part of the command line. The cli loads this file, and nothing else of the server, when one of these is called. */
export { exportAuditFile, verifyAuditFile } from './commands/audit.ts';
export { exportToPostgresql } from './commands/database.ts';
export { listJobs, retryJobs } from './commands/jobs.ts';
export { newKeys, rotateMasterKeys } from './commands/keys.ts';
export { newOrganization } from './commands/organization.ts';
export { verifyReportFile } from './commands/report.ts';
export { serveCommand } from './commands/serve.ts';
export type { Tell } from './tell.ts';
