/** The server's part of the command line. The cli loads this file, and nothing else of the server, when one of these is called. */
import type { serveCommand as serve } from './commands/serve.ts';

export { exportAuditFile, verifyAuditFile } from './commands/audit.ts';
export { exportToPostgresql } from './commands/database.ts';
export { listJobs, retryJobs } from './commands/jobs.ts';
export { newKeys, rotateMasterKeys } from './commands/keys.ts';
export { newOrganization } from './commands/organization.ts';
export { verifyReportFile } from './commands/report.ts';
export type { Tell } from './tell.ts';

/** Loaded when it is called: it is the whole server, which takes five times as long as all the others. */
export async function serveCommand(...given: Parameters<typeof serve>): ReturnType<typeof serve> {
  const whole = await import('./commands/serve.ts');
  return whole.serveCommand(...given);
}
