import type { Policy } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digitsIn } from '../codes/code-desk.fixture.ts';
import { type Scripted, scripted } from '../courier/courier-world.fixture.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { type Desk, openDesk, somePhoto } from './verification-desk.fixture.ts';

const SECOND_MS = 1000;
const NUMBER = '+50688880001';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  const sms = scripted('sms-one', { channel: 'sms', prefixes: ['506'] });
  const call = scripted('call-one', { channel: 'call', prefixes: ['506'] });
  const mail = scripted('mail-one', { channel: 'email' });
  beforeAll(async () => {
    const contacts: Policy['contacts'] = [
      { kind: 'phone', channels: ['sms', 'call'], by_itself: false },
      { kind: 'email' },
    ];
    const rules: Partial<Policy> = { contacts, phone_countries: { accept: 'all', refuse: ['DEU'] } };
    desk = await openDesk(kind, rules, undefined, [sms, call, mail]);
  });
  afterAll(() => desk.close());

  const begin = async (body: object = {}) => {
    const { id, applicant } = await desk.create(body);
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    return { id, applicant };
  };
  const send = (applicant: Caller, of: 'phone' | 'email', body: object = {}) =>
    desk.ask(applicant, 'sendOwnContactCode', { params: { kind: of }, body });
  const enter = (applicant: Caller, of: 'phone' | 'email', code: string) =>
    desk.ask(applicant, 'verifyOwnContact', { params: { kind: of }, body: { code } });
  const contactIn = async (applicant: Caller, of: 'phone' | 'email') => {
    const found = (await desk.seen(applicant)).contacts.find((each) => each.kind === of);
    if (found === undefined) throw new Error(`no ${of} is asked for`);
    return found;
  };
  const lastCode = ({ taken }: Scripted) => digitsIn(taken.at(-1)?.body.text ?? '');
  const confirm = async (applicant: Caller, of: 'phone' | 'email', by: Scripted, body: object) => {
    await send(applicant, of, body);
    await desk.work();
    await enter(applicant, of, lastCode(by));
  };

  test('number and address are confirmed, and the whole goes on to be judged', async () => {
    const { id, applicant } = await begin();
    expect((await desk.seen(applicant)).steps.map(({ name }) => name)).toEqual([
      'consent',
      'details',
      'contact_phone',
      'contact_email',
      'document_front',
    ]);
    await confirm(applicant, 'phone', sms, { to: '8888 0001', country: 'CRI' });
    expect(sms.taken.at(-1)?.to).toBe(NUMBER);
    await confirm(applicant, 'email', mail, { to: 'Person@Example.com' });
    const seen = await desk.seen(applicant);
    expect(seen.contacts.map(({ confirmed }) => confirmed)).toEqual([
      { hint: '+506 … 01', channel: 'sms', at: expect.any(String) },
      { hint: expect.stringMatching(/^p…@example\.com$/i), channel: 'email', at: expect.any(String) },
    ]);
    await desk.ask(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(2000) });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    const shown = await desk.get(id);
    expect(shown.state).toBe('approved');
    expect(shown.contacts).toMatchObject([
      { kind: 'phone', state: 'confirmed', hint: '+506 … 01', channel: 'sms', named_by: 'applicant' },
      { kind: 'email', state: 'confirmed', channel: 'email', named_by: 'applicant' },
    ]);
    const told = JSON.stringify([shown, seen, await desk.whole(desk.key, 'getVerificationStory', { params: { id } })]);
    expect(told).not.toContain('88880001');
    expect(told).not.toMatch(/person@/i);
    expect(told).toContain('Entered the code that had been sent');
  });

  test('without it nothing is handed in, and what is missing is named', async () => {
    const { applicant } = await begin();
    await desk.ask(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(2000) });
    const refused = await desk.ask(applicant, 'submitVerification');
    expect(refused).toMatchObject({ ok: false, error: { code: 'verification.steps-missing' } });
    expect(refused.ok ? '' : refused.error.detail).toContain('contact_phone, contact_email');
    expect((await desk.seen(applicant)).state).toBe('open');
  });

  test('a code that did not arrive is told with what the carrier said, and uses nothing up', async () => {
    const { id, applicant } = await begin();
    sms.says.push({ kind: 'refused', reason: 'number_not_in_service', code: '11' });
    await send(applicant, 'phone', { to: NUMBER });
    await desk.work();
    const contact = await contactIn(applicant, 'phone');
    expect(contact.reasons).toMatchObject([
      { code: 'code_not_delivered', evidence: [{ measure: 'delivery by sms', observed: '11' }] },
    ]);
    expect(contact.code).toMatchObject({ state: 'waiting', tries_left: 5 });
    const { state, steps } = await desk.get(id);
    expect(state).toBe('open');
    expect(steps.find(({ name }) => name === 'contact_phone')).toMatchObject({ state: 'asked', used: 0, attempts: [] });
    // Another channel, the same code.
    desk.later(31 * SECOND_MS);
    await desk.whole(applicant, 'resendOwnContactCode', { params: { kind: 'phone' }, body: { channel: 'call' } });
    await desk.work();
    await enter(applicant, 'phone', lastCode(call));
    expect((await contactIn(applicant, 'phone')).confirmed).toMatchObject({ channel: 'call' });
  });

  test('a wrong code is told with the tries that are left, and five wrong ones ask for another', async () => {
    const { applicant } = await begin();
    await send(applicant, 'phone', { to: '+50688880002' });
    await desk.work();
    const wrong = lastCode(sms) === '000000' ? '000001' : '000000';
    await enter(applicant, 'phone', wrong);
    const once = await contactIn(applicant, 'phone');
    expect(once.reasons).toMatchObject([{ code: 'code_not_accepted', evidence: [{ observed: 'wrong' }] }]);
    expect(once.code?.tries_left).toBe(4);
    for (const _ of [2, 3, 4, 5]) await enter(applicant, 'phone', wrong);
    expect((await contactIn(applicant, 'phone')).code?.state).toBe('tries_used');
    await enter(applicant, 'phone', lastCode(sms));
    expect((await contactIn(applicant, 'phone')).confirmed).toBeNull();
    await confirm(applicant, 'phone', sms, { to: '+50688880002' });
    expect((await contactIn(applicant, 'phone')).confirmed).not.toBeNull();
  });

  test('a number that is corrected has another code, and the former one is worth nothing', async () => {
    const { applicant } = await begin();
    await send(applicant, 'phone', { to: '+50688880003' });
    await desk.work();
    const former = lastCode(sms);
    await send(applicant, 'phone', { to: '+50688880004' });
    await desk.work();
    expect(lastCode(sms)).not.toBe(former);
    await enter(applicant, 'phone', former);
    expect((await contactIn(applicant, 'phone')).confirmed).toBeNull();
    await enter(applicant, 'phone', lastCode(sms));
    expect((await contactIn(applicant, 'phone')).confirmed?.hint).toBe('+506 … 04');
  });

  test.each<readonly [string, object, string]>([
    ['no route goes to', { to: '+380501234567' }, 'routes'],
    ['the policy does not take', { to: '+4915123456789' }, 'policy'],
  ])('a country that %s is told, and ends nothing', async (_name, body, threshold) => {
    const { id, applicant } = await begin();
    expect((await send(applicant, 'phone', body)).ok).toBe(true);
    const { reasons, code } = await contactIn(applicant, 'phone');
    expect(reasons).toMatchObject([{ code: 'contact_country_not_supported', evidence: [{ threshold }] }]);
    expect(code?.state).toBe('refused');
    expect((await desk.get(id)).state).toBe('open');
  });

  test.each<readonly [string, 'phone' | 'email', object, string]>([
    ['a channel that the policy does not name', 'phone', { to: NUMBER, channel: 'whatsapp' }, 'contact-code.no-route'],
    ['no number', 'phone', { to: 'hello' }, 'contact.not-a-number'],
    ['nothing', 'phone', {}, 'contact.not-a-number'],
    ['no address', 'email', { to: 'hello' }, 'contact.not-an-address'],
    ['a number that costs', 'phone', { to: '+19005550100' }, 'contact.costs-too-much'],
  ])('%s is refused with what is wrong', async (_name, of, body, code) => {
    const { applicant } = await begin();
    expect(await send(applicant, of, body)).toMatchObject({ ok: false, error: { code } });
  });

  test('a number that the operator knows is only confirmed, and never shown whole', async () => {
    const { id, applicant } = await begin({ contacts: { phone: '+506 8888 0005' } });
    const before = await desk.seen(applicant);
    expect(before.contacts[0]?.known_hint).toBe('+506 … 05');
    await confirm(applicant, 'phone', sms, {});
    expect(sms.taken.at(-1)?.to).toBe('+50688880005');
    const shown = await desk.get(id);
    expect(shown.contacts[0]).toMatchObject({ state: 'confirmed', named_by: 'operator' });
    expect(JSON.stringify([before, shown])).not.toContain('88880005');
    const refused = await desk.ask(desk.key, 'createVerification', { body: { contacts: { email: 'nobody' } } });
    expect(refused).toMatchObject({ ok: false, error: { errors: [{ pointer: '/contacts/email' }] } });
  });

  test('a link that asks for too many codes is stopped with until when', async () => {
    const { applicant } = await begin();
    for (const end of [10, 11, 12, 13, 14, 15]) await send(applicant, 'phone', { to: `+506888801${end}` });
    expect(await send(applicant, 'phone', { to: '+50688880116' })).toMatchObject({
      ok: false,
      error: { status: 429, code: 'contact-code.limit-reached' },
    });
  });

  test('whoever took back their consent gives no number', async () => {
    const { applicant } = await begin();
    await desk.whole(applicant, 'answerConsent', { body: { document: false } });
    expect(await send(applicant, 'phone', { to: NUMBER })).toMatchObject({
      ok: false,
      error: { code: 'verification.consent-missing' },
    });
    expect((await desk.seen(applicant)).contacts).toEqual([]);
  });

  test('what was confirmed is in the report, and in the data to take along in full; erased, nothing opens', async () => {
    const { id, applicant } = await begin();
    await confirm(applicant, 'phone', sms, { to: '+50688880006' });
    const report = JSON.stringify(await desk.whole(desk.key, 'getReport', { params: { id } }));
    expect(report).toContain('+506 … 06');
    expect(report).not.toContain('88880006');
    const own = await desk.ask(applicant, 'getOwnData');
    expect(own.ok && 'file' in own.value && Buffer.from(own.value.file).toString()).toContain('+50688880006');
    await desk.ask(applicant, 'eraseOwnData');
    await desk.work();
    const shown = await desk.get(id);
    expect(shown.redaction).toBe('done');
    expect(shown.contacts).toMatchObject([{ kind: 'phone', hint: null, code: null }, { kind: 'email' }]);
    const left = await desk.db.selectFrom('contact_code').select('id').where('verification_id', '=', id).execute();
    expect(left).toEqual([]);
  });
});

