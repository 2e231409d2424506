import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { findApiKey } from './api-keys-store.ts';
import { openPeople, type TestPeople } from './people.fixture.ts';
import { rightsOf } from './role.ts';

const SECOND_MS = 1_000;

// The first file makes the template of the database, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.each(TEST_DATABASES)('API keys, on the %s database', (kind) => {
  let people: TestPeople;
  let developer: Extract<Caller, { kind: 'member' }>;
  beforeAll(async () => {
    people = await openPeople(kind);
    const made = await people.bootstrap({ name: 'Kontor', owner: { name: 'Ada', email: 'ada@example.org' } });
    developer = {
      kind: 'member',
      id: made.ownerId,
      organizationId: made.organizationId,
      mode: 'live',
      rights: rightsOf(['developer']),
      sessionId: 'ses_none',
      steppedUp: true,
    };
  });
  afterAll(() => people.opened.close());

  const make = async (mode: 'live' | 'test' = 'test'): Promise<{ id: string; secret: string; hint: string }> => {
    const body = { name: 'shop', mode, scopes: ['verifications:read', 'verifications:write'] };
    return JSON.parse(JSON.stringify(await people.get('createApiKey', { caller: developer, body })));
  };
  const find = (secret: string) =>
    inTransaction(people.opened.db, { role: 'gate' }, (trx) => findApiKey(trx, secret, people.now()));
  const listed = async (query: Record<string, unknown> = {}) =>
    JSON.parse(JSON.stringify(await people.get('listApiKeys', { caller: developer, query })));

  test.each(['live', 'test'] as const)('a %s key says whose it is and what it may', async (mode) => {
    const { id, secret, hint } = await make(mode);
    expect(secret).toMatch(new RegExp(`^sk_${mode}_[0-9A-Za-z]{49}$`));
    expect(secret.endsWith(hint)).toBe(true);
    expect(await find(secret)).toEqual({
      kind: 'api_key',
      id,
      organizationId: developer.organizationId,
      mode,
      rights: new Set(['verifications:read', 'verifications:write']),
    });
  });

  test('a key that was mistyped or made up opens nothing', async () => {
    const { secret } = await make();
    expect(await find(`${secret.slice(0, -1)}${secret.endsWith('a') ? 'b' : 'a'}`)).toBeUndefined();
    expect(await find(secret.replace('sk_test', 'sk_live'))).toBeUndefined();
    expect(await find('')).toBeUndefined();
  });

  test('a revoked key opens nothing from then on, and revoking it again changes nothing', async () => {
    const { id, secret } = await make();
    const revoke = () => people.outcome('revokeApiKey', { caller: developer, params: { id } });
    expect(await revoke()).toBe('done');
    expect(await find(secret)).toBeUndefined();
    const [first] = (await listed()).data;
    people.pass(SECOND_MS);
    expect(await revoke()).toBe('done');
    expect((await listed()).data[0]).toEqual(first);
  });

  test('a use is noted at most once a minute', async () => {
    const { secret } = await make();
    const used = async () => (await listed()).data[0].last_used_at;
    expect(await used()).toBeNull();
    await find(secret);
    const first = people.now().toISOString();
    expect(await used()).toBe(first);
    people.pass(59 * SECOND_MS);
    await find(secret);
    expect(await used()).toBe(first);
    people.pass(SECOND_MS);
    await find(secret);
    expect(await used()).toBe(people.now().toISOString());
  });

  test('nobody gives a key what they may not do themselves', async () => {
    const ask = (scopes: readonly string[]) =>
      people.outcome('createApiKey', { caller: developer, body: { name: 'x', mode: 'live', scopes } });
    expect(await ask(['evidence:read'])).toBe('api-key.scopes-not-yours');
    expect(await ask(['keys:write'])).toBe('api-key.scopes-not-yours');
    expect(await ask(['events:read'])).toBe('done');
  });

  test('a key makes no keys, and a list shows no secret', async () => {
    const { secret } = await make();
    const key = await find(secret);
    if (key === undefined) throw new Error('no key');
    const caller = { ...key, rights: rightsOf(['owner']) };
    const body = { name: 'x', mode: 'live', scopes: ['events:read'] };
    expect(await people.outcome('createApiKey', { caller, body })).toBe('auth.right-missing');
    expect(JSON.stringify(await listed())).not.toContain(secret);
  });

  test('the pages of a list are the whole list, each key once', async () => {
    const all = (await listed({ limit: 100 })).data.map(({ id }: { id: string }) => id);
    const ids: string[] = [];
    let page = await listed({ limit: 2 });
    while (page.has_more) {
      ids.push(...page.data.map(({ id }: { id: string }) => id));
      page = await listed({ limit: 2, cursor: page.next_cursor });
    }
    ids.push(...page.data.map(({ id }: { id: string }) => id));
    expect(ids).toEqual(all);
    expect(page.next_cursor).toBeNull();
  });
});
