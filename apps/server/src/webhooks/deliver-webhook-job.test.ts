import { webhookBodySchema, webhookDeliveryListSchema, webhookEndpointWithSecretSchema } from '@vidimus/protocol';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Mode } from '../db/schema.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { NewEvent } from '../events/events.ts';
import { openReceiver, type Received, type Receiver } from './receiver.fixture.ts';
import { openWebhookWorld, type WebhookWorld } from './webhook-world.fixture.ts';

const HOUR_MS = 3_600_000;
const APPROVED: NewEvent = {
  organizationId: 'org_a',
  mode: 'live',
  type: 'verification.approved',
  objectId: 'ver_1',
  payload: { state: 'approved', reason_codes: ['image_glare'] },
};

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let world: WebhookWorld;
  let receiver: Receiver;
  let endpoint: { readonly id: string; readonly secret: string };
  beforeAll(async () => {
    world = await openWebhookWorld(kind);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.reset();
    receiver = await openReceiver();
    endpoint = await makeEndpoint();
  });
  afterEach(async () => {
    await world.ask('deleteWebhookEndpoint', { params: { id: endpoint.id } });
    await receiver.close();
  });

  const makeEndpoint = async (events = ['*'], mode: Mode = 'live') => {
    const body = { url: `http://127.0.0.1:${receiver.port}/hook`, events };
    return webhookEndpointWithSecretSchema.parse(await world.ask('createWebhookEndpoint', { body, mode }));
  };
  const record = (event: Partial<NewEvent> = {}) =>
    world.asTenant((trx) => world.events.record(trx, { ...APPROVED, ...event }));
  const deliveries = async (id = endpoint.id) =>
    webhookDeliveryListSchema.parse(await world.ask('listWebhookDeliveries', { params: { id } })).data;
  const verified = ({ body, headers }: Received, secret: string) =>
    webhookBodySchema.parse(new Webhook(secret).verify(body, { ...headers }));

  test('an event arrives once, thin, under its own id, with a signature that verifies', async () => {
    await record();
    await world.runDue();
    const [first, ...more] = receiver.received;
    if (first === undefined) throw new Error('nothing came');
    expect(more).toEqual([]);
    expect(first.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Vidimus-Webhooks' });
    const { type, data } = verified(first, endpoint.secret);
    expect({ type, data }).toEqual({
      type: 'verification.approved',
      data: { id: 'ver_1', state: 'approved', reason_codes: ['image_glare'] },
    });
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ state: 'delivered', last_answer: '204', event_id: first.headers['webhook-id'] });
    expect(delivery?.tries).toMatchObject([{ number: 1, answer: '204' }]);
    expect(world.waiting()).toEqual([]);
  });

  test('it is tried again after a 500, with the same id and body, until it is taken', async () => {
    receiver.answer(500);
    await record();
    await world.runDue();
    expect(await deliveries()).toMatchObject([{ state: 'pending', last_answer: '500' }]);
    await world.runDue();
    expect(receiver.received).toHaveLength(1);
    world.advance(5000);
    await world.runDue();
    receiver.answer(200);
    world.advance(5 * 60_000);
    await world.runDue();
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ state: 'delivered', next_try_at: null });
    expect(delivery?.tries.map(({ number, answer }) => [number, answer])).toEqual([
      [1, '500'],
      [2, '500'],
      [3, '200'],
    ]);
    expect(new Set(receiver.received.map(({ body, headers }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
  });

  test('a receiver that fails for 72 hours is given up, and the endpoint is left as it is', async () => {
    receiver.answer(503);
    await record();
    for (let hour = 0; hour <= 73; hour++) {
      await world.runDue();
      world.advance(HOUR_MS);
    }
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ state: 'failed', next_try_at: null, last_answer: '503' });
    expect(delivery?.tries.length).toBeGreaterThanOrEqual(9);
    expect(await world.ask('getWebhookEndpoint', { params: { id: endpoint.id } })).toMatchObject({ enabled: true });
    expect(world.waiting()).toEqual([]);
  });

  test('410 ends the delivery, disables the endpoint, and calls off what waits', async () => {
    receiver.answer(410);
    await record();
    world.advance(1);
    await record({ objectId: 'ver_2' });
    await world.runDue();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries()).toMatchObject([
      { state: 'failed', last_answer: 'webhook-endpoint.disabled', tries: [] },
      { state: 'failed', last_answer: '410', tries: [{ answer: '410' }] },
    ]);
    expect(await world.ask('getWebhookEndpoint', { params: { id: endpoint.id } })).toMatchObject({
      enabled: false,
      disabled_because: 'gone',
    });
    await record({ objectId: 'ver_3' });
    expect(world.waiting()).toEqual([]);
  });

  test.each([
    ['a redirect', 302, '302'],
    ['a page that is not there', 404, '404'],
  ])('%s is no delivery', async (_, status, answer) => {
    const location = `http://127.0.0.1:${receiver.port}/elsewhere`;
    receiver.answer((response) => response.writeHead(status, { location }).end());
    await record();
    await world.runDue();
    expect(await deliveries()).toMatchObject([{ state: 'pending', last_answer: answer }]);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });

  test('a slow receiver times out, and is tried again', async () => {
    receiver.answer(() => {});
    await record();
    await world.runDue();
    expect(await deliveries()).toMatchObject([{ state: 'pending', last_answer: 'webhook-send.timeout' }]);
    expect(world.waiting()).toHaveLength(1);
  });

  test('a host without an address is an answer of its own', async () => {
    await world.ask('updateWebhookEndpoint', { params: { id: endpoint.id }, body: { url: 'https://hooks.example/' } });
    await record();
    await world.runDue();
    expect(await deliveries()).toMatchObject([{ state: 'pending', last_answer: 'webhook-address.not-found' }]);
  });

  test('after an exchange both secrets verify for 24 hours, and then the new one alone', async () => {
    const rotated = webhookEndpointWithSecretSchema.parse(
      await world.ask('rotateWebhookSecret', { params: { id: endpoint.id } }),
    );
    await record();
    await world.runDue();
    const [both] = receiver.received;
    if (both === undefined) throw new Error('nothing came');
    for (const secret of [endpoint.secret, rotated.secret]) expect(verified(both, secret).data.id).toBe('ver_1');
    world.advance(24 * HOUR_MS);
    await record();
    await world.runDue();
    expect(both.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(receiver.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  test('a delivery asked for again is one more, under the same id', async () => {
    await record();
    await world.runDue();
    const [first] = await deliveries();
    for (const _again of [1, 2]) {
      world.advance(1000);
      await world.ask('redeliverWebhook', { params: { id: first?.id ?? '' } });
      await world.runDue();
    }
    expect((await deliveries()).map(({ redelivery, state }) => [redelivery, state])).toEqual([
      [2, 'delivered'],
      [1, 'delivered'],
      [0, 'delivered'],
    ]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('a job that is run twice, or too early, sends nothing more', async () => {
    receiver.answer(500);
    await record();
    const [job] = world.waiting();
    if (job === undefined) throw new Error('no job');
    await world.runDue();
    await world.deliver(job, new AbortController().signal);
    expect(receiver.received).toHaveLength(1);
    expect(world.waiting()).toHaveLength(1);
  });

  test('two that send the same try at once record one', async () => {
    receiver.answer((response) => setTimeout(() => response.writeHead(500).end(), 100));
    await record();
    const [job] = world.waiting();
    if (job === undefined) throw new Error('no job');
    const { signal } = new AbortController();
    await Promise.all([world.deliver(job, signal), world.deliver(job, signal)]);
    const [delivery] = await deliveries();
    expect(receiver.received).toHaveLength(2);
    expect(delivery?.tries).toHaveLength(1);
  });

  test('a job for a delivery of another organization, or of none, does nothing', async () => {
    await record();
    const [job] = world.waiting();
    const { signal } = new AbortController();
    await world.deliver({ organizationId: 'org_b', deliveryId: job?.deliveryId ?? '' }, signal);
    await world.deliver({ organizationId: 'org_a', deliveryId: 'whd_none' }, signal);
    expect(receiver.received).toEqual([]);
    await world.runDue();
  });

  test('a type, a mode and an organization that nobody asked for are recorded and not sent', async () => {
    const declined = await makeEndpoint(['verification.declined']);
    const trying = await makeEndpoint(['*'], 'test');
    await record();
    await record({ organizationId: 'org_a', mode: 'test', type: 'verification.expired' });
    await world.runDue();
    expect(await deliveries(declined.id)).toEqual([]);
    expect((await deliveries()).map(({ event_type }) => event_type)).toEqual(['verification.approved']);
    expect(receiver.received).toHaveLength(2);
    await world.ask('deleteWebhookEndpoint', { params: { id: declined.id } });
    await world.ask('deleteWebhookEndpoint', { params: { id: trying.id }, mode: 'test' });
  });

  test('what is rolled back is neither recorded nor sent', async () => {
    const failing = world.asTenant(async (trx) => {
      await world.events.record(trx, APPROVED);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await deliveries()).toEqual([]);
    await world.runDue();
    expect(receiver.received).toEqual([]);
  });
});
