/** What a request's role may do to the queue: add work for its own organization. It neither reads, changes nor removes any. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';

/** pg-boss's table of jobs; `returning id` asks for the right to read that column. */
const JOBS = 'pgboss.job_common';
/** Any number that nothing else locks: two processes that start at once must not change the same rights together. */
const RIGHTS_LOCK = 7_064_001;

/**
 * Grants it; done at every start, since a new version of pg-boss may have made its tables anew. Not `set role none` around
 * the insertion: a query that the same transaction runs beside it would be without row-level security for that moment.
 */
export async function grantEnqueueing(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${RIGHTS_LOCK})`.execute(trx);
    for (const statement of STATEMENTS) await sql.raw(statement).execute(trx);
  });
}

const STATEMENTS = [
  'grant usage on schema pgboss to vidimus_tenant',
  'grant select on pgboss.queue to vidimus_tenant',
  `grant insert, select (id) on ${JOBS} to vidimus_tenant`,
  `alter table ${JOBS} enable row level security`,
  `drop policy if exists own_organization on ${JOBS}`,
  `create policy own_organization on ${JOBS} to vidimus_tenant
   using (data ->> 'organizationId' = current_organization())
   with check (data ->> 'organizationId' = current_organization())`,
];
