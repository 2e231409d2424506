import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from './open-database.ts';
import { openTestDatabase } from './test-database.fixture.ts';
import { inTransaction, type Scope } from './transaction.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase('embedded');
  for (const id of ['org_a', 'org_b']) {
    const created_at = new Date('2026-03-01T09:00:00Z');
    await opened.db.insertInto('organization').values({ id, name: id, created_at }).execute();
    await opened.db
      .insertInto('policy')
      .values({ id: `pol_${id}`, organization_id: id, name: 'p', created_at })
      .execute();
  }
});
afterAll(() => opened.close());

/** One statement, whoever asks it; more often than PostgreSQL makes a plan for these values alone. */
const policiesSeen = (scope: Scope) =>
  inTransaction(opened.db, scope, async (trx) => {
    const rows = await trx.selectFrom('policy').select('id').where('name', '=', 'p').orderBy('id').execute();
    return rows.map(({ id }) => id);
  });
const kept = async () => {
  const { rows } = await sql<{ statement: string; plans: string }>`
    select statement, generic_plans + custom_plans as plans from pg_prepared_statements where name like 'kept%' and ${true}`.execute(
    opened.db,
  );
  return rows.filter(({ statement }) => statement.startsWith('select "id" from "policy"'));
};

test('a kept plan shows nobody what another may see, however the roles take turns', async () => {
  for (let turn = 0; turn < 12; turn += 1) {
    expect(await policiesSeen({ role: 'tenant', organizationId: 'org_a' })).toEqual(['pol_org_a']);
    expect(await policiesSeen({ role: 'tenant', organizationId: 'org_b' })).toEqual(['pol_org_b']);
    await expect(policiesSeen({ role: 'gate' })).rejects.toThrow(/permission denied/);
  }
  expect(await kept()).toHaveLength(1);
});

test('a policy of the rows that changes counts at once', async () => {
  await sql`create policy nothing on policy as restrictive for select to vidimus_tenant using (false)`.execute(
    opened.db,
  );
  expect(await policiesSeen({ role: 'tenant', organizationId: 'org_a' })).toEqual([]);
  await sql`drop policy nothing on policy`.execute(opened.db);
  expect(await policiesSeen({ role: 'tenant', organizationId: 'org_a' })).toEqual(['pol_org_a']);
});

test('a statement that fails leaves the connection as good as before', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const asking = sql`select ${'x'}::text::int`.execute(opened.db);
    await expect(asking).rejects.toThrow(/invalid input syntax/);
    const unknown = sql`select missing from policy where name = ${'p'}`.execute(opened.db);
    await expect(unknown).rejects.toThrow(/does not exist/);
    expect(await policiesSeen({ role: 'tenant', organizationId: 'org_a' })).toEqual(['pol_org_a']);
  }
});

test('more statements than are kept are answered all the same', async () => {
  for (let n = 0; n < 520; n += 1) {
    const { rows } = await sql<{ n: string }>`select ${n}::text as n, ${sql.raw(String(n))} as m`.execute(opened.db);
    expect(rows[0]?.n).toBe(String(n));
  }
  const { rows } = await sql<{ count: string }>`select count(*) from pg_prepared_statements`.execute(opened.db);
  expect(Number(rows[0]?.count)).toBeLessThanOrEqual(500);
});
