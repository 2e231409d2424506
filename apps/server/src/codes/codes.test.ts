import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scripted } from '../courier/courier-world.fixture.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type CodeDesk, digitsIn, openCodeDesk } from './code-desk.fixture.ts';
import { type LimitName, USUAL_SEND_LIMITS } from './send-limits.ts';
import { useCode } from './store.ts';

const MINUTE_MS = 60_000;
/** Sendings of somebody who earns by them; 5,000 take a minute and more. */
const PUMPED = Number(process.env.VIDIMUS_PUMPED ?? 500);
const STEP_MS = MINUTE_MS / PUMPED;
const first = scripted('first', { prefixes: ['506', '44'] });
const second = scripted('second', { order: 2, prefixes: ['506'] });
const call = scripted('call', { channel: 'call' });
const mail = scripted('mail', { channel: 'email', usualSeconds: undefined });
const ALL = [first, second, call, mail];
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: CodeDesk;
  beforeAll(async () => {
    desk = await openCodeDesk(kind, ALL);
  });
  afterEach(() => {
    for (const { taken, says } of ALL) {
      taken.length = 0;
      says.length = 0;
    }
    desk.advance(25 * 60 * MINUTE_MS);
  });
  afterAll(() => desk.close());
  const sent = async (body: object = {}) => {
    const code = await desk.send(body);
    await desk.runDue();
    return { ...code, digits: digitsIn(ALL.flatMap(({ taken }) => taken).at(-1)?.body.text ?? '') };
  };

  test('a code arrives, is accepted once, and what it proves is in the history', async () => {
    const { id, digits, state, hint, country } = await sent();
    expect({ state, hint, country }).toEqual({ state: 'waiting', hint: '+506 … 01', country: 'CRI' });
    expect(first.taken[0]?.body.text).toBe(
      `${digits} is your code for org_a. It works for 10 minutes. Never tell it to anybody.\n\n@verify.example #${digits}`,
    );
    expect(await desk.enter(id, digits)).toMatchObject({ accepted: true, reasons: [] });
    expect(await desk.look(id)).toMatchObject({
      state: 'accepted',
      deliveries: [
        {
          state: 'delivered',
          history: [{ state: 'queued' }, { state: 'sent' }, { state: 'accepted' }, { carrier_code: 'entered' }],
        },
      ],
    });
    const again = await desk.enter(id, digits);
    expect(again).toMatchObject({ accepted: false, reasons: [{ code: 'code_not_accepted', number: 53 }] });
    expect(again.reasons[0]?.message).toContain('was used already');
  });

  test('nothing in the database tells the code, nor whose number it is', async () => {
    const { id, digits } = await sent();
    const row = await desk.asTenant((trx) =>
      trx.selectFrom('contact_code').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify({ ...row, sealed_contact: row.sealed_contact.toString('latin1') })).not.toContain('88880001');
    expect(row.verifier.toString('latin1')).not.toContain(digits);
  });

  test('wrong ones say how many tries are left; after five it is over, and another can be had', async () => {
    const { id, digits } = await sent();
    const left: number[] = [];
    for (let n = 0; n < 5; n += 1) left.push((await desk.enter(id, wrongFor(digits))).tries_left);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await desk.enter(id, digits)).toMatchObject({ accepted: false, tries_left: 0 });
    expect(await desk.look(id)).toMatchObject({ state: 'tries_used', resend: { possible_at: null } });
    expect((await desk.send()).state).toBe('waiting');
  });

  test('of 500 guesses at the same time at most five are looked at', async () => {
    const { id, digits } = await sent();
    const row = await desk.asTenant((trx) =>
      trx.selectFrom('contact_code').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    let looks = 0;
    const counting = {
      blindIndex: (purpose: string, value: string) => {
        looks += 1;
        return desk.parts.vault.blindIndex(purpose, value);
      },
    };
    const guess = (n: number) => (n === 499 ? digits : wrongFor(digits));
    const results = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        desk.asTenant((trx) => useCode(trx, counting, row, guess(n), desk.parts.clock())),
      ),
    );
    expect(looks).toBe(5);
    expect(results.filter(({ result }) => result === 'wrong').length).toBeGreaterThanOrEqual(4);
    expect(results.filter(({ result }) => result === 'tries_used')).toHaveLength(495);
  });

  test('of many at the same time that are right one is accepted', async () => {
    const { id, digits } = await sent();
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.enter(id, digits)));
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
  });

  test('a resend goes by another route with the same code, and the first one, arriving late, is accepted, too', async () => {
    const { id, digits } = await sent();
    expect(await desk.look(id)).toMatchObject({ resend: { another_route: true, channels: ['sms', 'call'] } });
    expect(await desk.refusal('resendContactCode', { id })).toMatchObject({
      status: 429,
      code: 'contact-code.too-soon',
      retryAfter: 30,
    });
    desk.advance(31_000);
    await desk.resend(id);
    await desk.runDue();
    expect(second.taken).toHaveLength(1);
    expect(digitsIn(second.taken[0]?.body.text ?? '')).toBe(digits);
    expect(await desk.enter(id, digits)).toMatchObject({ accepted: true });
  });

  test('another channel reads it aloud, digit by digit', async () => {
    const { id, digits } = await sent({ locale: 'es' });
    desk.advance(31_000);
    expect((await desk.resend(id, { channel: 'call' })).channel).toBe('call');
    await desk.runDue();
    expect(call.taken[0]?.body.text).toContain(`Su código de org_a es: ${[...digits].join(', ')}. Otra vez`);
  });

  test('undelivered is told with the carrier’s reason, costs no try, and locks nobody', async () => {
    const { id, digits } = await sent();
    const about = { route: 'first', carrierId: 'first-1', code: 'UNDELIV 027' } as const;
    await desk.receipt({ ...about, outcome: 'undelivered', reason: 'absent_subscriber' });
    const seen = await desk.look(id);
    expect(seen).toMatchObject({
      state: 'waiting',
      tries_left: 5,
      reasons: [{ code: 'code_not_delivered', number: 52, evidence: [{ observed: 'UNDELIV 027' }] }],
      deliveries: [{ state: 'undelivered', reason: 'absent_subscriber' }],
    });
    expect(seen.reasons[0]?.message).toContain('The phone is off or has no signal');
    expect(seen.deliveries[0]?.history.at(-1)).toMatchObject({
      words: 'Did not arrive: The phone is off or has no signal',
      next_step: 'Turn the phone on, or use another way.',
    });
    expect(await desk.enter(id, digits)).toMatchObject({ accepted: true });
  });

  test('after ten minutes it has run out; to confirm an address it has 24 hours', async () => {
    const { id, digits } = await sent();
    const { id: mailed, digits: mailedDigits } = await sent({
      channel: 'email',
      to: 'anna@example.com',
      purpose: 'confirm',
    });
    desk.advance(11 * MINUTE_MS);
    const late = await desk.enter(id, digits);
    expect(late).toMatchObject({ accepted: false, reasons: [{ code: 'code_not_accepted' }] });
    expect(late.reasons[0]?.message).toContain('has run out');
    expect(await desk.enter(mailed, mailedDigits)).toMatchObject({ accepted: true });
  });

  test('once it was entered nothing more is sent for it', async () => {
    const { id, digits } = await sent();
    desk.advance(31_000);
    await desk.resend(id);
    await desk.enter(id, digits);
    await desk.runDue();
    desk.advance(2 * MINUTE_MS);
    await desk.runDue();
    expect(ALL.flatMap(({ taken }) => taken)).toHaveLength(1);
  });

  test('a country that no route serves is told, with what else works', async () => {
    const refused = await desk.send({ to: '+4915112345678' });
    expect(refused).toMatchObject({
      state: 'refused',
      deliveries: [],
      reasons: [{ code: 'contact_country_not_supported', number: 51, evidence: [{ observed: 'DEU' }] }],
    });
    expect(refused.reasons[0]?.message).toMatch(/Germany.*by.*SMS.*phone call/s);
  });

  test.each([
    [{ channel: 'whatsapp' }, 409, 'contact-code.no-route'],
    [{ to: '+50622223333' }, 422, 'contact.landline'],
    [{ to: '+881612345678' }, 422, 'contact.costs-too-much'],
    [{ channel: 'email', to: 'nobody' }, 422, 'contact.not-an-address'],
  ])('%o is refused: %i %s', async (change, status, code) => {
    const body = { channel: 'sms', to: '+50688880001', ...change };
    expect(await desk.refusal('sendContactCode', { body })).toMatchObject({ status, code });
  });

  test('one number gets six an hour: which limit, until when, and what else works is said', async () => {
    for (let n = 0; n < 6; n += 1) await desk.send();
    const refusal = await desk.refusal('sendContactCode', { body: { channel: 'sms', to: '+50688880001' } });
    expect(refusal).toMatchObject({ status: 429, code: 'contact-code.limit-reached' });
    expect(refusal?.detail).toMatch(
      /^6 codes an hour to one number, address or app were sent; the next one at .*Z\. Until then a code can be sent by email\.$/,
    );
    expect(await desk.send({ to: '+50688880002' })).toMatchObject({ state: 'waiting' });
  });

  test('one mailbox gets six an hour, whatever follows its name', async () => {
    for (let n = 0; n < 6; n += 1) await desk.send({ channel: 'email', to: `flooded+${n}@example.com` });
    const body = { channel: 'email', to: 'flooded@example.com' };
    expect(await desk.refusal('sendContactCode', { body })).toMatchObject({ code: 'contact-code.limit-reached' });
  });

  test('one household has all addresses of its network, and is one', async () => {
    const number = (n: number) => `+5068888${String(7000 + n)}`;
    for (let n = 0; n < 30; n += 1) {
      await desk.send({ channel: 'call', to: number(n), network_address: `2001:db8:1:2::${(n + 1).toString(16)}` });
    }
    const body = { channel: 'call', to: number(30), network_address: '2001:db8:1:2:ffff::1' };
    expect((await desk.refusal('sendContactCode', { body }))?.detail).toContain('one network address');
  });

  test('a resend counts for the network that asked first, or for the one that asks now', async () => {
    const at = (n: number) => ({
      channel: 'call',
      to: `+506${n % 2 === 0 ? '888' : '870'}${String(50_000 + n)}`,
      network_address: '198.51.100.7',
    });
    const { id } = await desk.send(at(0));
    for (let n = 1; n < 30; n += 1) await desk.send(at(n));
    desk.advance(31_000);
    const refusal = await desk.refusal('resendContactCode', { id });
    expect(refusal).toMatchObject({ status: 429, code: 'contact-code.limit-reached' });
    expect(refusal?.detail).toContain('for one network address');
    const other = { network_address: '203.0.113.9' };
    expect(await desk.refusal('resendContactCode', { id, body: other })).toBeUndefined();
  });
});

