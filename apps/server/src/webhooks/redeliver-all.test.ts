import {
  redeliveredWebhooksSchema,
  webhookDeliveryListSchema,
  webhookEndpointWithSecretSchema,
} from '@vidimus/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { countDeadDeliveries } from '../desk/store.ts';
import { openReceiver, type Receiver } from './receiver.fixture.ts';
import { openWebhookWorld, type WebhookWorld } from './webhook-world.fixture.ts';

/** More than the 72 hours after which a delivery is given up. */
const GIVEN_UP_MS = 80 * 3_600_000;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let world: WebhookWorld;
  let receiver: Receiver;
  let id: string;
  beforeAll(async () => {
    world = await openWebhookWorld(kind);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.reset();
    receiver = await openReceiver();
    const body = { url: `http://127.0.0.1:${receiver.port}/hook` };
    ({ id } = webhookEndpointWithSecretSchema.parse(await world.ask('createWebhookEndpoint', { body })));
    return async () => {
      await world.ask('deleteWebhookEndpoint', { params: { id } });
      await receiver.close();
    };
  });

  const record = (objectId: string) =>
    world.asTenant((trx) =>
      world.events.record(trx, {
        organizationId: 'org_a',
        mode: 'live',
        type: 'verification.approved',
        objectId,
        payload: { state: 'approved' },
      }),
    );
  const giveUp = async (...objects: readonly string[]) => {
    receiver.answer(500);
    for (const object of objects) {
      world.advance(1);
      await record(object);
    }
    await world.runDue();
    world.advance(GIVEN_UP_MS);
    await world.runDue();
    receiver.answer(204);
    receiver.received.splice(0);
  };
  const list = async (query: Readonly<Record<string, string>> = {}) =>
    webhookDeliveryListSchema.parse(await world.ask('listWebhookDeliveries', { params: { id }, query })).data;
  const redeliver = async (since: Date) =>
    redeliveredWebhooksSchema.parse(
      await world.ask('redeliverMissedEvents', { params: { id }, body: { since: since.toISOString() } }),
    );
  const dead = () => world.asTenant((trx) => countDeadDeliveries(trx, { mode: 'live', since: new Date(0) }));
  const LONG_AGO = new Date(0);

  test('what was given up is sent again, the oldest first, and nothing twice', async () => {
    await giveUp('ver_1', 'ver_2');
    await record('ver_3');
    await world.runDue();
    expect((await list({ state: 'failed' })).length).toBe(2);
    expect((await list({ state: 'delivered' })).length).toBe(1);
    expect(await dead()).toBe(2);
    receiver.received.splice(0);
    expect(await redeliver(LONG_AGO)).toEqual({ queued: 2, has_more: false });
    expect(await dead()).toBe(0);
    expect(await redeliver(LONG_AGO)).toEqual({ queued: 0, has_more: false });
    await world.runDue();
    const ids = receiver.received.map(({ body }) => JSON.parse(body).data.id);
    expect(ids.toSorted()).toEqual(['ver_1', 'ver_2']);
    expect(await redeliver(LONG_AGO)).toEqual({ queued: 0, has_more: false });
    expect((await list({ state: 'delivered' })).map(({ redelivery }) => redelivery).toSorted()).toEqual([0, 1, 1]);
  });

  test('what was made before that time is left alone, and what is given up again can be sent again', async () => {
    await giveUp('ver_1');
    const [old] = await list();
    const after = new Date(Date.parse(old?.created_at ?? '') + 1);
    expect(await redeliver(after)).toEqual({ queued: 0, has_more: false });
    await redeliver(LONG_AGO);
    receiver.answer(500);
    await world.runDue();
    world.advance(GIVEN_UP_MS);
    await world.runDue();
    expect(await dead()).toBe(1);
    expect(await redeliver(after)).toEqual({ queued: 1, has_more: false });
    expect((await list()).map(({ redelivery }) => redelivery)).toEqual([2, 1, 0]);
  });

  test('of an endpoint that takes nothing, or of another mode, nothing is sent', async () => {
    await expect(
      world.ask('redeliverMissedEvents', { params: { id }, body: { since: '2026-01-01T00:00:00Z' }, mode: 'test' }),
    ).rejects.toThrow('webhook-endpoint.not-found');
    await world.ask('updateWebhookEndpoint', { params: { id }, body: { enabled: false } });
    await expect(redeliver(LONG_AGO)).rejects.toThrow('webhook-endpoint.disabled');
  });
});
