import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scripted } from '../courier/courier-world.fixture.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { type CodeDesk, digitsIn, openCodeDesk } from './code-desk.fixture.ts';
import { findRecipient } from './code-link.ts';
import { forgetCodes } from './store.ts';

const MINUTE_MS = 60_000;
const first = scripted('sms-first', { prefixes: ['506'] });
const second = scripted('sms-second', { order: 2, prefixes: ['506'] });
const mail = scripted('mail', { channel: 'email', usualSeconds: undefined });
const ALL = [first, second, mail];
const WRONG_NUMBER = '+50688880001';
const RIGHT_NUMBER = '+50688880002';

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
    const code = await desk.send({ purpose: 'confirm', to: WRONG_NUMBER, ...body });
    await desk.runDue();
    const digits = digitsIn(ALL.flatMap(({ taken }) => taken).at(-1)?.body.text ?? '');
    return { ...code, digits, own: desk.own(code.id) };
  };
  const tokenIn = (url: string) => url.slice(url.lastIndexOf('/') + 1);
  const whose = (token: string) => inTransaction(desk.parts.db, { role: 'gate' }, (trx) => findRecipient(trx, token));

  test('its address is told once, and opens that code alone', async () => {
    const { id, url } = await sent();
    expect(url).toMatch(/^https:\/\/verify\.example\/code\/vcp_[\w-]{43}$/);
    expect(await whose(tokenIn(url))).toMatchObject({ kind: 'recipient', organizationId: 'org_a', codeId: id });
    expect(await desk.look(id)).not.toHaveProperty('url');
    const row = await desk.asTenant((trx) =>
      trx.selectFrom('contact_code').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(row)).not.toContain(tokenIn(url));
  });

  test.each([
    ['forged', 'vcp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['of another kind', 'vat_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['cut short', 'vcp_AAAA'],
    ['with something behind it', `vcp_${'A'.repeat(43)} or true`],
    ['empty', ''],
  ])('a token that is %s opens nothing', async (_, token) => {
    expect(await whose(token)).toBeUndefined();
  });

  test.each([
    ['without TLS', 'http://shop.example/back'],
    ['that names somebody', 'https://shop.example@evil.example/'],
  ])('an address %s is not led back to', async (_, return_url) => {
    const body = { channel: 'sms', to: WRONG_NUMBER, return_url };
    expect(await desk.refusal('sendContactCode', { body })).toMatchObject({
      status: 422,
      code: 'verification.return-url-not-allowed',
    });
  });

  test('the person reads what happened, and no word that is for staff', async () => {
    const { own } = await sent({ return_url: 'https://shop.example/back' });
    await desk.receipt({
      route: 'sms-first',
      carrierId: 'sms-first-1',
      outcome: 'undelivered',
      reason: 'absent_subscriber',
      code: 'UNDELIV 027',
    });
    const view = await own.look();
    expect(view).toMatchObject({
      state: 'waiting',
      hint: '+506 … 01',
      kind: 'phone',
      return_url: 'https://shop.example/back',
      deliveries: [
        { history: [{ route: null }, { route: 1 }, { route: 1 }, { route: 1, carrier_code: 'UNDELIV 027' }] },
      ],
      reasons: [{ code: 'code_not_delivered', number: 52 }],
    });
    expect(Object.keys(view.reasons[0] ?? {}).toSorted()).toEqual(['code', 'heading', 'message', 'number']);
    for (const name of ['sms-first', 'sms-second', '88880001', 'org_a"']) {
      expect(JSON.stringify({ ...view, operator: '' })).not.toContain(name);
    }
  });

  test('a number typed wrong is corrected; who got the first message can do nothing with it, and tries stay counted', async () => {
    const { id, own, digits } = await sent({ correctable: true });
    await own.enter(digits === '000000' ? '000001' : '000000');
    desk.advance(1000);
    const corrected = await own.correct('+506 8888 0002');
    expect(corrected).toMatchObject({ hint: '+506 … 02', tries_left: 4, corrections_left: 2, deliveries: [{}] });
    await desk.runDue();
    const right = digitsIn(first.taken.at(-1)?.body.text ?? '');
    expect(first.taken.at(-1)?.to).toBe(RIGHT_NUMBER);
    expect(right).not.toBe(digits);
    expect(await own.enter(digits)).toMatchObject({ accepted: false, tries_left: 3 });
    expect(await own.enter(right)).toMatchObject({ accepted: true });
    expect(await desk.look(id)).toMatchObject({
      state: 'accepted',
      hint: '+506 … 02',
      corrected: 1,
      corrected_to: RIGHT_NUMBER,
      reached: 'phone',
    });
  });

  test('what waits to be sent to the wrong number is not sent', async () => {
    const code = await desk.send({ purpose: 'confirm', to: WRONG_NUMBER, correctable: true });
    await desk.own(code.id).correct(RIGHT_NUMBER);
    await desk.runDue();
    expect(first.taken.map(({ to }) => to)).toEqual([RIGHT_NUMBER]);
  });

  test('it can be corrected three times, and only where whoever asked for it said so', async () => {
    const { own } = await sent({ correctable: true });
    for (const end of ['2', '3', '4']) await own.correct(`+5068888000${end}`);
    expect((await own.look()).corrections_left).toBe(0);
    expect(await own.refusal('correctOwnContact', { to: '+50688880005' })).toMatchObject({
      status: 409,
      code: 'contact-code.not-correctable',
    });
    for (const body of [{}, { correctable: true, purpose: 'sign_in' }]) {
      const other = await sent(body);
      expect(await other.own.refusal('correctOwnContact', { to: RIGHT_NUMBER })).toMatchObject({
        code: 'contact-code.not-correctable',
      });
    }
  });

  test('a number of a country that no route serves can be put right, too', async () => {
    const { own, state } = await sent({ to: '+819012345678', correctable: true });
    expect(state).toBe('refused');
    expect(await own.correct(RIGHT_NUMBER)).toMatchObject({ state: 'waiting', reasons: [] });
  });

  test.each([
    ['not a number', 'contact.not-a-number'],
    ['+50622000000', 'contact.landline'],
    ['+882 16 88880000', 'contact.costs-too-much'],
  ])('corrected to %s it is refused, and stays as it was', async (to, code) => {
    const { own } = await sent({ correctable: true });
    expect(await own.refusal('correctOwnContact', { to })).toMatchObject({ status: 422, code });
    expect(await own.look()).toMatchObject({ hint: '+506 … 01', corrections_left: 3 });
  });

  test('corrections count to the same limits', async () => {
    const { own } = await sent({ correctable: true });
    for (let n = 0; n < 6; n += 1) await desk.send({ to: RIGHT_NUMBER });
    expect(await own.refusal('correctOwnContact', { to: RIGHT_NUMBER })).toMatchObject({
      status: 429,
      code: 'contact-code.limit-reached',
    });
    expect(await own.look()).toMatchObject({ hint: '+506 … 01', corrections_left: 3 });
  });

  test('mail is offered where the operator named an address; its digits prove the address alone', async () => {
    const plain = await sent();
    expect((await plain.own.look()).resend.ways.map(({ channel }) => channel)).toEqual(['sms']);
    const { id, own, digits } = await sent({ alternatives: [{ channel: 'email', to: 'Anna@Example.com' }] });
    expect((await own.look()).resend.ways).toMatchObject([
      { channel: 'sms' },
      { channel: 'email', hint: 'a…@example.com' },
    ]);
    desk.advance(31_000);
    await own.resend({ channel: 'email' });
    await desk.runDue();
    const mailed = digitsIn(mail.taken.at(-1)?.body.text ?? '');
    expect(mailed).not.toBe(digits);
    expect(await own.look()).toMatchObject({ channel: 'email', kind: 'phone' });
    expect(await own.enter(mailed)).toMatchObject({ accepted: true });
    expect(await desk.look(id)).toMatchObject({ reached: 'email', corrected_to: null });
  });

  test('after mail was sent the digits of the first message are still accepted, and prove the telephone', async () => {
    const { id, own, digits } = await sent({ alternatives: [{ channel: 'email', to: 'anna@example.com' }] });
    desk.advance(31_000);
    await own.resend({ channel: 'email' });
    expect(await own.enter(digits)).toMatchObject({ accepted: true });
    expect(await desk.look(id)).toMatchObject({ reached: 'phone' });
  });

  test('a resend that comes too soon says when, and by another route it goes', async () => {
    const { own } = await sent();
    expect(await own.refusal('resendOwnCode')).toMatchObject({ code: 'contact-code.too-soon', retryAfter: 30 });
    expect((await own.look()).resend.ways).toEqual([{ channel: 'sms', hint: '+506 … 01', another_route: true }]);
    desk.advance(31_000);
    await own.resend();
    await desk.runDue();
    expect(second.taken).toHaveLength(1);
    expect((await own.look()).deliveries.map(({ history }) => history.at(-1)?.route)).toEqual([2, 1]);
  });

  test('digits of an Arabic keyboard count, and one code sent twice at once is accepted once', async () => {
    const { own, digits } = await sent();
    const arabic = [...digits].map((digit) => String.fromCharCode(0x0660 + Number(digit))).join('');
    const answers = await Promise.all([own.enter(arabic), own.enter(arabic)]);
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect((await own.look()).state).toBe('accepted');
  });

  test('a code that ran out says so, and takes nothing', async () => {
    const { own, digits } = await sent();
    desk.advance(11 * MINUTE_MS);
    expect(await own.look()).toMatchObject({
      state: 'expired',
      tries_left: 0,
      resend: { possible_at: null, ways: [] },
    });
    expect(await own.enter(digits)).toMatchObject({ accepted: false, reasons: [{ code: 'code_not_accepted' }] });
    expect(await own.refusal('resendOwnCode')).toMatchObject({ code: 'contact-code.not-waiting' });
  });

  test('in another language everything is, and what is sent from then on', async () => {
    const { own } = await sent();
    const view = await own.chooseLanguage('es');
    expect(view).toMatchObject({ locale: 'es', deliveries: [{ history: [{ words: 'Espera su envío' }, {}, {}] }] });
    desk.advance(31_000);
    await own.resend();
    await desk.runDue();
    expect(second.taken[0]?.body.text).toContain('es su código de');
  });

  test('a code that was forgotten has no page any more', async () => {
    const { url, own } = await sent();
    await desk.asTenant((trx) =>
      forgetCodes(trx, desk.parts.vault, 'org_a', new Date(desk.parts.clock().getTime() + MINUTE_MS)),
    );
    expect(await whose(tokenIn(url))).toBeUndefined();
    expect(await own.refusal('getOwnCode')).toMatchObject({ status: 404, code: 'contact-code.not-found' });
  });
});
