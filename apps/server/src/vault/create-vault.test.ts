import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { asTenant, masterKeys, openOrganizations, PERSON, vaultUnder } from './test-vault.fixture.ts';
import type { SealContext } from './vault.ts';

/** Of two transactions on PostgreSQL; the embedded database lets one wait until the other has ended. */
const LONG_ENOUGH_TO_MEET_MS = 200;

const keys = masterKeys(1);
const vault = vaultUnder(keys);
const NAME = Buffer.from('Jörg Götz');
const about = (subject: string, rest: Partial<SealContext> = {}): SealContext => ({
  ...PERSON,
  subject,
  object: subject,
  ...rest,
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openOrganizations(kind);
  });
  afterAll(() => opened.close());

  const keysOf = (subject: string) =>
    opened.db.selectFrom('data_key').selectAll().where('subject', '=', subject).orderBy('purpose').execute();

  /** Runs `others` from where `one` has done its work until a moment before it is committed. */
  async function whileAnother<One, Other>(
    one: (trx: DatabaseTransaction) => Promise<One>,
    others: readonly (() => Promise<Other>)[],
  ): Promise<readonly [One, ...Other[]]> {
    let running: Promise<readonly Other[]> = Promise.resolve([]);
    const first = await asTenant(opened, async (trx) => {
      const done = await one(trx);
      running = Promise.all(others.map((other) => other()));
      // Refused before it is awaited, it would count as unhandled.
      running.catch(() => {});
      await setTimeout(LONG_ENOUGH_TO_MEET_MS);
      return done;
    });
    return [first, ...(await running)];
  }

  test('what was sealed opens, in a later transaction and another process', async () => {
    const sealed = await asTenant(opened, (trx) => vault.seal(trx, about('ver_open'), NAME));
    const opening = await asTenant(opened, (trx) => vaultUnder(keys).open(trx, about('ver_open'), sealed));
    expect(opening).toEqual({ ok: true, value: NAME });
  });

  test('any bytes of any field open again, and nowhere else', async () => {
    const word = fc.string({ minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), word, word, word, async (bytes, object, field, other) => {
        fc.pre(field !== other && object !== other);
        const context = about('ver_any', { object, field });
        await asTenant(opened, async (trx) => {
          const sealed = await vault.seal(trx, context, bytes);
          expect(await vault.open(trx, context, sealed)).toEqual({ ok: true, value: Buffer.from(bytes) });
          const otherField = await vault.open(trx, { ...context, field: other }, sealed);
          expect(otherField).toEqual({ ok: false, error: { code: 'vault.does-not-open', object, field: other } });
          expect(await vault.open(trx, { ...context, object: other }, sealed)).toMatchObject({ ok: false });
        });
      }),
      { numRuns: 50 },
    );
  });

  test('each subject has a data key of its own, and one', async () => {
    await asTenant(opened, async (trx) => {
      for (const subject of ['ver_own_1', 'ver_own_2', 'ver_own_1']) await vault.seal(trx, about(subject), NAME);
      const sealed = await vault.seal(trx, about('ver_own_1', { object: 'x' }), NAME);
      const elsewhere = await vault.open(trx, about('ver_own_2', { object: 'x' }), sealed);
      expect(elsewhere).toMatchObject({ error: { code: 'vault.does-not-open' } });
    });
    const [one] = await keysOf('ver_own_1');
    const [two] = await keysOf('ver_own_2');
    expect(await keysOf('ver_own_1')).toHaveLength(1);
    expect(one?.wrapped.equals(two?.wrapped ?? Buffer.alloc(0))).toBe(false);
  });

  test('many who seal for a new subject at once end with one key, and all of it opens', async () => {
    const seal = () => asTenant(opened, (trx) => vault.seal(trx, about('ver_race'), NAME));
    const seals = await whileAnother((trx) => vault.seal(trx, about('ver_race'), NAME), [seal, seal, seal]);
    expect(await keysOf('ver_race')).toHaveLength(1);
    for (const sealed of seals) {
      const opening = await asTenant(opened, (trx) => vault.open(trx, about('ver_race'), sealed));
      expect(opening).toEqual({ ok: true, value: NAME });
    }
  });

  test('a key made in a transaction that is given up leaves nothing', async () => {
    const given = asTenant(opened, async (trx) => {
      await vault.seal(trx, about('ver_given_up'), NAME);
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await keysOf('ver_given_up')).toEqual([]);
  });

  test('another organization opens nothing, nor makes a key in this one', async () => {
    const sealed = await asTenant(opened, (trx) => vault.seal(trx, about('ver_wall'), NAME));
    const scope = { role: 'tenant', organizationId: 'org_b' } as const;
    const opening = await inTransaction(opened.db, scope, (trx) => vault.open(trx, about('ver_wall'), sealed));
    expect(opening).toMatchObject({ error: { code: 'vault.does-not-open' } });
    const sealing = inTransaction(opened.db, scope, (trx) => vault.seal(trx, about('ver_wall_2'), NAME));
    await expect(sealing).rejects.toThrow(/row-level security/);
  });

  test('a data key that was copied to another subject unwraps there no more', async () => {
    const sealed = await asTenant(opened, (trx) => vault.seal(trx, about('ver_from'), NAME));
    await asTenant(opened, (trx) => vault.seal(trx, about('ver_to'), NAME));
    const [from] = await keysOf('ver_from');
    const wrapped = from?.wrapped ?? Buffer.alloc(0);
    await opened.db.updateTable('data_key').set({ wrapped }).where('subject', '=', 'ver_to').execute();
    const opening = await asTenant(opened, (trx) => vault.open(trx, about('ver_to'), sealed));
    expect(opening).toMatchObject({ error: { code: 'vault.does-not-open' } });
    const sealing = asTenant(opened, (trx) => vault.seal(trx, about('ver_to'), NAME));
    await expect(sealing).rejects.toThrow('vault.key-does-not-unwrap');
  });

  test('without its master key nothing opens, and the version that is missing is told', async () => {
    const sealed = await asTenant(opened, (trx) => vault.seal(trx, about('ver_missing'), NAME));
    const opening = await asTenant(opened, (trx) => vaultUnder(masterKeys(2)).open(trx, about('ver_missing'), sealed));
    expect(opening).toEqual({ ok: false, error: { code: 'vault.master-key-missing', version: 1 } });
    const sealing = asTenant(opened, (trx) => vaultUnder(masterKeys(2)).seal(trx, about('ver_missing'), NAME));
    await expect(sealing).rejects.toThrow('vault.master-key-missing');
  });

  test('a forgotten subject opens nothing, and nothing is written about it again', async () => {
    const sealed = await asTenant(opened, (trx) => vault.seal(trx, about('ver_gone'), NAME));
    await asTenant(opened, (trx) => vault.fingerprint(trx, about('ver_gone'), NAME));
    await asTenant(opened, (trx) => vault.forget(trx, 'org_a', 'ver_gone'));
    const opening = await asTenant(opened, (trx) => vault.open(trx, about('ver_gone'), sealed));
    expect(opening).toEqual({ ok: false, error: { code: 'vault.erased', subject: 'ver_gone' } });
    const sealing = asTenant(opened, (trx) => vault.seal(trx, about('ver_gone'), NAME));
    await expect(sealing).rejects.toThrow('vault.erased');
    const printing = asTenant(opened, (trx) => vault.fingerprint(trx, about('ver_gone'), NAME));
    await expect(printing).rejects.toThrow('vault.erased');
    expect((await keysOf('ver_gone')).map(({ wrapped }) => wrapped.length)).toEqual([0, 0]);
  });

  test('forgetting twice is forgetting once', async () => {
    await asTenant(opened, (trx) => vault.seal(trx, about('ver_twice'), NAME));
    await asTenant(opened, (trx) => vault.forget(trx, 'org_a', 'ver_twice'));
    const first = await keysOf('ver_twice');
    await asTenant(opened, (trx) => vault.forget(trx, 'org_a', 'ver_twice'));
    expect(await keysOf('ver_twice')).toEqual(first);
  });

  test('a subject of which nothing was sealed yet is forgotten too', async () => {
    await asTenant(opened, (trx) => vault.forget(trx, 'org_a', 'ver_never'));
    const sealing = asTenant(opened, (trx) => vault.seal(trx, about('ver_never'), NAME));
    await expect(sealing).rejects.toThrow('vault.erased');
  });

  test('who forgets waits for those who seal just now, and their key is destroyed too', async () => {
    const forget = () => asTenant(opened, (trx) => vault.forget(trx, 'org_a', 'ver_late'));
    await whileAnother((trx) => vault.seal(trx, about('ver_late'), NAME), [forget]);
    expect((await keysOf('ver_late')).map(({ wrapped }) => wrapped.length)).toEqual([0, 0]);
  });

  test('who seals waits for those who forget just now, and is refused', async () => {
    const seal = () => asTenant(opened, (trx) => vault.seal(trx, about('ver_first'), NAME));
    const both = whileAnother((trx) => vault.forget(trx, 'org_a', 'ver_first'), [seal]);
    await expect(both).rejects.toThrow('vault.erased');
  });

  test('a fingerprint is the same for the same photograph of one subject, and for no other', async () => {
    const photo = randomBytes(1000);
    const print = (subject: string, bytes: Buffer) =>
      asTenant(opened, (trx) => vault.fingerprint(trx, about(subject), bytes));
    const first = await print('ver_print', photo);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await print('ver_print', photo)).toBe(first);
    expect(await print('ver_print_2', photo)).not.toBe(first);
    expect(await print('ver_print', randomBytes(1000))).not.toBe(first);
  });
});

test('a value is found again by its purpose, after a rotation too, and without the index key nobody can tell', () => {
  const found = vault.blindIndex('member.email', 'anna@example.org');
  expect(found).toHaveLength(32);
  expect(vaultUnder({ ...masterKeys(1, 2), index: keys.index }).blindIndex('member.email', 'anna@example.org')).toEqual(
    found,
  );
  expect(vault.blindIndex('applicant.email', 'anna@example.org')).not.toEqual(found);
  expect(vault.blindIndex('member.email', 'anna@example.com')).not.toEqual(found);
  expect(vaultUnder(masterKeys(1)).blindIndex('member.email', 'anna@example.org')).not.toEqual(found);
});
