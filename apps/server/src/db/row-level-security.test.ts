import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOneRowEach, insertRow, OF_NO_ORGANIZATION, oneRowEach } from './one-row-each.fixture.ts';
import type { OpenDatabase } from './open-database.ts';
import { openTestDatabase, TEST_DATABASES } from './test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from './transaction.ts';

const ROWS_OF_B = Object.entries(oneRowEach('org_b'));
const OWNED = Object.keys(oneRowEach('org_b')).filter((table) => table !== 'organization');

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    for (const organization of ['org_a', 'org_b']) await insertOneRowEach(opened.db, organization);
  });
  afterAll(() => opened.close());

  const asA = <T>(work: (trx: DatabaseTransaction) => Promise<T>) =>
    inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, work);
  /** What B has, seen by the owner of the tables. */
  const rowsOfB = async (table: string) =>
    (await sql`select * from ${sql.table(table)} where organization_id = 'org_b'`.execute(opened.db)).rows;
  /** How many rows the statement changed; 0 where the right to it is missing altogether. */
  const changed = (statement: ReturnType<typeof sql>) =>
    asA((trx) => statement.execute(trx)).then(
      ({ numAffectedRows }) => numAffectedRows,
      (error: unknown) => (/permission denied/.test(String(error)) ? 0n : Promise.reject(error)),
    );

  test('no table is missing here', async () => {
    const { rows } = await sql<{ name: string; is_owned: boolean; is_secured: boolean }>`
      select c.relname as name, c.relrowsecurity as is_secured,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') as is_owned
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not like 'kysely%' order by 1`.execute(opened.db);
    const owned = rows.filter(({ is_owned }) => is_owned);
    expect(owned.map(({ name }) => name)).toEqual(OWNED.toSorted());
    expect(owned.filter(({ is_secured }) => !is_secured)).toEqual([]);
    const others = rows.filter(({ is_owned }) => !is_owned).map(({ name }) => name);
    expect(others).toEqual(['organization', ...OF_NO_ORGANIZATION].toSorted());
  });

  test('whoever runs this on PostgreSQL owns the tables and is no superuser', async () => {
    const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean }>`
      select rolsuper, rolbypassrls from pg_roles where rolname = session_user`.execute(opened.db);
    const isOnPostgresql = kind === 'postgresql';
    expect(rows).toEqual([{ rolsuper: !isOnPostgresql, rolbypassrls: !isOnPostgresql }]);
  });

  describe.each(OWNED)('%s', (table) => {
    test('a tenant reads its own rows and none of another organization, whatever it asks for', async () => {
      const select = sql<{ organization_id: string }>`select * from ${sql.table(table)}`;
      const seen = await asA((trx) => select.execute(trx));
      expect(seen.rows.map(({ organization_id }) => organization_id)).toEqual(['org_a']);
      const asked = await asA((trx) => sql`${select} where organization_id = 'org_b'`.execute(trx));
      expect(asked.rows).toEqual([]);
    });

    test('without an organization nothing is read', async () => {
      const seen = await inTransaction(opened.db, { role: 'tenant', organizationId: '' }, (trx) =>
        sql`select * from ${sql.table(table)}`.execute(trx),
      );
      expect(seen.rows).toEqual([]);
    });

    test('a tenant writes, takes and removes nothing of another organization', async () => {
      const before = await rowsOfB(table);
      expect(before).toHaveLength(1);
      const row = ROWS_OF_B.find(([name]) => name === table)?.[1] ?? {};
      await expect(asA((trx) => insertRow(trx, table, { ...row }))).rejects.toThrow(/row-level security/);
      const taken = sql`update ${sql.table(table)} set organization_id = 'org_a' where organization_id = 'org_b'`;
      expect(await changed(taken)).toBe(0n);
      expect(await changed(sql`delete from ${sql.table(table)} where organization_id = 'org_b'`)).toBe(0n);
      const given = sql`update ${sql.table(table)} set organization_id = 'org_b'`;
      await expect(asA((trx) => given.execute(trx))).rejects.toThrow(/row-level security|permission denied/);
      expect(await rowsOfB(table)).toEqual(before);
    });
  });

  test('of the organizations a tenant sees and changes itself alone, and makes none', async () => {
    const seen = await asA((trx) => trx.selectFrom('organization').select('id').execute());
    expect(seen).toEqual([{ id: 'org_a' }]);
    expect(await changed(sql`update organization set name = 'x' where id = 'org_b'`)).toBe(0n);
    const making = asA((trx) => insertRow(trx, 'organization', { id: 'org_c', name: 'c', created_at: new Date() }));
    await expect(making).rejects.toThrow(/permission denied/);
  });

  test.each(OF_NO_ORGANIZATION)('%s is nothing that a tenant reads', async (table) => {
    const reading = asA((trx) => sql`select * from ${sql.table(table)}`.execute(trx));
    await expect(reading).rejects.toThrow(/permission denied/);
  });
});