describe.each(TEST_DATABASES)('every limit of the %s database', (kind) => {
  const HOUR = [{ most: 2, windowMs: 60 * MINUTE_MS }];
  const DAY = [{ most: 2, windowMs: 24 * 60 * MINUTE_MS }];
  const number = (n: number, prefix = '888') => `+506${prefix}${String(80_000 + n)}`;

  test.each<[LimitName, (n: number) => object, RegExp]>([
    ['contact', () => ({}), /^2 codes an hour to one number, address or app were sent/],
    [
      'network_address',
      (n) => ({ to: number(n), network_address: '192.0.2.1' }),
      /^2 codes an hour for one network address/,
    ],
    ['prefix', (n) => ({ to: number(n) }), /^2 codes an hour to numbers that begin like this one/],
    ['country', (n) => ({ to: number(n, ['888', '870', '601'][n]) }), /^2 codes a day to this country/],
    ['organization', (n) => ({ to: number(n) }), /^2 codes a day altogether/],
  ])('%s: which, until when, and what else works is said, and it does', async (limit, body, words) => {
    const span = limit === 'country' || limit === 'organization' ? DAY : HOUR;
    const desk = await openCodeDesk(kind, ALL, { ...USUAL_SEND_LIMITS, [limit]: span });
    for (let n = 0; n < 2; n += 1) await desk.send(body(n));
    const stopped = { channel: 'sms', to: '+50688880001', ...body(2) };
    const refusal = await desk.refusal('sendContactCode', { body: stopped });
    expect(refusal).toMatchObject({ status: 429, code: 'contact-code.limit-reached' });
    expect(refusal?.detail).toMatch(words);
    const until = /the next one at (\S+Z)\./.exec(refusal?.detail ?? '')?.[1] ?? '';
    expect(refusal?.retryAfter).toBe((Date.parse(until) - desk.parts.clock().getTime()) / 1000);
    if (refusal?.detail.endsWith('Until then a code can be sent by email.')) {
      expect(await desk.send({ channel: 'email', to: 'anna@example.com' })).toMatchObject({ state: 'waiting' });
    } else {
      expect(refusal?.detail).toMatch(/another network can have one|Passkeys and authenticator apps/);
    }
    desk.advance(Date.parse(until) - desk.parts.clock().getTime());
    expect(await desk.send(stopped)).toMatchObject({ state: 'waiting' });
    await desk.close();
  });
});

