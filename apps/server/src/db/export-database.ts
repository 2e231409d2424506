/**
 * Moves an embedded installation to PostgreSQL: `vidimus db export`. All or nothing: the rows arrive in one transaction, and after a failure the
 * same command starts anew. Photographs and keys are no rows; they stay where they are.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import { sql, type Transaction } from 'kysely';
import { OpenJobs } from '../jobs/open-jobs.ts';
import { type CopyProgress, copyTable } from './copy-table.ts';
import type { DirectoryTaken } from './directory-lock.ts';
import { migrate } from './migrate.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import type { Database } from './schema.ts';
import { tablesInOrder } from './table-order.ts';

export type ExportParts = {
  /** Data directory of the embedded installation; nothing may be running on it. */
  readonly from: string;
  /** `postgresql://…`, of an empty database. */
  readonly to: string;
  /** After every few hundred rows. */
  readonly onProgress: (progress: CopyProgress) => void;
};

export type ExportRefused =
  | DirectoryTaken
  | { readonly code: 'export.no-embedded-database'; readonly directory: string }
  /** `observed`: what the system or the database said, a code without address. */
  | { readonly code: 'export.target-unreachable'; readonly observed: string }
  /** `tables`: those with rows in them, or that are not ours. */
  | { readonly code: 'export.target-not-empty'; readonly tables: readonly string[] };

/** Rows by table. `jobs` wait to be done, or failed for good and wait to be looked at; finished ones stay behind. */
export type Exported = { readonly rows: Readonly<Record<string, number>>; readonly jobs: number };

/**
 * Copies every row, and the jobs that are not done. The embedded database is left as it is (but brought to this version's tables,
 * as any start does): whoever goes on must serve one of the two. Throws where a copy is not what it was copied from.
 */
export async function exportDatabase({ from, to, onProgress }: ExportParts): Promise<Result<Exported, ExportRefused>> {
  if (!existsSync(join(from, 'postgresql'))) {
    return { ok: false, error: { code: 'export.no-embedded-database', directory: from } };
  }
  const source = await openDatabase({ kind: 'embedded', directory: from });
  if (!source.ok) return source;
  try {
    const target = await openDatabase({ kind: 'postgresql', url: to });
    if (!target.ok) return target;
    try {
      return await move(source.value, target.value, onProgress);
    } finally {
      await target.value.close();
    }
  } finally {
    await source.value.close();
  }
}

async function move(
  source: OpenDatabase,
  target: OpenDatabase,
  onProgress: ExportParts['onProgress'],
): Promise<Result<Exported, ExportRefused>> {
  const found = await filledTables(target);
  if (!found.ok) return found;
  if (found.value.length > 0) {
    return { ok: false, error: { code: 'export.target-not-empty', tables: found.value } };
  }
  for (const database of [source, target]) {
    await migrate(database.db);
    // Makes, or renews, the queue's own tables; on the embedded side it takes back what a killed process had begun.
    await makeQueueTables(database);
  }
  const exported = await source.db.transaction().execute((from) =>
    target.db.transaction().execute(async (to) => {
      // Times are compared as text.
      for (const trx of [from, to]) await sql`set local timezone to 'UTC'`.execute(trx);
      const rows: Record<string, number> = {};
      for (const table of await tablesInOrder(from)) rows[table] = await copyTable({ from, to }, table, onProgress);
      return { rows, jobs: await copyTable({ from, to }, JOBS, onProgress, NOT_DONE) };
    }),
  );
  return { ok: true, value: exported };
}

const JOBS = 'pgboss.job';
const NOT_DONE = sql`state in ('created', 'retry', 'active')`;

async function makeQueueTables(database: OpenDatabase): Promise<void> {
  const jobs = await OpenJobs.start({ database, onTrouble: () => {} }, { supervises: false });
  await jobs.close(0);
}

/** What stands in the way: tables with rows, but for those that migrations and the queue fill by themselves. */
async function filledTables({ db }: OpenDatabase): Promise<Result<readonly string[], ExportRefused>> {
  try {
    return { ok: true, value: await db.transaction().execute(withRows) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, error: { code: 'export.target-unreachable', observed: String(error.code) } };
  }
}

async function withRows(trx: Transaction<Database>): Promise<readonly string[]> {
  const tables = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not (n.nspname = 'pgboss' and c.relname <> 'job') and c.relname not like 'kysely%' order by 1, 2`.execute(
    trx,
  );
  const filled: string[] = [];
  for (const { schema, name } of tables.rows) {
    const { rows } = await sql`select from ${sql.table(`${schema}.${name}`)} limit 1`.execute(trx);
    if (rows.length > 0) filled.push(schema === 'public' ? name : `${schema}.${name}`);
  }
  return filled;
}
