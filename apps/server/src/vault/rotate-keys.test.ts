import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { createLocalKeyWrapper } from './local-key-wrapper.ts';
import type { MasterKeys } from './master-keys.ts';
import { rotateKeys, versionsInUse } from './rotate-keys.ts';
import { masterKeys, NOW, openOrganizations, vaultUnder } from './test-vault.fixture.ts';

const both = masterKeys(1, 2);
const only = (version: number): MasterKeys => ({
  ...both,
  versions: new Map([...both.versions].filter(([known]) => known === version)),
  wraps: version,
});
const SUBJECTS = Array.from({ length: 250 }, (_, index) => `ver_${index}`);
const NAME = Buffer.from('Łukasz Żółć');

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  const seals = new Map<string, Buffer>();
  const organizationOf = (subject: string) => (subject.endsWith('3') ? 'org_b' : 'org_a');
  const contextOf = (subject: string) => ({
    organizationId: organizationOf(subject),
    subject,
    object: subject,
    field: 'sealed_claims',
  });
  const within = <T>(subject: string, work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(opened.db, { role: 'tenant', organizationId: organizationOf(subject) }, work);

  beforeAll(async () => {
    opened = await openOrganizations(kind);
    for (const subject of SUBJECTS) {
      seals.set(subject, await within(subject, (trx) => vaultUnder(only(1)).seal(trx, contextOf(subject), NAME)));
    }
    await within('ver_0', (trx) => vaultUnder(only(1)).forget(trx, 'org_a', 'ver_0'));
  });
  afterAll(() => opened.close());

  const rotate = (keys: MasterKeys, onProgress?: (progress: { rewrapped: number; left: number }) => void) =>
    rotateKeys({ db: opened.db, wrapper: createLocalKeyWrapper(keys), ...(onProgress && { onProgress }) });

  test('a key that does not unwrap is named and left alone, and the rest goes on', async () => {
    const damaged = { key_version: 1, wrapped: Buffer.alloc(60, 1) };
    await opened.db
      .insertInto('data_key')
      .values({
        id: 'dak_damaged',
        organization_id: 'org_a',
        subject: 'x',
        purpose: 'seal',
        created_at: NOW,
        ...damaged,
      })
      .execute();
    const stop = new AbortController();
    const seen: unknown[] = [];
    const rotation = await rotateKeys({
      db: opened.db,
      wrapper: createLocalKeyWrapper(both),
      signal: stop.signal,
      onProgress: (progress) => {
        seen.push(progress);
        stop.abort();
      },
    });
    // Stopped after the first batch, and everything opens in the middle of it.
    expect(rotation).toEqual({ rewrapped: 100, unreadable: [], left: [{ version: 1, keys: 150 }] });
    expect(seen).toEqual([{ rewrapped: 100, left: 150 }]);
    expect(await openable(both)).toBe(SUBJECTS.length - 1);
  });

  test('goes on where it was stopped, while others seal and forget', async () => {
    const others = Promise.all([
      within('ver_new', (trx) => vaultUnder(both).seal(trx, contextOf('ver_new'), NAME)),
      within('ver_new_1', (trx) => vaultUnder(only(2)).seal(trx, contextOf('ver_new_1'), NAME)),
      within('ver_249', (trx) => vaultUnder(both).forget(trx, 'org_a', 'ver_249')),
    ]);
    const rotations = await Promise.all([rotate(both), rotate(both)]);
    await others;
    const again = await rotate(both);
    expect(again).toEqual({ rewrapped: 0, unreadable: ['dak_damaged'], left: [{ version: 1, keys: 1 }] });
    const rewrapped = rotations.reduce((total, rotation) => total + rotation.rewrapped, 0);
    expect([148, 149]).toContain(rewrapped);
  });

  test('after it everything opens without the old version, which is unused', async () => {
    await opened.db.deleteFrom('data_key').where('id', '=', 'dak_damaged').execute();
    expect((await versionsInUse(opened.db)).map(({ version }) => version)).toEqual([2]);
    expect(await openable(only(2))).toBe(SUBJECTS.length - 2);
    expect(await openable(only(1))).toBe(0);
  });

  test('what was forgotten stays so', async () => {
    const sealed = seals.get('ver_0') ?? Buffer.alloc(0);
    const opening = await within('ver_0', (trx) => vaultUnder(both).open(trx, contextOf('ver_0'), sealed));
    expect(opening).toEqual({ ok: false, error: { code: 'vault.erased', subject: 'ver_0' } });
  });

  test.each(['select * from verification', 'delete from data_key', "update data_key set subject = 'x'"])(
    'the keeper of keys may not: %s',
    async (statement) => {
      const { sql } = await import('kysely');
      const doing = inTransaction(opened.db, { role: 'keeper' }, (trx) => sql.raw(statement).execute(trx));
      await expect(doing).rejects.toThrow(/permission denied/);
    },
  );

  async function openable(keys: MasterKeys): Promise<number> {
    let count = 0;
    for (const [subject, sealed] of seals) {
      const opening = await within(subject, (trx) => vaultUnder(keys).open(trx, contextOf(subject), sealed));
      if (opening.ok && opening.value.equals(NAME)) count++;
    }
    return count;
  }
});
