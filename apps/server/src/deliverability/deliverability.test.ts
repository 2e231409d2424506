import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CodeDesk, digitsIn, openCodeDesk } from '../codes/code-desk.fixture.ts';
import { USUAL_SEND_LIMITS } from '../codes/send-limits.ts';
import { scripted } from '../courier/courier-world.fixture.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { DeliveryWatch } from './delivery-watch.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const first = scripted('first', { cost: 0.04 });
const second = scripted('second', { order: 2, cost: 0.1 });
const mail = scripted('mail', { channel: 'email', usualSeconds: undefined, cost: 0 });
const ALL = [first, second, mail];
/** A test sends more from one desk than a company does in an hour. */
const MANY = { most: 100_000, windowMs: HOUR_MS };
const LIMITS = { ...USUAL_SEND_LIMITS, contact: [MANY], prefix: [MANY], country: [MANY] };

const costaRica = (n: number, prefix = '888') => `+506${prefix}${String(8000 + n).padStart(5, '0')}`;
const britain = (n: number) => `+447400${String(123_000 + n)}`;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: CodeDesk;
  beforeAll(async () => {
    desk = await openCodeDesk(kind, ALL, LIMITS);
  });
  /** A month later nothing of before is recent, or usual. */
  beforeEach(async () => {
    desk.advance(32 * DAY_MS);
    await desk.watch();
    desk.advance(2 * HOUR_MS);
    desk.told.length = 0;
    for (const { taken, says } of ALL) {
      taken.length = 0;
      says.length = 0;
    }
  });
  afterAll(() => desk.close());

  /** Sent, handed to the first route, and told by its carrier after some seconds. */
  const sent = async (
    to: string,
    outcome: 'delivered' | 'silent' | 'absent' | 'unassigned' = 'delivered',
    seconds = 0,
  ) => {
    const code = await desk.send({ to });
    await desk.runDue();
    desk.advance(seconds * 1000);
    const receipt = { route: 'first', carrierId: `first-${first.taken.length}`, code: 'x' } as const;
    if (outcome === 'delivered') await desk.receipt({ ...receipt, outcome });
    if (outcome === 'absent') await desk.receipt({ ...receipt, outcome: 'undelivered', reason: 'absent_subscriber' });
    if (outcome === 'unassigned') {
      await desk.receipt({ ...receipt, outcome: 'undelivered', reason: 'number_not_in_service' });
    }
    return code.id;
  };
  /** Every route's time passes without a receipt. */
  const silence = async () => {
    for (let n = 0; n < 3; n += 1) {
      desk.advance(61_000);
      await desk.runDue();
    }
  };

  test('what became of messages is told by country, prefix and route, with times, cost and conversion', async () => {
    const id = await sent(costaRica(1), 'delivered', 4);
    await desk.enter(id, digitsIn(first.taken.at(-1)?.body.text ?? ''));
    await sent(costaRica(2), 'delivered', 12);
    await sent(costaRica(3), 'absent');
    await sent(britain(1), 'unassigned');
    await desk.send({ to: costaRica(4, '870') });
    await desk.runDue();
    await silence();
    await desk.send({ channel: 'email', to: 'anna@example.com' });
    await desk.runDue();
    await desk.watch();
    const told = await desk.deliverability();
    expect(told.currency).toBe('EUR');
    expect(told.whole).toMatchObject({
      sent: 6,
      delivered: 2,
      undelivered: 2,
      unconfirmed: 1,
      untold: 1,
      codes: 6,
      entered: 1,
    });
    expect(told.whole.delivered_share).toBe(0.4);
    // Five by the first route, and one by the second, too.
    expect(told.whole.cost).toBe(0.3);
    expect(told.countries.map(({ country, figures }) => [country, figures.sent])).toEqual([
      ['CRI', 4],
      ['GBR', 1],
      [null, 1],
    ]);
    const [cri] = told.countries;
    expect(cri?.prefixes.map(({ prefix, figures }) => [prefix, figures.sent, figures.delivered])).toEqual([
      ['506888', 3, 2],
      ['506870', 1, 0],
    ]);
    expect(cri?.prefixes[0]?.figures).toMatchObject({
      reasons: [{ reason: 'absent_subscriber', count: 1 }],
      seconds_to_delivery: { median: 5, p95: 14.7 },
      conversion: 0.3333,
    });
    expect(cri?.prefixes[1]?.routes.map(({ route, figures }) => [route, figures.sent, figures.unconfirmed])).toEqual([
      ['first', 1, 1],
      ['second', 1, 1],
    ]);
    expect(told.routes.map(({ route, figures }) => [route, figures.sent, figures.cost])).toEqual([
      ['first', 5, 0.2],
      ['mail', 1, 0],
      ['second', 1, 0.1],
    ]);
    expect(told.times).toHaveLength(24);
    expect(told.times.reduce((sum, one) => sum + one.sent, 0)).toBe(6);
    expect(JSON.stringify(told)).not.toMatch(/8880800\d|anna/);
    expect((await desk.deliverability({ channel: 'email' })).whole.sent).toBe(1);
  });

  test('figures stay when the messages are forgotten, and what came late is counted where it belongs', async () => {
    await sent(costaRica(1));
    await sent(costaRica(2), 'silent');
    await desk.watch();
    expect((await desk.deliverability()).whole).toMatchObject({ delivered: 1, pending: 1 });
    const day = desk.parts.clock().toISOString().slice(0, 10);
    await silence();
    desk.advance(DAY_MS);
    await desk.receipt({ route: 'first', carrierId: 'first-2', code: 'late', outcome: 'delivered' });
    await desk.watch();
    await desk.asTenant((trx) => trx.deleteFrom('message').execute());
    desk.advance(40 * DAY_MS);
    await desk.watch();
    expect((await desk.deliverability({ span: '7d', until: day })).whole).toMatchObject({ sent: 2, delivered: 2 });
    expect((await desk.deliverability({ span: '30d' })).whole.sent).toBe(0);
  });

  test('counting again changes nothing', async () => {
    for (let n = 0; n < 3; n += 1) await sent(costaRica(n));
    await Promise.all([desk.watch(), desk.watch()]);
    const once = await desk.deliverability();
    await desk.watch();
    expect(await desk.deliverability()).toEqual(once);
  });

  test('a prefix whose carrier drops everything is an outage: told, shown with the code, and over when messages arrive', async () => {
    for (let n = 0; n < 5; n += 1) await sent(britain(n));
    const begins = desk.parts.clock();
    for (let n = 0; n < 5; n += 1) await sent(costaRica(n), 'silent');
    await desk.watch();
    expect(await desk.outages()).toEqual([]);
    await silence();
    await desk.watch();
    const open = (await desk.outages()).filter(({ route }) => route === null);
    expect(open).toEqual([
      expect.objectContaining({
        channel: 'sms',
        country: 'CRI',
        prefix: '506888',
        begun_at: begins.toISOString(),
        ended_at: null,
        numbers: { settled: 5, failed: 5, usual_share: 0.1 },
      }),
    ]);
    expect(desk.told.map(({ type, payload }) => [type, payload])).toEqual([
      ['messages.outage_begun', { channel: 'sms', of: 'prefix' }],
    ]);
    // Shown to whoever asks now.
    const waiting = await desk.send({ to: costaRica(20) });
    expect(waiting.outage).toEqual({ since: begins.toISOString(), channels: ['email'] });
    expect((await desk.send({ to: britain(20) })).outage).toBeNull();
    await desk.watch();
    expect((await desk.outages()).filter(({ ended_at }) => ended_at === null)).toHaveLength(1);

    desk.advance(11 * MINUTE_MS);
    await desk.runDue();
    for (let n = 30; n < 33; n += 1) await sent(costaRica(n));
    await desk.watch();
    expect((await desk.outages())[0]).toMatchObject({ ended_because: 'arrives_again' });
    expect(desk.told.at(-1)?.type).toBe('messages.outage_ended');
    expect((await desk.send({ to: costaRica(40) })).outage).toBeNull();
    // What failed before does not begin it again.
    await desk.watch();
    expect(desk.told).toHaveLength(2);
  });

  test('the clock looks where a message changed or an outage lasts, and nowhere else', async () => {
    const looked: string[] = [];
    const troubles: unknown[] = [];
    const watch = new DeliveryWatch({
      db: desk.parts.db,
      clock: desk.parts.clock,
      look: async (_trx, organizationId) => void looked.push(organizationId),
      onTrouble: (trouble) => troubles.push(trouble),
    });
    await desk.watch();
    await watch.round();
    expect(looked).toEqual([]);
    for (let n = 0; n < 5; n += 1) await sent(costaRica(n), 'absent');
    await watch.round();
    await desk.watch();
    desk.advance(10 * MINUTE_MS);
    await watch.round();
    expect(looked).toEqual(['org_a', 'org_a']);
    await watch.close();
    await watch.round();
    expect(looked).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  test('one person who asks again and again is no outage', async () => {
    for (let n = 0; n < 8; n += 1) await sent(costaRica(1), 'absent');
    await desk.watch();
    expect(await openAt(desk)).toEqual([]);
  });

  test('numbers that nobody has are no outage, and neither are codes that nobody enters', async () => {
    for (let n = 0; n < 12; n += 1) await sent(costaRica(n), 'unassigned');
    for (let n = 0; n < 31; n += 1) await sent(britain(n), 'delivered');
    await desk.watch();
    expect(await openAt(desk)).toEqual([]);
    const signs = (await desk.deliverability()).countries.flatMap(({ prefixes }) => prefixes.map(({ sign }) => sign));
    expect(signs).toEqual(['pumping', null]);
  });

  test('a whole country is one outage', async () => {
    for (let n = 0; n < 6; n += 1) await sent(costaRica(n, n % 2 === 0 ? '888' : '870'), 'absent');
    await desk.watch();
    expect(await openAt(desk)).toEqual([{ country: 'CRI', prefix: null, route: null }]);
  });

  test('a route that is dead for a prefix is taken last there, and goes first elsewhere', async () => {
    const toSecond = () => second.taken.length;
    for (let n = 0; n < 6; n += 1) {
      first.says.push({ kind: 'refused', reason: 'content_refused', code: '1' });
      await desk.send({ to: costaRica(n) });
      await desk.runDue();
      await desk.runDue();
      await desk.receipt({ route: 'second', carrierId: `second-${toSecond()}`, code: 'x', outcome: 'delivered' });
      // Elsewhere it works, and is not ill as a whole.
      for (let m = 0; m < 2; m += 1) await sent(britain(10 * n + m));
    }
    await desk.watch();
    expect(await openAt(desk)).toEqual([{ country: 'CRI', prefix: '506888', route: 'first' }]);
    expect((await desk.send({ to: costaRica(30) })).outage).toBeNull();
    const before = toSecond();
    await desk.runDue();
    expect(toSecond()).toBe(before + 1);
    await desk.send({ to: britain(90) });
    await desk.runDue();
    expect(toSecond()).toBe(before + 1);
  });

  test('an outage that nobody tries is over after an hour, and begins again where it still is', async () => {
    for (let n = 0; n < 5; n += 1) await sent(costaRica(n), 'absent');
    await desk.watch();
    desk.advance(HOUR_MS / 2);
    await desk.watch();
    expect(await openAt(desk)).toHaveLength(1);
    desk.advance(HOUR_MS);
    await desk.watch();
    expect((await desk.outages())[0]).toMatchObject({ ended_because: 'quiet' });
    for (let n = 10; n < 15; n += 1) await sent(costaRica(n), 'absent');
    await desk.watch();
    expect(await openAt(desk)).toHaveLength(1);
  });

  test('what fails usually is no outage: it takes more to say that it is worse', async () => {
    for (let n = 0; n < 30; n += 1) await sent(costaRica(n), n % 3 === 0 ? 'delivered' : 'absent');
    // Nobody looked meanwhile; it is counted as what is usual.
    desk.advance(4 * HOUR_MS);
    await desk.watch();
    for (let n = 100; n < 106; n += 1) await sent(costaRica(n), 'absent');
    await desk.watch();
    expect(await openAt(desk)).toEqual([]);
  });
});

async function openAt(desk: CodeDesk) {
  const all = await desk.outages();
  return all
    .filter(({ ended_at }) => ended_at === null)
    .map(({ country, prefix, route }) => ({ country, prefix, route }));
}
