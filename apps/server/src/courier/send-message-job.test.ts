import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type CourierWorld, openCourierWorld, scripted } from './courier-world.fixture.ts';

const MINUTE_MS = 60_000;
const first = scripted('first');
const second = scripted('second', { order: 2 });
const mail = scripted('mail', { channel: 'email', usualSeconds: undefined });

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let world: CourierWorld;
  beforeAll(async () => {
    world = await openCourierWorld(kind, [first, second, mail]);
  });
  afterEach(() => {
    for (const { taken, says } of [first, second, mail]) {
      taken.length = 0;
      says.length = 0;
    }
    // What a route did in one test must not make it ill in the next.
    world.advance(60 * MINUTE_MS);
  });
  afterAll(() => world.close());

  test('a message is handed over once, confirmed by its receipt, and its text is gone then', async () => {
    const id = await world.queue();
    await world.runDue();
    await world.runDue();
    expect(first.taken).toEqual([{ reference: id, to: '+50688880001', body: { text: 'Your code is 123456' } }]);
    expect((await world.row(id)).sealed_body).not.toBeNull();
    const receipt = { route: 'first', carrierId: 'first-1', code: 'DELIVRD', outcome: 'delivered' } as const;
    expect(await world.receipt(receipt)).toBe('recorded');
    expect(await world.receipt(receipt)).toBe('recorded');
    expect(await world.history(id)).toEqual(['queued', 'sent first', 'accepted first', 'delivered first']);
    expect(await world.row(id)).toMatchObject({ state: 'delivered', sealed_body: null, due_at: null });
  });

  test('address and text are sealed: no column shows them', async () => {
    const id = await world.queue();
    expect(JSON.stringify(await world.row(id))).not.toMatch(/88880001|123456/);
  });

  test('without a receipt within the usual time the next route has it, and a late receipt of the first still counts', async () => {
    const id = await world.queue();
    await world.runDue();
    world.advance(59_000);
    await world.runDue();
    expect(second.taken).toHaveLength(0);
    world.advance(2000);
    await world.runDue();
    expect(second.taken).toHaveLength(1);
    await world.receipt({ route: 'first', carrierId: 'first-1', code: 'DELIVRD', outcome: 'delivered' });
    expect(await world.history(id)).toEqual([
      'queued',
      'sent first',
      'accepted first',
      'unconfirmed first',
      'queued first',
      'sent second',
      'accepted second',
      'delivered first',
    ]);
  });

  test('where no route is left it ends unconfirmed, and nothing waits for it', async () => {
    const id = await world.queue();
    await world.runDue();
    world.advance(MINUTE_MS);
    await world.runDue();
    world.advance(MINUTE_MS);
    await world.runDue();
    expect(await world.row(id)).toMatchObject({ state: 'unconfirmed', sealed_body: null });
    expect(world.waiting().filter(({ payload }) => 'messageId' in payload && payload.messageId === id)).toEqual([]);
  });

  test('a number that is not in service is told at once: another route would not help', async () => {
    first.says.push({ kind: 'refused', reason: 'number_not_in_service', code: '0x0b' });
    const id = await world.queue();
    await world.runDue();
    expect(await world.row(id)).toMatchObject({ state: 'undelivered', reason: 'number_not_in_service' });
    expect(second.taken).toHaveLength(0);
  });

  test('what a carrier blocks goes by another one', async () => {
    const id = await world.queue();
    await world.runDue();
    await world.receipt({
      route: 'first',
      carrierId: 'first-1',
      code: 'UNDELIV 088',
      outcome: 'undelivered',
      reason: 'blocked_by_carrier',
    });
    await world.runDue();
    expect(await world.history(id)).toEqual([
      'queued',
      'sent first',
      'accepted first',
      'undelivered first blocked_by_carrier',
      'queued first blocked_by_carrier',
      'sent second',
      'accepted second',
    ]);
  });

  test('a busy carrier is asked again after a while, and a route that cannot be reached is left', async () => {
    first.says.push({ kind: 'later', reason: 'throttled', code: '0x58', afterMs: 3000 });
    const id = await world.queue();
    await world.runDue();
    world.advance(3000);
    await world.runDue();
    expect(first.taken).toHaveLength(2);
    expect(await world.row(id)).toMatchObject({ state: 'accepted', route: 'first' });
    first.says.push({ kind: 'later', reason: 'route_failed', code: 'ECONNREFUSED' });
    const other = await world.queue();
    await world.runDue();
    await world.runDue();
    expect(await world.row(other)).toMatchObject({ state: 'accepted', route: 'second' });
  });

  test('a process that dies while the answer is to come sends once more, says so, and not a third time', async () => {
    const id = await world.queue();
    const [job] = world.waiting().filter(({ payload }) => 'messageId' in payload && payload.messageId === id);
    if (job === undefined || !('messageId' in job.payload)) throw new Error('no job');
    first.says.push({ kind: 'unknown', code: 'killed' }, { kind: 'unknown', code: 'killed' });
    await world.runDue();
    // The queue gives the job to another process at once: nobody knows yet that the first one died.
    await world.send(job.payload, new AbortController().signal);
    expect(first.taken).toHaveLength(1);
    world.advance(30_000);
    await world.runDue();
    expect(first.taken).toHaveLength(2);
    world.advance(30_000);
    await world.runDue();
    expect(first.taken).toHaveLength(2);
    expect(await world.history(id)).toEqual([
      'queued',
      'sent first',
      'queued first interrupted',
      'sent first',
      'unconfirmed first interrupted',
    ]);
  });

  test('a message whose time is over is not sent', async () => {
    const id = await world.queue();
    world.advance(11 * MINUTE_MS);
    await world.runDue();
    expect(first.taken).toHaveLength(0);
    expect(await world.row(id)).toMatchObject({ state: 'expired', sealed_body: null });
  });

  test('a route that goes wrong again and again is taken last', async () => {
    for (let n = 0; n < 3; n += 1) {
      first.says.push({ kind: 'refused', reason: 'route_failed', code: '0x08' });
      await world.queue();
      await world.runDue();
      await world.runDue();
    }
    first.taken.length = 0;
    await world.queue();
    await world.runDue();
    expect(first.taken).toHaveLength(0);
  });

  test('mail stays accepted: nobody tells that it arrived', async () => {
    const id = await world.queue({ channel: 'email', to: 'anna@example.com', body: { text: 'x', subject: 'y' } });
    await world.runDue();
    world.advance(60 * MINUTE_MS);
    await world.runDue();
    expect(await world.row(id)).toMatchObject({ state: 'accepted', due_at: null, sealed_body: null });
  });

  test('a channel that no route serves is told, and so is a receipt that is nobody’s', async () => {
    const id = await world.queue({ channel: 'call' });
    await world.runDue();
    expect(await world.row(id)).toMatchObject({ state: 'undelivered', reason: 'no_route' });
    const receipt = { route: 'first', carrierId: 'nobody', code: 'DELIVRD', outcome: 'delivered' } as const;
    expect(await world.receipt(receipt)).toBe('unknown');
  });

  test('once the object is erased nothing is sent any more', async () => {
    const id = await world.queue({ objectId: 'cod_erased' });
    await world.asTenant((trx) => world.parts.vault.forget(trx, 'org_a', 'cod_erased'));
    await world.runDue();
    expect(first.taken).toHaveLength(0);
    expect(await world.row(id)).toMatchObject({ state: 'undelivered' });
  });
});
