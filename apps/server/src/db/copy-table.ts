/** One table from one database to another, as text all the way: nothing is rounded, parsed or reordered between them. */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** Sealed columns may be large. */
const ROWS_AT_ONCE = 200;

/** `of`: all that there are. */
export type CopyProgress = { readonly table: string; readonly copied: number; readonly of: number };

/**
 * Copies the rows that `only` selects, and throws when they are not the same afterwards: as many, and of the same content. Both
 * sides have the same columns. Returns how many.
 */
export async function copyTable(
  { from, to }: { readonly from: Transaction<Database>; readonly to: Transaction<Database> },
  table: string,
  onProgress: (progress: CopyProgress) => void,
  only: RawBuilder<unknown> = sql`true`,
): Promise<number> {
  const before = await content(from, table, only);
  const name = sql.table(table);
  await sql`declare rows_to_copy no scroll cursor for
    select row_to_json(original)::text as row from ${name} original where ${only}`.execute(from);
  for (let copied = 0; ; ) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from rows_to_copy`.execute(from);
    if (rows.length === 0) break;
    const batch = `[${rows.map(({ row }) => row).join(',')}]`;
    await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${batch}::json)`.execute(to);
    copied += rows.length;
    onProgress({ table, copied, of: before.count });
  }
  await sql`close rows_to_copy`.execute(from);
  const after = await content(to, table, only);
  if (before.count !== after.count || before.sum !== after.sum) {
    throw new Error(`${table} differs after it was copied: ${after.count} rows of ${before.count}; nothing was kept`);
  }
  return after.count;
}

/** The sum over the rows does not depend on their order, which two databases need not share. */
async function content(
  trx: Transaction<Database>,
  table: string,
  only: RawBuilder<unknown>,
): Promise<{ readonly count: number; readonly sum: string }> {
  const { rows } = await sql<{ count: string; sum: string }>`
    select count(*) as count, coalesce(sum(('x' || left(md5(row_to_json(original)::text), 15))::bit(60)::bigint), 0)::text as sum
    from ${sql.table(table)} original where ${only}`.execute(trx);
  return { count: Number(rows[0]?.count), sum: rows[0]?.sum ?? '' };
}