describe.each(TEST_DATABASES)('against pumping, on the %s database', (kind) => {
  test(`of ${PUMPED} sendings over one prefix in a minute 200 go out, and the breaker is open after half of it`, async () => {
    const desk = await openCodeDesk(kind, ALL);
    const started = desk.parts.clock().getTime();
    const first: Record<string, number> = {};
    let sent = 0;
    for (let n = 0; n < PUMPED; n += 1) {
      const body = { channel: n % 2 === 0 ? 'sms' : 'call', to: `+506888${String(80_000 + n)}` };
      const code = (await desk.refusal('sendContactCode', { body }))?.code;
      if (code === undefined) sent += 1;
      else first[code] ??= desk.parts.clock().getTime() - started;
      desk.advance(STEP_MS);
    }
    expect(sent).toBe(200);
    expect(first['contact-code.limit-reached']).toBe(200 * STEP_MS);
    expect(first['contact-code.prefix-stopped']).toBeLessThan(45_000);
    const refusal = await desk.refusal('sendContactCode', { body: { channel: 'sms', to: '+50688890000' } });
    expect(refusal?.detail).toMatch(
      /^Hardly any code sent to numbers .* until \S+Z\. Until then a code can be sent by email\.$/,
    );
    expect(await desk.send({ channel: 'email', to: 'anna@example.com' })).toMatchObject({ state: 'waiting' });
    expect(await desk.send({ to: '+447400123456' })).toMatchObject({ state: 'waiting' });
    await desk.close();
  }, 240_000);

  test('a prefix is stopped at its cap, and a prefix whose codes nobody enters before that', async () => {
    const prefix = [{ most: 40, windowMs: 60 * MINUTE_MS }];
    const desk = await openCodeDesk(kind, ALL, { ...USUAL_SEND_LIMITS, prefix });
    const number = (n: number) => `+5068888${String(n).padStart(4, '0')}`;
    const refusedFrom = async (from: number, most: number) => {
      for (let n = from; n < from + most; n += 1) {
        const refusal = await desk.refusal('sendContactCode', { body: { channel: 'sms', to: number(n) } });
        if (refusal !== undefined) return { after: n - from, code: refusal.code };
      }
      return undefined;
    };
    // All at once: nobody can have entered any yet, and the cap alone stops it.
    expect(await refusedFrom(0, 60)).toEqual({ after: 40, code: 'contact-code.limit-reached' });
    // Half a minute later it is clear that they are not entered.
    desk.advance(31_000);
    expect(await refusedFrom(300, 1)).toEqual({ after: 0, code: 'contact-code.prefix-stopped' });
    expect(await desk.send({ to: '+447400123456' })).toMatchObject({ state: 'waiting' });
    desk.advance(61 * MINUTE_MS);
    expect(await desk.send({ to: number(500) })).toMatchObject({ state: 'waiting' });
    await desk.close();
  }, 60_000);

  test('where people enter their codes the prefix stays open', async () => {
    const desk = await openCodeDesk(kind, [first]);
    for (let n = 0; n < 32; n += 1) {
      const { id } = await desk.send({ to: `+5068888${String(n).padStart(4, '0')}` });
      await desk.runDue();
      if (n % 2 === 0) await desk.enter(id, digitsIn(first.taken.at(-1)?.body.text ?? ''));
    }
    desk.advance(60_000);
    expect(await desk.send()).toMatchObject({ state: 'waiting' });
    await desk.close();
  }, 60_000);
});