describe.each(TEST_DATABASES)('where the next channel is taken by itself, on the %s database', (kind) => {
  let desk: Desk;
  const sms = scripted('sms-one', { channel: 'sms', usualSeconds: 10 });
  const call = scripted('call-one', { channel: 'call' });
  beforeAll(async () => {
    const contacts = [{ kind: 'phone' as const, channels: ['sms' as const, 'call' as const], by_itself: true }];
    desk = await openDesk(kind, { contacts }, undefined, [sms, call]);
  });
  afterAll(() => desk.close());

  test.each<readonly [string, string, () => Promise<unknown>]>([
    [
      'a message that the carrier refuses',
      '+50688880021',
      async () => {
        sms.says.push({ kind: 'refused', reason: 'number_not_in_service', code: '11' });
        await desk.work();
      },
    ],
    [
      'a message that nobody confirmed in time',
      '+50688880022',
      async () => {
        await desk.work();
        desk.later(11 * SECOND_MS);
        await desk.work();
      },
    ],
    [
      'a message of which a receipt says that it failed',
      '+50688880023',
      async () => {
        await desk.work();
        const carrierId = `sms-one-${sms.taken.length}`;
        const failed = { outcome: 'undelivered', reason: 'absent_subscriber', code: 'UNDELIV' } as const;
        await desk.takeReceipt({ route: 'sms-one', carrierId, ...failed });
        await desk.takeReceipt({ route: 'sms-one', carrierId, ...failed });
      },
    ],
  ])('%s is followed by a call, once, with the same code', async (_name, to, happen) => {
    const { applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    const calls = call.taken.length;
    await desk.whole(applicant, 'sendOwnContactCode', { params: { kind: 'phone' }, body: { to } });
    await happen();
    await desk.work();
    await desk.work();
    expect(call.taken.length).toBe(calls + 1);
    const code = digitsIn(call.taken.at(-1)?.body.text ?? '');
    expect(code).toBe(digitsIn(sms.taken.at(-1)?.body.text ?? ''));
    const seen = await desk.seen(applicant);
    expect(seen.contacts[0]?.code?.deliveries.map(({ channel }) => channel)).toEqual(['call', 'sms']);
    await desk.whole(applicant, 'verifyOwnContact', { params: { kind: 'phone' }, body: { code } });
    expect((await desk.seen(applicant)).contacts[0]?.confirmed).toMatchObject({ channel: 'call' });
  });
});
