import { accountContactSchema, contactCodeBodySchema, ownContactBodySchema } from '@vidimus/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scripted } from '../courier/courier-world.fixture.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type CodeDesk, digitsIn, openCodeDesk } from './code-desk.fixture.ts';
import { forgetCodes } from './store.ts';

const MINUTE_MS = 60_000;
const REFERENCE = 'device:8f3a-77c1';
const NUMBER = '+50688880001';
const app = scripted('app', { channel: 'push' });
const sms = scripted('sms', { prefixes: ['506'] });
const call = scripted('call', { channel: 'call' });
const mail = scripted('mail', { channel: 'email', usualSeconds: undefined });
const ALL = [app, sms, call, mail];

describe.each(TEST_DATABASES)('by push on the %s database', (kind) => {
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
  const digitsOf = (carrier: typeof app) => digitsIn(carrier.taken.at(-1)?.body.text ?? '');
  const sent = async (body: object = {}) => {
    const code = await desk.send({ channel: 'push', to: REFERENCE, purpose: 'confirm', ...body });
    await desk.runDue();
    return { ...code, digits: digitsOf(app), own: desk.own(code.id) };
  };
  const tell = (outcome: object) =>
    desk.receipt({
      route: 'app',
      carrierId: `app-${app.taken.length}`,
      code: 'said',
      outcome: 'delivered',
      ...outcome,
    });

  test('a code arrives in the app, short and without an address of a page, and proves the app', async () => {
    const { id, hint, country, digits } = await sent();
    expect({ hint, country }).toEqual({ hint: '…77c1', country: null });
    expect(app.taken).toMatchObject([{ to: REFERENCE }]);
    expect(app.taken[0]?.body).toEqual({ text: `${digits} is your code for org_a. Never tell it to anybody.` });
    await tell({});
    expect((await desk.look(id)).deliveries[0]?.history.map(({ state }) => state)).toEqual([
      'queued',
      'sent',
      'accepted',
      'delivered',
    ]);
    expect(await desk.enter(id, digits)).toMatchObject({ accepted: true });
    expect(await desk.look(id)).toMatchObject({ state: 'accepted', reached: 'push', channel: 'push' });
  });

  test('where the app was removed the history says so with what helps, and another channel is offered', async () => {
    const { id, own } = await sent({ alternatives: [{ channel: 'sms', to: NUMBER }] });
    await tell({ outcome: 'undelivered', reason: 'app_removed', code: 'dropped not-registered' });
    const view = await own.look();
    expect(view).toMatchObject({ state: 'waiting', kind: 'push', tries_left: 5, corrections_left: 0 });
    expect(view.deliveries[0]?.history.at(-1)).toMatchObject({
      carrier_code: 'dropped not-registered',
      words: 'Did not arrive: The app is no longer on the phone, or nobody is signed in to it',
      next_step: 'Install the app and sign in to it, or use another way.',
    });
    expect(view.reasons[0]?.message).toContain('We were told: “The app is no longer on the phone');
    expect(view.resend.ways.map(({ channel, hint }) => [channel, hint])).toEqual([
      ['push', '…77c1'],
      ['sms', '+506 … 01'],
      ['call', '+506 … 01'],
    ]);
    desk.advance(31_000);
    await own.resend({ channel: 'sms' });
    await desk.runDue();
    expect(sms.taken).toMatchObject([{ to: NUMBER }]);
    expect(await own.enter(digitsOf(sms))).toMatchObject({ accepted: true });
    expect(await desk.look(id)).toMatchObject({ reached: 'phone', country: 'CRI' });
  });

  test.each([
    ['a number', { channel: 'sms', to: NUMBER }, 'phone'],
    ['an address', { channel: 'email', to: 'anna@example.com' }, 'email'],
  ])(
    'a code to %s goes by push where the operator named an app, and proves the app alone',
    async (_, first, proven) => {
      const { id, own } = await sent({ ...first, alternatives: [{ channel: 'push', to: REFERENCE }] });
      const digits = digitsOf(proven === 'phone' ? sms : mail);
      expect(await own.look()).toMatchObject({ kind: proven });
      desk.advance(31_000);
      await own.resend({ channel: 'push' });
      await desk.runDue();
      expect(app.taken).toMatchObject([{ to: REFERENCE }]);
      expect(digitsOf(app)).not.toBe(digits);
      expect(await own.enter(digitsOf(app))).toMatchObject({ accepted: true });
      expect(await desk.look(id)).toMatchObject({ reached: 'push', corrected_to: null });
    },
  );

  test('an app is no address that a person corrects', async () => {
    const { own } = await sent({ correctable: true });
    expect((await own.look()).corrections_left).toBe(0);
    expect(await own.refusal('correctOwnContact', { to: 'another-app' })).toMatchObject({
      status: 409,
      code: 'contact-code.not-correctable',
    });
  });

  test('the reference stands nowhere in the open, and is gone with the code', async () => {
    const { id, own } = await sent({ alternatives: [{ channel: 'sms', to: NUMBER }] });
    await tell({ outcome: 'undelivered', reason: 'notifications_off' });
    const rows = await desk.asTenant(async (trx) => [
      await trx.selectFrom('contact_code').selectAll().execute(),
      await trx.selectFrom('message').selectAll().execute(),
      await trx.selectFrom('message_event').selectAll().execute(),
      await trx.selectFrom('message_handover').selectAll().execute(),
      await trx.selectFrom('send_count').selectAll().execute(),
    ]);
    const bytes = Buffer.from(REFERENCE);
    const inBytes = (value: unknown): boolean => {
      if (Buffer.isBuffer(value)) return value.includes(bytes);
      return typeof value === 'object' && value !== null && Object.values(value).some(inBytes);
    };
    expect(JSON.stringify(rows)).not.toContain(REFERENCE);
    expect(inBytes(rows)).toBe(false);
    expect(JSON.stringify([await desk.look(id), await own.look(), desk.told])).not.toContain(REFERENCE);

    await desk.asTenant((trx) => desk.parts.vault.forget(trx, 'org_a', id));
    expect(await desk.look(id)).toMatchObject({ hint: '…', resend: { channels: [] } });
    const after = new Date(desk.parts.clock().getTime() + MINUTE_MS);
    await desk.asTenant((trx) => forgetCodes(trx, desk.parts.vault, 'org_a', after));
    expect(await own.refusal('getOwnCode')).toMatchObject({ status: 404 });
  });

  test('one app gets six an hour, and then a code goes to a number or address', async () => {
    for (let n = 0; n < 6; n += 1) await desk.send({ channel: 'push', to: 'flooded-1' });
    const refusal = await desk.refusal('sendContactCode', { body: { channel: 'push', to: 'flooded-1' } });
    expect(refusal).toMatchObject({ status: 429, code: 'contact-code.limit-reached' });
    expect(refusal?.detail).toMatch(
      /^6 codes an hour to one number, address or app were sent; .* Until then a code can be sent by sms or call or email\.$/,
    );
    expect(await desk.send({ channel: 'push', to: 'flooded-2' })).toMatchObject({ state: 'waiting' });
  });

  test('a number beside an app counts for its prefix once it was sent to, and not before', async () => {
    const { id, own } = await sent({ to: 'person-1', alternatives: [{ channel: 'sms', to: NUMBER }] });
    const prefix = () =>
      desk.asTenant((trx) =>
        trx.selectFrom('contact_code').select('prefix').where('id', '=', id).executeTakeFirstOrThrow(),
      );
    expect(await prefix()).toEqual({ prefix: null });
    desk.advance(31_000);
    await own.resend({ channel: 'sms' });
    expect(await prefix()).toEqual({ prefix: '506888' });
  });

  test('deliverability tells of it without a country or prefix', async () => {
    await sent();
    await tell({});
    desk.advance(MINUTE_MS);
    await desk.watch();
    const figures = await desk.deliverability({ channel: 'push' });
    expect(JSON.stringify(figures)).not.toMatch(/CRI|506888/);
    expect(JSON.stringify(figures)).toContain('"delivered":');
  });
});

test.each([
  ['a number beside a number', { channel: 'sms', to: NUMBER, alternatives: [{ channel: 'call', to: NUMBER }] }],
  ['an app beside an app', { channel: 'push', to: REFERENCE, alternatives: [{ channel: 'push', to: 'b-1' }] }],
])('%s is no alternative', (_, body) => {
  const read = contactCodeBodySchema.safeParse(body);
  expect(read.error?.issues).toMatchObject([{ path: ['alternatives', 0, 'channel'] }]);
});

test('neither a sign-in nor a verification asks a person for an app', () => {
  expect(accountContactSchema.safeParse({ channel: 'push', to: REFERENCE }).success).toBe(false);
  expect(ownContactBodySchema.safeParse({ channel: 'push', to: REFERENCE }).success).toBe(false);
});
