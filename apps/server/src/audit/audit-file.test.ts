import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { newSigningKey } from '../signing/signing-key.ts';
import { exportAudit, verifyAudit } from './audit-file.ts';
import { createAuditLog, writeCheckpoint } from './store.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const KEY = newSigningKey();
const PUBLIC = KEY.publicKey.toString('base64');
const log = createAuditLog(() => NOW);
const entryOf = (objectId: string) =>
  ({ organizationId: 'org_a', actor: { kind: 'member', id: 'mem_1' }, action: 'media.viewed', objectId }) as const;
const SCOPE = { role: 'tenant', organizationId: 'org_a' } as const;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let file = '';
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    await opened.db.insertInto('organization').values({ id: 'org_a', name: 'A', created_at: NOW }).execute();
    for (let i = 0; i < 5; i += 1) {
      await inTransaction(opened.db, SCOPE, (trx) =>
        log.append(trx, {
          organizationId: 'org_a',
          actor: { kind: 'member', id: 'mem_1' },
          action: 'media.viewed',
          objectId: `med_${i}`,
          facts: { zoom: i, at: 'desk' },
        }),
      );
      if (i === 2) await inTransaction(opened.db, SCOPE, (trx) => writeCheckpoint(trx, 'org_a', KEY, NOW));
    }
    file = await inTransaction(opened.db, SCOPE, async (trx) => {
      const lines: string[] = [];
      for await (const line of exportAudit(trx, 'org_a', KEY, NOW)) lines.push(line);
      return `${lines.join('\n')}\n`;
    });
  });
  afterAll(() => opened.close());

  test('what was logged verifies, with the checkpoint in between', () => {
    expect(verifyAudit(file, PUBLIC)).toEqual({
      ok: true,
      entries: 5,
      checkpoints: 2,
      origin: 'vidimus/audit/org_a',
    });
  });

  const lines = () => file.trimEnd().split('\n');
  const joined = (all: readonly string[]) => `${all.join('\n')}\n`;
  test.each<readonly [string, (file: string) => string, string]>([
    [
      'a changed entry',
      (all) => all.replace('"med_1"', '"med_9"'),
      'the first 3 entries are not those that were signed',
    ],
    [
      'a changed fact',
      (all) => all.replace('"zoom":4', '"zoom":5'),
      'the first 5 entries are not those that were signed',
    ],
    ['an entry that is missing', () => joined(lines().toSpliced(2, 1)), 'entry 1 was expected here'],
    [
      'two entries in each other’s place',
      () => joined([...lines().slice(0, 1), ...lines().slice(1, 3).toReversed(), ...lines().slice(3)]),
      'entry 0 was expected here',
    ],
    ['entries after the last checkpoint', () => joined(lines().toSpliced(-1, 1)), 'no checkpoint signs all 5 entries'],
    ['a cut end', () => joined(lines().toSpliced(5, 1)), 'it signs 5 entries, and 4 are here'],
    ['a checkpoint of another log', (all) => all.replaceAll('org_a', 'org_b'), 'no signature by this key'],
    [
      'a file that says it is another log',
      (all) => all.replace('org_a', 'org_b'),
      'the checkpoints are of another log',
    ],
    [
      'an action that stands twice, of which other readers take the first',
      (all) => all.replace('"action":"media.viewed"', '"action":"nothing","action":"media.viewed"'),
      'this entry is not written as it was signed',
    ],
    ['any other file', () => '{"hello":"world"}\n', 'this is no audit file'],
  ])('%s is told', (_, change, why) => {
    expect(verifyAudit(change(file), PUBLIC)).toMatchObject({ ok: false, why });
  });

  test('a file that another key signed is told, where the key is known', () => {
    expect(verifyAudit(file, newSigningKey().publicKey.toString('base64'))).toMatchObject({
      ok: false,
      why: 'it is signed by another key',
    });
  });

  test('what is logged while the record is written out is left for the next time', async () => {
    const lines: string[] = [];
    await inTransaction(opened.db, SCOPE, async (trx) => {
      for await (const line of exportAudit(trx, 'org_a', KEY, NOW)) {
        // As another transaction may do that commits in between.
        if (lines.length === 0) await log.append(trx, entryOf('late'));
        lines.push(line);
      }
    });
    expect(lines.join('\n')).not.toContain('late');
    expect(verifyAudit(lines.join('\n'), PUBLIC)).toMatchObject({ ok: true, entries: 5 });
  });

  test('an action whose entry cannot be written is not done', async () => {
    const acting = inTransaction(opened.db, SCOPE, async (trx) => {
      await trx
        .insertInto('policy')
        .values({ id: 'pol_1', organization_id: 'org_a', name: 'p', created_at: NOW })
        .execute();
      await log.append(trx, {
        organizationId: 'org_b',
        actor: { kind: 'system', name: 'x' },
        action: 'x',
        objectId: 'y',
      });
    });
    await expect(acting).rejects.toThrow();
    const policies = await inTransaction(opened.db, SCOPE, (trx) => trx.selectFrom('policy').select('id').execute());
    expect(policies).toEqual([]);
  });
});
