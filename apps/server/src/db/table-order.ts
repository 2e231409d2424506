/** The order in which tables can be filled: whatever a row refers to is there before it. */
import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** The names of all tables of ours, read from the database itself. */
export async function tablesInOrder(trx: Transaction<Database>): Promise<readonly string[]> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`.execute(
    trx,
  );
  const references = await sql<Reference>`
    select child.relname as child, parent.relname as parent from pg_constraint
    join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
    where contype = 'f' and conrelid <> confrelid and child.relnamespace = 'public'::regnamespace`.execute(trx);
  return parentsFirst(
    tables.rows.map(({ name }) => name),
    references.rows,
  );
}

type Reference = { readonly child: string; readonly parent: string };

/** Throws for tables that refer to each other in a circle. */
function parentsFirst(tables: readonly string[], references: readonly Reference[]): readonly string[] {
  const ordered: string[] = [];
  let left = tables;
  while (left.length > 0) {
    const free = left.filter(
      (table) => !references.some(({ child, parent }) => child === table && left.includes(parent)),
    );
    if (free.length === 0) throw new Error(`the tables ${left.join(', ')} refer to each other in a circle`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
