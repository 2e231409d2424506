import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { insertOutage } from '../deliverability/outage-store.ts';
import type { Caller } from '../http/caller.ts';
import { createAuthenticator } from '../people/authenticator.fixture.ts';
import { codeOf } from '../people/people.fixture.ts';
import { type AccountDesk, EMAIL, openAccountDesk, PHONE, RELYING_PARTY } from './account-desk.fixture.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DAY_MS = 24 * 3_600_000;

describe.each(TEST_DATABASES)('accounts, on the %s database', (kind) => {
  let desk: AccountDesk;
  beforeAll(async () => {
    desk = await openAccountDesk(kind);
  });
  afterAll(() => desk?.close());

  const askCode = (to: string, more: { readonly device?: string; readonly mode?: string } = {}) =>
    desk.ticketOf('askAccountCode', {
      body: {
        channel: to.includes('@') ? 'email' : 'sms',
        to,
        ...(more.mode === undefined ? {} : { mode: more.mode }),
      },
      device: more.device,
    });
  const look = (ticket: string) => desk.bodyOf('lookAtAccountCode', { body: { ticket } });

  test('a code that confirms a number keeps an account and signs in; later a code alone does', async () => {
    const { caller } = await desk.keep();
    expect(await desk.account(caller)).toMatchObject({
      mode: 'live',
      ways: [{ kind: 'phone', hint: '+506 … 01', removable: false }],
      verifications: [{ state: 'approved' }],
      sign_ins: [{ by: 'phone', this_one: true }],
    });
    const ticket = await askCode(PHONE);
    const answer = await desk.enter(ticket, await desk.lastCode());
    if (!answer.ok) throw new Error(answer.error.code);
    const again = await desk.sessionIn(answer.value);
    expect(again.caller.id).toBe(caller.id);
    expect(await desk.outcome('enterAccountCode', { body: { ticket, code: '000000' } })).toBe('done');
  });

  test('the same person with another receipt comes to the same account', async () => {
    const { caller } = await desk.keep('twice@example.com');
    const second = await desk.keep('twice@example.com');
    expect(second.caller.id).toBe(caller.id);
    expect((await desk.account(caller)).verifications).toHaveLength(2);
    const other = { caller: second.receipt, body: { channel: 'email', to: 'stranger@example.com' } };
    expect(await desk.outcome('askCodeToKeepAccount', other)).toBe('account.kept-already');
  });

  test('for a contact that nobody has the answer is the same, and nothing is sent', async () => {
    const { token } = await desk.keep('known@example.com');
    const before = desk.mail.taken.length;
    const nobody = await askCode('nobody@example.com', { device: token });
    await desk.runDue();
    expect(desk.mail.taken).toHaveLength(before);
    const known = await askCode('known@example.com');
    await desk.runDue();
    expect(desk.mail.taken).toHaveLength(before + 1);
    const blank = (view: unknown) => ({ ...Object(view), hint: '', sent_at: '', expires_at: '' });
    expect(blank(await look(nobody))).toEqual(blank(await look(known)));
    expect(await look(nobody)).toMatchObject({ state: 'waiting', deliveries: null, tries_left: 5 });
    expect(await desk.entered(nobody, '000000')).toEqual(await desk.entered(known, 'wrong'));
  });

  test('a browser that was signed in sees what becomes of the message, until it signs out', async () => {
    const { token, caller } = await desk.keep('history@example.com');
    const shown = await askCode('history@example.com', { device: token });
    await desk.runDue();
    expect(await look(shown)).toMatchObject({ deliveries: [{ state: 'accepted' }] });
    await desk.reply('signOutAccount', { caller });
    expect(await look(await askCode('history@example.com', { device: token }))).toMatchObject({ deliveries: null });
  });

  test('of 500 guesses at the same time five are looked at, and the account is not locked', async () => {
    await desk.keep('guessed@example.com');
    const ticket = await askCode('guessed@example.com');
    const code = await desk.lastCode(desk.mail);
    const guesses = Array.from({ length: 500 }, (_, index) => String(index).padStart(6, '7')).filter(
      (guess) => guess !== code,
    );
    const answers = await Promise.all(guesses.map((guess) => desk.enter(ticket, guess)));
    const looked = answers.filter(
      (answer) => answer.ok && 'body' in answer.value && JSON.stringify(answer.value.body).includes('"wrong"'),
    );
    expect(looked.length).toBeLessThanOrEqual(5);
    const held = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(new Set(held.map(({ code: why }) => why))).toEqual(new Set(['sign-in.too-many']));
    expect(held[0]?.detail).toMatch(/at 2026-.*Z\. A passkey is not held up/);
    // The delay is over after a while; a new code is right.
    desk.advance(3_600_000);
    const answer = await desk.enter(await askCode('guessed@example.com'), await desk.lastCode(desk.mail));
    expect(answer).toMatchObject({ ok: true, value: { body: { accepted: true } } });
  });

  test('a code that did not arrive counts as nothing: the next one signs in', async () => {
    await desk.keep('lost@example.com');
    for (let lost = 0; lost < 4; lost += 1) {
      desk.mail.says.push({ kind: 'refused', reason: 'blocked_by_carrier', code: '5.7.1' });
      await askCode('lost@example.com');
      await desk.runDue();
    }
    const answer = await desk.enter(await askCode('lost@example.com'), await desk.lastCode(desk.mail));
    expect(answer).toMatchObject({ ok: true, value: { body: { accepted: true } } });
    desk.advance(DAY_MS);
  });

  test('live and test are two accounts', async () => {
    await desk.keep('modes@example.com');
    const before = desk.mail.taken.length;
    expect(
      await desk.outcome('askAccountCode', {
        body: { mode: 'test', channel: 'email', to: 'modes@example.com' },
      }),
    ).toBe('contact-code.no-route');
    expect(desk.mail.taken).toHaveLength(before);
  });

  describe('with a passkey', () => {
    const authenticator = createAuthenticator(RELYING_PARTY);
    const options = async (operationId: string, caller?: Caller) =>
      JSON.parse(JSON.stringify(await desk.bodyOf(operationId, caller === undefined ? {} : { caller })));

    test('it keeps the account, signs in without a name, and a removed one ends its sessions', async () => {
      const receipt = await desk.receipt();
      const made = authenticator.create(await options('keepAccountPasskeyOptions', receipt));
      const first = await desk.sessionIn(await desk.reply('keepAccountWithPasskey', { caller: receipt, body: made }));
      const given = authenticator.answer(await options('getAccountPasskeyOptions'));
      const second = await desk.sessionIn(await desk.reply('signInWithAccountPasskey', { body: given }));
      expect(second.caller.id).toBe(first.caller.id);
      expect(await desk.outcome('signInWithAccountPasskey', { body: given })).toBe('sign-in.refused');
      const [passkey] = (await desk.account(second.caller)).ways;
      const remove = { caller: second.caller, params: { id: passkey?.id } };
      expect(await desk.outcome('removeWay', remove)).toBe('account.last-way');

      const ticket = await desk.ticketOf('askCodeToAddWay', {
        caller: second.caller,
        body: { channel: 'email', to: 'second@example.com' },
      });
      expect(await desk.entered(ticket, await desk.lastCode(desk.mail))).toMatchObject({ accepted: true });
      await desk.reply('removeWay', remove);
      expect(await desk.caller(second.token)).toBeUndefined();
      const late = authenticator.answer(await options('getAccountPasskeyOptions'));
      expect(await desk.outcome('signInWithAccountPasskey', { body: late })).toBe('sign-in.refused');
    });

    test('a challenge of one receipt keeps no account of another', async () => {
      const [one, other] = [await desk.receipt(), await desk.receipt()];
      const made = createAuthenticator(RELYING_PARTY).create(await options('keepAccountPasskeyOptions', one));
      expect(await desk.outcome('keepAccountWithPasskey', { caller: other, body: made })).toBe(
        'account.passkey-refused',
      );
    });
  });

  test('an authenticator app signs in with the contact; a code of it counts once', async () => {
    const { caller } = await desk.keep('app@example.com');
    const offer = await desk.bodyOf('offerAccountApp', { caller });
    const { secret } = JSON.parse(JSON.stringify(offer));
    const now = () => desk.parts.clock();
    const sign = (to: string, code: string) => desk.outcome('signInWithAccountApp', { body: { to, code } });
    expect(await sign('app@example.com', codeOf(secret, now()))).toBe('sign-in.refused');
    await desk.reply('confirmAccountApp', { caller, body: { code: codeOf(secret, now()) } });
    desk.advance(30_000);
    const code = codeOf(secret, now());
    expect(await sign('nobody@example.com', code)).toBe('sign-in.refused');
    expect(await sign('app@example.com', code)).toBe('done');
    expect(await sign('app@example.com', code)).toBe('sign-in.refused');
    const ways = (await desk.account(caller)).ways;
    expect(ways.map(({ kind: way, removable }) => [way, removable])).toEqual([
      ['email', false],
      ['totp', true],
    ]);
  });

  test('signing out everywhere ends every session; closing the account leaves nothing of it', async () => {
    const { caller, token } = await desk.keep('closing@example.com');
    const answer = await desk.enter(await askCode('closing@example.com'), await desk.lastCode(desk.mail));
    if (!answer.ok) throw new Error(answer.error.code);
    const second = await desk.sessionIn(answer.value);
    await desk.reply('signOutEverywhere', { caller });
    expect([await desk.caller(token), await desk.caller(second.token)]).toEqual([undefined, undefined]);
    await desk.reply('closeAccount', { caller });
    const left = await desk.asTenant((trx) =>
      trx.selectFrom('account_way').select('id').where('account_id', '=', caller.id).execute(),
    );
    expect(left).toEqual([]);
  });

  test('a session that is left alone for an hour is over', async () => {
    const { token } = await desk.keep('idle@example.com');
    desk.advance(3_599_000);
    expect(await desk.caller(token)).toBeDefined();
    desk.advance(3_600_000);
    expect(await desk.caller(token)).toBeUndefined();
  });

  test('where codes do not arrive is told before one is asked for: a country once, and no route by itself', async () => {
    const begin = (of: { readonly prefix?: string; readonly route?: string; readonly mode?: 'live' | 'test' }) =>
      desk.asTenant((trx) => {
        const { prefix = null, route = null, mode = 'live' } = of;
        const place = { mode, channel: 'sms', country: 'CRI', prefix, route } as const;
        const recent = { settled: 5, failed: 5 };
        const since = new Date('2026-03-01T09:00:00Z');
        return insertOutage(trx, 'org_a', { place, since, usualShare: 0.05, recent }, since);
      });
    const told = () => desk.bodyOf('listAccountOutages', { query: { mode: 'live' } });
    const one = { channel: 'sms', country: 'CRI', since: '2026-03-01T09:00:00.000Z' };
    await begin({ route: 'sms' });
    await begin({ prefix: '506888', mode: 'test' });
    expect(await told()).toEqual({ outages: [] });
    await begin({ prefix: '506888' });
    await begin({ prefix: '506777' });
    expect(await told()).toEqual({ outages: [{ ...one, partly: true }] });
    await begin({});
    expect(await told()).toEqual({ outages: [{ ...one, partly: false }] });
  });

  test('without a name the server with several organizations asks for one', async () => {
    const body = { channel: 'email', to: EMAIL };
    const other = { id: 'org_b', name: 'other', created_at: desk.parts.clock() };
    await desk.db.insertInto('organization').values(other).execute();
    expect(await desk.outcome('askAccountCode', { body })).toBe('account.organization-not-named');
  });
});
