import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuditLog, writeCheckpoint } from '../audit/store.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { newSigningKey } from '../signing/signing-key.ts';
import { Housekeeping, type HousekeepingTrouble } from './housekeeping.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const KEY = newSigningKey();

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let database: OpenDatabase;
  const troubles: HousekeepingTrouble[] = [];
  const scope = (organizationId: string) => ({ role: 'tenant', organizationId }) as const;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    for (const id of ['org_a', 'org_b']) {
      await database.db.insertInto('organization').values({ id, name: id, created_at: NOW }).execute();
      const entry = { organizationId: id, actor: { kind: 'system', name: 'x' }, action: 'x', objectId: id } as const;
      await inTransaction(database.db, scope(id), (trx) => createAuditLog(() => NOW).append(trx, entry));
    }
  });
  afterAll(() => database.close());

  const keeper = (signLog: (id: string) => Promise<void>) =>
    new Housekeeping({ database, signLog, onTrouble: (trouble) => troubles.push(trouble) });

  test('every log is signed where it stands, and signing again changes nothing', async () => {
    const keeping = keeper((id) =>
      inTransaction(database.db, scope(id), async (trx) => {
        await writeCheckpoint(trx, id, KEY, NOW);
      }),
    );
    await keeping.round();
    await keeping.round();
    await keeping.close();
    expect(troubles).toEqual([]);
    for (const id of ['org_a', 'org_b']) {
      const rows = await inTransaction(database.db, scope(id), (trx) =>
        trx.selectFrom('audit_checkpoint').select(['organization_id', 'size']).execute(),
      );
      expect(rows).toEqual([{ organization_id: id, size: 1 }]);
    }
  });

  test('a round that fails is told, and does not end the process', async () => {
    const keeping = keeper(() => Promise.reject(new Error('the disk is full')));
    await keeping.round();
    await keeping.close();
    expect(troubles).toMatchObject([{ code: 'housekeeping.failed' }]);
  });
});
