import type { Role } from '@vidimus/protocol';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Bootstrapped } from './organizations-store.ts';
import { codeOf, enrolWithPassword, openPeople, PASSWORD, type TestPeople } from './people.fixture.ts';
import { peopleRoutes } from './routes.ts';

const NAME = 'Canarina Zwitscher';
const EMAIL = 'canarina.zwitscher@example.org';

// The first file makes the template of the database, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.each(TEST_DATABASES)('members, on the %s database', (kind) => {
  let people: TestPeople;
  let made: Bootstrapped;
  let other: Bootstrapped;
  let owner: Extract<Caller, { kind: 'member' }>;
  let stranger: Extract<Caller, { kind: 'member' }>;
  const shownOnce: string[] = [];
  beforeAll(async () => {
    people = await openPeople(kind);
    const scopes = ['verifications:read'] as const;
    made = await people.bootstrap({
      name: 'Kontor',
      owner: { name: NAME, email: EMAIL },
      keys: [{ mode: 'live', name: 'shop', scopes }],
    });
    other = await people.bootstrap({ name: 'Andere', owner: { name: 'Eve', email: 'eve@example.org' } });
    const secret = await enrolWithPassword(people, made.invitation.token);
    owner = await people.enter('signInWithPassword', {
      body: { email: EMAIL, password: PASSWORD, code: codeOf(secret, people.now()) },
    });
    const otherSecret = await enrolWithPassword(people, other.invitation.token);
    stranger = await people.enter('signInWithPassword', {
      body: { email: 'eve@example.org', password: PASSWORD, code: codeOf(otherSecret, people.now()) },
    });
    shownOnce.push(secret, made.invitation.token, ...made.keys.map((key) => key.secret));
  });
  afterAll(() => people.opened.close());

  const invite = async (email: string, roles: readonly Role[]): Promise<{ id: string; token: string }> => {
    const invited = await people.get('inviteMember', { caller: owner, body: { name: 'Bo', email, roles } });
    const { member, invitation } = JSON.parse(JSON.stringify(invited));
    return { id: member.id, token: invitation.token };
  };
  const change = (id: string, body: unknown, caller: Caller = owner) =>
    people.outcome('changeMember', { caller, params: { id }, body });

  test('the last owner is neither demoted, disabled nor removed', async () => {
    const params = { id: made.ownerId };
    expect(await change(made.ownerId, { roles: ['auditor'] })).toBe('member.last-owner');
    expect(await change(made.ownerId, { disabled: true })).toBe('member.last-owner');
    expect(await people.outcome('removeMember', { caller: owner, params })).toBe('member.last-owner');
  });

  test('of two owners who demote each other at the same time one stays', async () => {
    const second = await invite('second@example.org', ['owner']);
    // Several rounds, because on a database with many connections chance decides who meets whom.
    for (let round = 0; round < 10; round++) {
      const both = await Promise.all([made.ownerId, second.id].map((id) => change(id, { roles: ['auditor'] })));
      expect(both.toSorted()).toEqual(['done', 'member.last-owner']);
      const back = both[0] === 'done' ? made.ownerId : second.id;
      expect(await change(back, { roles: ['owner'] })).toBe('done');
    }
    expect(await people.outcome('removeMember', { caller: owner, params: { id: second.id } })).toBe('done');
  });

  test('an address is a member once, in all organizations', async () => {
    const again = { name: 'Eve', email: ' EVE@example.org', roles: ['auditor'] };
    expect(await people.outcome('inviteMember', { caller: owner, body: again })).toBe('member.email-taken');
  });

  test('a member who is disabled is out at once, and comes back when enabled', async () => {
    const { id, token } = await invite('reviewer@example.org', ['reviewer']);
    const secret = await enrolWithPassword(people, token);
    const signIn = () => ({
      body: { email: 'reviewer@example.org', password: PASSWORD, code: codeOf(secret, people.now()) },
    });
    const { token: session } = await people.open('signInWithPassword', signIn());
    expect(await people.find(session)).toMatchObject({ id });
    expect(await change(id, { disabled: true })).toBe('done');
    expect(await people.find(session)).toBeUndefined();
    people.pass(60_000);
    expect(await people.outcome('signInWithPassword', signIn())).toBe('sign-in.refused');
    expect(await change(id, { disabled: false })).toBe('done');
    expect(await people.find(session)).toBeUndefined();
    people.pass(60_000);
    expect(await people.outcome('signInWithPassword', signIn())).toBe('done');
  });

  test('what a removed member was is gone, and the address free again', async () => {
    const { id } = await invite('gone@example.org', ['support']);
    expect(await people.outcome('removeMember', { caller: owner, params: { id } })).toBe('done');
    const shown = await people.get('getMember', { caller: owner, params: { id } });
    expect(shown).toMatchObject({ id, name: null, email: null, roles: ['support'] });
    expect(await change(id, { disabled: false })).toBe('member.removed');
    expect(await people.outcome('inviteMemberAgain', { caller: owner, params: { id } })).toBe('member.removed');
    expect((await invite('gone@example.org', ['support'])).id).not.toBe(id);
  });

  test('another organization finds nobody here', async () => {
    const asked = { caller: stranger, params: { id: made.ownerId } };
    expect(await people.outcome('getMember', asked)).toBe('member.not-found');
    expect(await people.outcome('inviteMemberAgain', asked)).toBe('member.not-found');
    expect(await people.outcome('removeMember', asked)).toBe('member.not-found');
    expect(await change(made.ownerId, { roles: ['support'] }, stranger)).toBe('member.not-found');
    const { data } = JSON.parse(JSON.stringify(await people.get('listMembers', { caller: stranger })));
    expect(data).toMatchObject([{ id: other.ownerId }]);
    const key = { caller: stranger, params: { id: made.keys[0]?.id } };
    expect(await people.outcome('revokeApiKey', key)).toBe('api-key.not-found');
  });

  test.each(['member', 'passkey', 'session', 'api_key', 'challenge'] as const)(
    'without any condition, the rows of %s are those of the own organization',
    async (table) => {
      const rows = await inTransaction(
        people.opened.db,
        { role: 'tenant', organizationId: other.organizationId },
        (trx) => sql<{ organization_id: string }>`select organization_id from ${sql.table(table)}`.execute(trx),
      );
      expect(rows.rows.every((row) => row.organization_id === other.organizationId)).toBe(true);
    },
  );

  test.each(['member', 'session', 'api_key', 'passkey'] as const)(
    'the gate, which tells who asks, changes nobody’s %s',
    async (table) => {
      const changing = inTransaction(people.opened.db, { role: 'gate' }, (trx) =>
        sql`update ${sql.table(table)} set organization_id = 'x'`.execute(trx),
      );
      await expect(changing).rejects.toThrow(/permission denied/);
    },
  );

  test.each([
    ['inviteMember', { name: 'No', email: 'no@example.org', roles: ['owner'] }],
    ['createApiKey', { name: 'no', mode: 'live', scopes: ['verifications:read'] }],
  ])('%s that cannot be logged is not done', async (operationId, body) => {
    const counts = async () =>
      (
        await sql<{
          n: string;
        }>`select (select count(*) from member)::text || ' ' || (select count(*) from api_key)::text as n`.execute(
          people.opened.db,
        )
      ).rows[0]?.n;
    const before = await counts();
    const append = () => Promise.reject(new Error('the log is full'));
    const route = peopleRoutes({ ...people.parts, audit: { append } }).find((one) => one.operationId === operationId);
    if (route === undefined) throw new Error('no such route');
    await expect(people.callRoute(route, { caller: owner, body })).rejects.toThrow('the log is full');
    expect(await counts()).toBe(before);
  });

  test('who signed in, invited and changed whom is on record, by ids alone', async () => {
    const { rows } = await sql<{ entry: { action: string } }>`
      select entry from audit_entry where organization_id = ${made.organizationId}`.execute(people.opened.db);
    const actions = rows.map(({ entry }) => entry.action);
    for (const action of [
      'organization.created',
      'member.signed_in',
      'member.invited',
      'member.changed',
      'member.removed',
    ]) {
      expect(actions).toContain(action);
    }
    expect(JSON.stringify(rows)).not.toMatch(/zwitscher|example\.org/i);
  });

  test('the database holds no secret and nobody’s name or address', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(people.opened.db);
    let dump = '';
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        people.opened.db,
      );
      dump += rows.map(({ row }) => row).join('\n');
    }
    expect(dump).toContain(made.organizationId);
    const spelt = [NAME, 'Zwitscher', EMAIL, 'example.org', PASSWORD, ...shownOnce];
    // A bytea column is written in hexadecimal.
    for (const text of spelt.flatMap((one) => [
      one,
      Buffer.from(one).toString('hex'),
      Buffer.from(one).toString('base64url'),
    ])) {
      expect(dump.toLowerCase().includes(text.toLowerCase()), text).toBe(false);
    }
  });
});
