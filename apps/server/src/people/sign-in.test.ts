import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { useTotp } from './authenticators-store.ts';
import type { Bootstrapped } from './organizations-store.ts';
import { codeOf, enrolWithPassword, openPeople, PASSWORD, type TestPeople } from './people.fixture.ts';
import { PASSWORD_FAILURES_MOST, TOTP_FAILURES_MOST } from './sign-in-delay.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const EMAIL = 'ada@example.org';

// The first file makes the template of the database, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.each(TEST_DATABASES)('signing in, on the %s database', (kind) => {
  let people: TestPeople;
  let made: Bootstrapped;
  let secret: string;
  beforeAll(async () => {
    people = await openPeople(kind);
    made = await people.bootstrap({ name: 'Kontor', owner: { name: 'Ada Lovelace', email: EMAIL } });
    secret = await enrolWithPassword(people, made.invitation.token);
  });
  afterAll(() => people.opened.close());

  const body = (given: Partial<{ email: string; password: string; code: string }> = {}) => ({
    email: EMAIL,
    password: PASSWORD,
    code: codeOf(secret, people.now()),
    ...given,
  });
  /** A day later everything that failed is forgotten, and the code is a fresh one. */
  const anotherDay = () => people.pass(25 * HOUR_MS);
  const signIn = () => {
    people.pass(MINUTE_MS);
    return people.enter('signInWithPassword', { body: body() });
  };

  test('password and code open a session with the rights of the roles', async () => {
    const caller = await signIn();
    expect(caller.organizationId).toBe(made.organizationId);
    expect(caller.rights.has('members:write')).toBe(true);
    const shown = await people.get('getSession', { caller });
    expect(shown).toMatchObject({ kind: 'full', member: { email: EMAIL, name: 'Ada Lovelace' }, stepped_up: true });
  });

  test('the address is found however it is typed', async () => {
    anotherDay();
    expect(await people.outcome('signInWithPassword', { body: body({ email: ' ADA@Example.org' }) })).toBe('done');
  });

  test('an invitation is taken once', async () => {
    const again = { body: { token: made.invitation.token } };
    expect(await people.outcome('acceptInvitation', again)).toBe('sign-in.refused');
  });

  test.each([
    ['an unknown address', { email: 'nobody@example.org' }],
    ['a wrong password', { password: 'kettle orbit marbles' }],
    ['a wrong code', { code: '000000' }],
  ])('%s gets the same answer as any', async (_, wrong) => {
    anotherDay();
    const answered = await people.call('signInWithPassword', { body: body(wrong), address: '192.0.2.7' });
    expect(answered).toEqual({
      ok: false,
      error: { status: 401, code: 'sign-in.refused', detail: expect.stringContaining('did not match') },
    });
  });

  test('a code that was used is never taken again, also not one from before it', async () => {
    anotherDay();
    const used = body();
    const older = body({ code: codeOf(secret, people.now(), -1) });
    expect(await people.outcome('signInWithPassword', { body: used })).toBe('done');
    expect(await people.outcome('signInWithPassword', { body: used })).toBe('sign-in.refused');
    expect(await people.outcome('signInWithPassword', { body: older })).toBe('sign-in.refused');
    people.pass(30_000);
    expect(await people.outcome('signInWithPassword', { body: body() })).toBe('done');
  });

  test('of two sign-ins with one code at the same time one succeeds', async () => {
    anotherDay();
    const both = await Promise.all([1, 2].map(() => people.outcome('signInWithPassword', { body: body() })));
    expect(both.toSorted()).toEqual(['done', 'sign-in.refused']);
  });

  test('a code is used once by however many at the same time', async () => {
    anotherDay();
    const code = codeOf(secret, people.now());
    const member = { organizationId: made.organizationId, memberId: made.ownerId };
    const scope = { role: 'tenant', organizationId: made.organizationId } as const;
    const used = await Promise.all(
      Array.from({ length: 8 }, () =>
        people.parts.inScope(scope, (trx) => useTotp(trx, people.parts.vault, member, code, people.now())),
      ),
    );
    expect(used.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a session ends twelve hours after it began, used or not', async () => {
    anotherDay();
    const { token, maxAgeSeconds } = await people.open('signInWithPassword', { body: body() });
    expect(maxAgeSeconds).toBe(12 * 60 * 60);
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
      people.pass(30 * MINUTE_MS);
      expect(await people.find(token)).toBeDefined();
    }
    people.pass(30 * MINUTE_MS);
    expect(await people.find(token)).toBeUndefined();
  });

  test('a session that nobody used for an hour is over', async () => {
    const { token } = await people.open('signInWithPassword', { body: body() });
    people.pass(HOUR_MS - MINUTE_MS);
    expect(await people.find(token)).toBeDefined();
    people.pass(HOUR_MS);
    expect(await people.find(token)).toBeUndefined();
    expect(await people.find(`${token.slice(0, -1)}x`)).toBeUndefined();
  });

  test('signing out ends the session', async () => {
    people.pass(MINUTE_MS);
    const { token } = await people.open('signInWithPassword', { body: body() });
    const caller = await people.find(token);
    if (caller === undefined) throw new Error('no session');
    const out = await people.call('signOut', { caller });
    expect(out).toEqual({ ok: true, value: { status: 204, session: 'ended' } });
    expect(await people.find(token)).toBeUndefined();
  });

  test('what is sensitive asks for the second factor again after ten minutes, and takes it', async () => {
    people.pass(MINUTE_MS);
    const { token } = await people.open('signInWithPassword', { body: body() });
    const create = { name: 'shop', mode: 'test', scopes: ['verifications:read'] };
    const attempt = async () => {
      const caller = await people.find(token);
      return caller === undefined ? 'no session' : people.outcome('createApiKey', { caller, body: create });
    };
    expect(await attempt()).toBe('done');
    people.pass(10 * MINUTE_MS);
    expect(await attempt()).toBe('session.step-up-needed');
    const caller = await people.find(token);
    if (caller === undefined) throw new Error('no session');
    expect(await people.outcome('stepUp', { caller, body: { code: '000000' } })).toBe('sign-in.refused');
    expect(await people.outcome('stepUp', { caller, body: { code: codeOf(secret, people.now()) } })).toBe('done');
    expect(await attempt()).toBe('done');
  });

  test('guesses from elsewhere wait longer and longer, and hold up nobody at a familiar address', async () => {
    anotherDay();
    await signIn();
    const guess = (address: string) =>
      people.call('signInWithPassword', { body: body({ password: 'not the one' }), address });
    for (let i = 0; i < 5; i++) expect(await codeFrom(guess(`198.51.100.${i}`))).toBe('sign-in.refused');
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const held = await guess('198.51.100.9');
      if (held.ok || held.error.retryAfter === undefined) throw new Error('not held up');
      expect(held.error.status).toBe(429);
      waits.push(held.error.retryAfter);
      people.pass(held.error.retryAfter * 1000);
      expect(await codeFrom(guess('198.51.100.9'))).toBe('sign-in.refused');
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    // The member is where they always are.
    people.pass(1);
    expect(await people.outcome('signInWithPassword', { body: body({ code: codeOf(secret, people.now(), 1) }) })).toBe(
      'done',
    );
    // And from a new address they wait as the stranger does, at most an hour.
    expect(await codeFrom(guess('203.0.113.1'))).toBe('sign-in.too-many');
    people.pass(HOUR_MS);
    expect(await people.outcome('signInWithPassword', { body: body(), address: '203.0.113.1' })).toBe('done');
  });

  test('an address that nobody has is slowed down alike', async () => {
    anotherDay();
    const guess = () =>
      people.call('signInWithPassword', { body: body({ email: 'no@example.org' }), address: '198.51.100.30' });
    for (let i = 0; i < 5; i++) expect(await codeFrom(guess())).toBe('sign-in.refused');
    expect(await codeFrom(guess())).toBe('sign-in.too-many');
  });

  test('one network address that tries many accounts is slowed down', async () => {
    anotherDay();
    const guess = (i: number) =>
      people.call('signInWithPassword', { body: body({ email: `m${i}@example.org` }), address: '198.51.100.40' });
    for (let i = 0; i < 20; i++) expect(await codeFrom(guess(i))).toBe('sign-in.refused');
    expect(await codeFrom(guess(20))).toBe('sign-in.too-many');
    people.pass(1000);
    expect(await codeFrom(guess(21))).toBe('sign-in.refused');
  });

  test('guesses made at the same time are counted each', async () => {
    anotherDay();
    const guess = () =>
      people.call('signInWithPassword', { body: body({ email: 'at-once@example.org' }), address: '198.51.100.50' });
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeFrom(guess())));
    expect(codes.filter((code) => code === 'sign-in.refused')).toHaveLength(5);
  });

  test('wrong codes after the right password disable codes, and a new invitation sets them up again', async () => {
    anotherDay();
    await inTransaction(people.opened.db, { role: 'tenant', organizationId: made.organizationId }, (trx) =>
      trx
        .updateTable('member')
        .set({ totp_failures: TOTP_FAILURES_MOST - 1 })
        .where('id', '=', made.ownerId)
        .execute(),
    );
    const caller = await signIn();
    await inTransaction(people.opened.db, { role: 'tenant', organizationId: made.organizationId }, (trx) =>
      trx
        .updateTable('member')
        .set({ totp_failures: TOTP_FAILURES_MOST - 1 })
        .where('id', '=', made.ownerId)
        .execute(),
    );
    expect(await people.outcome('signInWithPassword', { body: body({ code: '000000' }) })).toBe('sign-in.refused');
    people.pass(MINUTE_MS);
    expect(await people.outcome('signInWithPassword', { body: body() })).toBe('sign-in.refused');
    const invited = await people.get('inviteMemberAgain', { caller, params: { id: made.ownerId } });
    secret = await enrolWithPassword(people, String(invited.token));
    expect(await people.outcome('signInWithPassword', { body: body() })).toBe('done');
  });

  describe('a hundred failures in a row', () => {
    const fail = (count: number) =>
      inTransaction(people.opened.db, { role: 'tenant', organizationId: made.organizationId }, (trx) =>
        trx.updateTable('member').set({ password_failures: count }).where('id', '=', made.ownerId).execute(),
      );
    const failures = async () =>
      inTransaction(people.opened.db, { role: 'tenant', organizationId: made.organizationId }, async (trx) => {
        const row = trx.selectFrom('member').select('password_failures').where('id', '=', made.ownerId);
        return (await row.executeTakeFirstOrThrow()).password_failures;
      });
    const wrong = () => people.outcome('signInWithPassword', { body: body({ password: 'not at all this one' }) });

    test('disable the password, also the right one, and an invitation sets a new one', async () => {
      anotherDay();
      const caller = await signIn();
      await fail(PASSWORD_FAILURES_MOST - 1);
      people.pass(MINUTE_MS);
      expect(await wrong()).toBe('sign-in.refused');
      anotherDay();
      expect(await people.outcome('signInWithPassword', { body: body() })).toBe('sign-in.refused');
      expect(await failures()).toBe(PASSWORD_FAILURES_MOST + 1);
      const entries = await inTransaction(
        people.opened.db,
        { role: 'tenant', organizationId: made.organizationId },
        (trx) => trx.selectFrom('audit_entry').select('entry').execute(),
      );
      expect(entries.filter(({ entry }) => JSON.stringify(entry).includes('member.password_disabled'))).toHaveLength(1);
      const invited = await people.get('inviteMemberAgain', { caller, params: { id: made.ownerId } });
      secret = await enrolWithPassword(people, String(invited.token));
      expect(await failures()).toBe(0);
      anotherDay();
      expect(await people.outcome('signInWithPassword', { body: body() })).toBe('done');
    });

    test('are counted from nothing again after a sign-in', async () => {
      anotherDay();
      await fail(PASSWORD_FAILURES_MOST - 1);
      expect(await people.outcome('signInWithPassword', { body: body() })).toBe('done');
      expect(await failures()).toBe(0);
      anotherDay();
      await wrong();
      expect(await failures()).toBe(1);
    });
  });

  test('who comes in by an invitation may set up how to sign in, and nothing else', async () => {
    const caller = await signIn();
    const { invitation } = await people.get('inviteMember', {
      caller,
      body: { name: 'Bo', email: 'bo@example.org', roles: ['owner'] },
    });
    const { token } = JSON.parse(JSON.stringify(invitation));
    const enrolling = await people.enter('acceptInvitation', { body: { token } });
    expect(enrolling.rights.size).toBe(0);
    expect(await people.outcome('listMembers', { caller: enrolling })).toBe('auth.right-missing');
    expect(await people.get('getSession', { caller: enrolling })).toMatchObject({ kind: 'enrolment', rights: [] });
    const weak = { caller: enrolling, body: { password: 'Kontor2026' } };
    expect(await people.outcome('setPassword', weak)).toBe('password.about-you');
  });

  test('an invitation runs out after a day, and a newer one replaces it', async () => {
    const caller = await signIn();
    const invite = async () =>
      String((await people.get('inviteMemberAgain', { caller, params: { id: made.ownerId } })).token);
    const [first, second] = [await invite(), await invite()];
    expect(await people.outcome('acceptInvitation', { body: { token: first } })).toBe('sign-in.refused');
    people.pass(24 * HOUR_MS);
    expect(await people.outcome('acceptInvitation', { body: { token: second } })).toBe('sign-in.refused');
  });
});

async function codeFrom(answer: ReturnType<TestPeople['call']>): Promise<string> {
  const answered = await answer;
  return answered.ok ? 'done' : answered.error.code;
}
