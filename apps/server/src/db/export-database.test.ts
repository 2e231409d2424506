import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { OpenJobs } from '../jobs/open-jobs.ts';
import type { CopyProgress } from './copy-table.ts';
import { exportDatabase } from './export-database.ts';
import { insertOneRowEach, insertRow, oneRowEach } from './one-row-each.fixture.ts';
import { type DatabasePlace, type OpenDatabase, openDatabase } from './open-database.ts';
import type { Database } from './schema.ts';
import { copyTestDirectory, TEST_DATABASES } from './test-database.fixture.ts';
import { createTestPostgresql } from './test-postgresql.fixture.ts';
import { inTransaction } from './transaction.ts';

const TABLES = [...Object.keys(oneRowEach('org_a')), 'installation', 'sign_in_throttle'];
const MANY = 450;
const quiet = () => {};

describe.skipIf(!TEST_DATABASES.includes('postgresql'))('from the embedded database to PostgreSQL', () => {
  let from = '';
  let target: Awaited<ReturnType<typeof createTestPostgresql>>;
  beforeAll(async () => {
    from = await copyTestDirectory();
    await using({ kind: 'embedded', directory: from }, fill);
  });
  afterAll(() => rmSync(from, { recursive: true, force: true }));
  afterEach(() => target.remove());
  const inTarget = <T>(work: (opened: OpenDatabase) => Promise<T>) =>
    using({ kind: 'postgresql', url: target.url }, work);

  test('every row arrives as it was, with the jobs that wait, and the rows of organizations stay apart', async () => {
    target = await createTestPostgresql('empty');
    const told: CopyProgress[] = [];
    const exported = await exportDatabase({ from, to: target.url, onProgress: (one) => told.push(one) });
    expect(exported).toMatchObject({
      ok: true,
      value: { rows: { event: MANY + 2, policy: 2, installation: 1 }, jobs: 2 },
    });
    expect(told.filter(({ table }) => table === 'event').map(({ copied }) => copied)).toEqual([200, 400, MANY + 2]);
    const original = await using({ kind: 'embedded', directory: from }, ({ db }) => everything(db));
    expect(await inTarget(({ db }) => everything(db))).toEqual(original);
    const seen = await inTarget(({ db }) =>
      inTransaction(db, { role: 'tenant', organizationId: 'org_b' }, (trx) =>
        trx.selectFrom('policy').selectAll().execute(),
      ),
    );
    expect(seen.map(({ organization_id }) => organization_id)).toEqual(['org_b']);
  });

  test('the jobs that arrived are done there', async () => {
    target = await createTestPostgresql('empty');
    await exportDatabase({ from, to: target.url, onProgress: quiet });
    await inTarget(async (database) => {
      const jobs = await OpenJobs.start({ database, onTrouble: quiet }, { supervises: true });
      const done = Promise.withResolvers<string>();
      const nothing = async () => {};
      await jobs.work(
        {
          'judge-verification': async ({ verificationId }) => done.resolve(verificationId),
          'look-at-photograph': nothing,
          'deliver-webhook': nothing,
          'redact-verification': nothing,
          'send-message': nothing,
          'tell-of-change': nothing,
        },
        { readers: 1 },
      );
      expect(await done.promise).toBe('ver_org_a');
      await jobs.close(1000);
    });
  });

  test('a database that holds something is refused, and told which tables', async () => {
    target = await createTestPostgresql('empty');
    await inTarget(({ db }) => sql`create table customer as select 1 as id`.execute(db));
    const refused = await exportDatabase({ from, to: target.url, onProgress: quiet });
    expect(refused).toEqual({ ok: false, error: { code: 'export.target-not-empty', tables: ['customer'] } });

    await inTarget(({ db }) => sql`delete from customer`.execute(db));
    expect(await exportDatabase({ from, to: target.url, onProgress: quiet })).toMatchObject({ ok: true });
    const again = await exportDatabase({ from, to: target.url, onProgress: quiet });
    expect(again).toMatchObject({ ok: false, error: { code: 'export.target-not-empty' } });
  });

  test('when it breaks off in the middle nothing has arrived, and the next time it works', async () => {
    target = await createTestPostgresql('empty');
    const breaking = exportDatabase({
      from,
      to: target.url,
      onProgress: ({ table }) => {
        if (table === 'event') throw new Error('broken off');
      },
    });
    await expect(breaking).rejects.toThrow('broken off');
    expect(await inTarget(({ db }) => db.selectFrom('organization').selectAll().execute())).toEqual([]);
    expect(await exportDatabase({ from, to: target.url, onProgress: quiet })).toMatchObject({ ok: true });
  });
});

test('where there is no embedded database none is made', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'vidimus-empty-'));
  const refused = await exportDatabase({ from: empty, to: 'postgresql://127.0.0.1:1/x', onProgress: quiet });
  expect(refused).toEqual({ ok: false, error: { code: 'export.no-embedded-database', directory: empty } });
  rmSync(empty, { recursive: true });
});

test('an installation that is served, and a database that does not answer, are told', async () => {
  const from = await copyTestDirectory();
  const to = 'postgresql://vidimus:hunter2@127.0.0.1:1/vidimus';
  const taken = await using({ kind: 'embedded', directory: from }, () =>
    exportDatabase({ from, to, onProgress: quiet }),
  );
  expect(taken).toEqual({ ok: false, error: { code: 'database.directory-taken', directory: from } });
  const unreachable = await exportDatabase({ from, to, onProgress: quiet });
  expect(unreachable).toEqual({ ok: false, error: { code: 'export.target-unreachable', observed: 'ECONNREFUSED' } });
  rmSync(from, { recursive: true });
});

/** Two organizations, rows for more than one batch, a job that waits and one that a killed process had begun. */
async function fill(database: OpenDatabase): Promise<void> {
  const { db } = database;
  for (const organization of ['org_a', 'org_b']) await insertOneRowEach(db, organization);
  await insertRow(db, 'installation', { name: 'demonstration', value: 'made' });
  await insertRow(db, 'sign_in_throttle', { key: Buffer.from([0, 255]), failures: 2, last_failed_at: new Date() });
  await sql`insert into event select 'evt_' || n, organization_id, mode, type, object_id, payload, clock_timestamp()
    from event, generate_series(1, ${sql.lit(MANY)}) n where organization_id = 'org_a'`.execute(db);
  const jobs = await OpenJobs.start({ database, onTrouble: quiet }, { supervises: false });
  for (const organizationId of ['org_a', 'org_b']) {
    await inTransaction(db, { role: 'tenant', organizationId }, (trx) => {
      const startAfter = organizationId === 'org_b' ? { startAfter: new Date('2027-01-01T00:00:00Z') } : {};
      const payload = { organizationId, verificationId: `ver_${organizationId}` };
      return jobs.enqueue(trx, 'judge-verification', payload, { key: organizationId, ...startAfter });
    });
  }
  await jobs.close(0);
  await sql`update pgboss.job set state = 'active', started_on = now() where singleton_key = 'org_a'`.execute(db);
}

/** All that is stored, as text. */
async function everything(db: Kysely<Database>): Promise<unknown> {
  return db.transaction().execute(async (trx) => {
    await sql`set local timezone to 'UTC'`.execute(trx);
    const content: Record<string, readonly string[]> = {};
    for (const table of [...TABLES, 'pgboss.job']) {
      const { rows } = await sql<{
        row: string;
      }>`select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(trx);
      content[table] = rows.map(({ row }) => row).toSorted();
    }
    return content;
  });
}

async function using<T>(place: DatabasePlace, work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
