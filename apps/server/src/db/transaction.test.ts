import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from './open-database.ts';
import { openTestDatabase, TEST_DATABASES } from './test-database.fixture.ts';
import { afterCommit, inTransaction } from './transaction.ts';

const NOW = new Date('2026-03-01T09:00:00Z');

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    for (const id of ['org_a', 'org_b']) {
      await opened.db.insertInto('organization').values({ id, name: id, created_at: NOW }).execute();
      await opened.db
        .insertInto('policy')
        .values({ id: `pol_${id}`, organization_id: id, name: 'p', created_at: NOW })
        .execute();
    }
  });
  afterAll(() => opened.close());

  test('a tenant sees its own rows alone, without any condition in the query', async () => {
    const seen = await inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
      trx.selectFrom('policy').select('id').execute(),
    );
    expect(seen).toEqual([{ id: 'pol_org_a' }]);
  });

  test('a tenant cannot write a row of another organization', async () => {
    const writing = inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
      trx.insertInto('policy').values({ id: 'pol_x', organization_id: 'org_b', name: 'p', created_at: NOW }).execute(),
    );
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  test.each(['policy', 'verification', 'media', 'event'] as const)(
    'the gate, which tells who asks, reads no %s',
    async (table) => {
      const reading = inTransaction(opened.db, { role: 'gate' }, (trx) =>
        sql`select * from ${sql.table(table)}`.execute(trx).then(({ rows }) => rows.length),
      );
      await expect(reading).rejects.toThrow(/permission denied/);
    },
  );

  test('role and organization end with the transaction', async () => {
    await inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, async () => {});
    const { rows } = await sql<{ role: string; organization: string }>`
      select current_setting('role') as role, coalesce(current_setting('vidimus.organization', true), '') as organization`.execute(
      opened.db,
    );
    expect(rows).toEqual([{ role: 'none', organization: '' }]);
  });

  test('what waits for the commit runs after it, and not at all when there is none', async () => {
    const seen: string[] = [];
    const scope = { role: 'tenant', organizationId: 'org_a' } as const;
    await inTransaction(opened.db, scope, async (trx) => {
      afterCommit(trx, () => seen.push('first'));
      afterCommit(trx, () => seen.push('second'));
      seen.push('inside');
    });
    const failing = inTransaction(opened.db, scope, async (trx) => {
      afterCommit(trx, () => seen.push('never'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(seen).toEqual(['inside', 'first', 'second']);
  });

  test.runIf(kind === 'postgresql')('a lost connection is told as what it was', async () => {
    const ending = inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
      sql`set local role none; select pg_terminate_backend(pg_backend_pid())`.execute(trx),
    );
    await expect(ending).rejects.toMatchObject({ code: '57P01' });
    const seen = inTransaction(opened.db, { role: 'gate' }, async () => 'again');
    expect(await seen).toBe('again');
  });

  test.each([
    ['changed', sql`update event set type = 'x'`],
    ['deleted', sql`delete from audit_entry`],
  ])('what was done cannot be %s by a request', async (_, statement) => {
    const changing = inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
      statement.execute(trx),
    );
    await expect(changing).rejects.toThrow(/permission denied/);
  });
});
