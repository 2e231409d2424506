import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventListSchema, webhookEndpointListSchema, webhookEndpointWithSecretSchema } from '@vidimus/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { openWebhookWorld, type WebhookWorld } from './webhook-world.fixture.ts';

const URL_OF_ONE = 'https://hooks.example/vidimus?token=t';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let world: WebhookWorld;
  beforeAll(async () => {
    world = await openWebhookWorld(kind);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    for (const { id } of await list()) await world.ask('deleteWebhookEndpoint', { params: { id } });
  });
  const create = async (body: unknown = { url: URL_OF_ONE }) =>
    webhookEndpointWithSecretSchema.parse(await world.ask('createWebhookEndpoint', { body }));
  const list = async () => webhookEndpointListSchema.parse(await world.ask('listWebhookEndpoints')).data;

  test('the secret is shown when it is made, and never again', async () => {
    const { id, secret } = await create();
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
    const shown = [
      await world.ask('getWebhookEndpoint', { params: { id } }),
      await list(),
      await world.ask('updateWebhookEndpoint', { params: { id }, body: { events: ['verification.declined'] } }),
    ];
    expect(JSON.stringify(shown)).not.toContain('whsec_');
    expect(shown[0]).toMatchObject({ url: URL_OF_ONE, events: ['*'], enabled: true, old_secret_until: null });
  });

  test('no secret stands readable in the database', async () => {
    const { id, secret } = await create();
    await world.ask('rotateWebhookSecret', { params: { id } });
    const row = await world.asTenant((trx) =>
      trx.selectFrom('webhook_endpoint').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    const stored = Buffer.concat([row.sealed_secret, row.sealed_old_secret ?? Buffer.alloc(0)]).toString('latin1');
    expect(stored).not.toContain(secret);
  });

  test.each([
    [{ url: 'https://169.254.169.254/' }, 'webhook-address.not-global'],
    [{ url: 'https://user:pass@hooks.example/' }, 'webhook-url.has-credentials'],
    [{ url: 'ftp://hooks.example/' }, 'webhook-url.not-https'],
  ])('%j is refused: %s', async (body, code) => {
    await expect(create(body)).rejects.toThrow(code);
    const { id } = await create();
    await expect(world.ask('updateWebhookEndpoint', { params: { id }, body })).rejects.toThrow(code);
  });

  test('an endpoint is disabled and taken up again', async () => {
    const { id } = await create();
    const change = (enabled: boolean) => world.ask('updateWebhookEndpoint', { params: { id }, body: { enabled } });
    expect(await change(false)).toMatchObject({ enabled: false, disabled_because: 'request' });
    await expect(world.ask('testWebhookEndpoint', { params: { id } })).rejects.toThrow('webhook-endpoint.disabled');
    expect(await change(true)).toMatchObject({ enabled: true, disabled_because: null, disabled_at: null });
  });

  test('there are sixteen at most', async () => {
    for (let i = 0; i < 16; i++) await create();
    await expect(create()).rejects.toThrow('webhook-endpoint.too-many');
  });

  test('a test event goes to this endpoint alone, whatever it asked for', async () => {
    const { id } = await create({ url: URL_OF_ONE, events: ['verification.declined'] });
    await create();
    const delivery = await world.ask('testWebhookEndpoint', { params: { id } });
    expect(delivery).toMatchObject({ endpoint_id: id, event_type: 'webhook.test', state: 'pending' });
    expect(world.waiting()).toHaveLength(1);
    await world.runDue();
  });

  test('a delivery that is still tried cannot be asked for again', async () => {
    const { id } = await create();
    await world.ask('testWebhookEndpoint', { params: { id } });
    const { data } = Object(await world.ask('listWebhookDeliveries', { params: { id } }));
    const params = { id: String(data[0].id) };
    await expect(world.ask('redeliverWebhook', { params })).rejects.toThrow('webhook-delivery.still-pending');
    expect(await world.ask('getWebhookDelivery', { params })).toEqual(data[0]);
  });

  test('an endpoint that is deleted takes its deliveries with it, and its secret', async () => {
    const { id } = await create();
    await world.ask('testWebhookEndpoint', { params: { id } });
    await world.runDue();
    await world.ask('deleteWebhookEndpoint', { params: { id } });
    await expect(world.ask('getWebhookEndpoint', { params: { id } })).rejects.toThrow('webhook-endpoint.not-found');
    const left = await world.asTenant(async (trx) => [
      await trx.selectFrom('webhook_delivery').selectAll().where('endpoint_id', '=', id).execute(),
      await trx.selectFrom('webhook_try').selectAll().execute(),
    ]);
    expect(left).toEqual([[], []]);
  });

  test.each([
    'getWebhookEndpoint',
    'updateWebhookEndpoint',
    'deleteWebhookEndpoint',
    'rotateWebhookSecret',
    'testWebhookEndpoint',
    'listWebhookDeliveries',
  ])('%s finds nothing of another organization or mode', async (operation) => {
    const { id } = await create();
    for (const other of [{ organizationId: 'org_b' }, { mode: 'test' }] as const) {
      await expect(world.ask(operation, { params: { id }, ...other })).rejects.toThrow('webhook-endpoint.not-found');
    }
    expect(await list()).toHaveLength(1);
  });

  test('every change is in the audit log, without the URL', async () => {
    const { id } = await create();
    await world.ask('rotateWebhookSecret', { params: { id } });
    await world.ask('deleteWebhookEndpoint', { params: { id } });
    const entries = await world.asTenant((trx) =>
      trx.selectFrom('audit_entry').select('entry').orderBy('position', 'desc').limit(3).execute(),
    );
    const written = JSON.stringify(entries.toReversed());
    expect(written).toMatch(/webhook_endpoint\.created.*secret_rotated.*webhook_endpoint\.deleted/);
    expect(written).not.toContain('hooks.example');
  });

  test('every route that the guide names is there', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../../docs/integration/webhooks.md'), 'utf8');
    const named = guide.match(/(?<=`)(?:GET|POST|PATCH|DELETE) \/v1\/(?:webhook|event)[^`]*(?=`)/g) ?? [];
    const known = world.routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(named.filter((route) => !known.includes(route))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  test('events are listed newest first, page by page, and narrowed', async () => {
    for (const [objectId, type] of [
      ['ver_1', 'verification.created'],
      ['ver_1', 'verification.approved'],
      ['ver_2', 'verification.created'],
    ] as const) {
      const event = { organizationId: 'org_b', mode: 'live', type, objectId, payload: { state: 'x' } } as const;
      world.advance(1);
      await world.asTenant((trx) => world.events.record(trx, event), 'org_b');
    }
    const ask = async (query: Readonly<Record<string, unknown>>) =>
      eventListSchema.parse(await world.ask('listEvents', { query, organizationId: 'org_b' }));
    const first = await ask({ limit: 2 });
    const second = await ask({ limit: 2, cursor: first.next_cursor });
    expect([first.has_more, second.has_more]).toEqual([true, false]);
    expect([...first.data, ...second.data].map(({ type, data }) => [type, data.id])).toEqual([
      ['verification.created', 'ver_2'],
      ['verification.approved', 'ver_1'],
      ['verification.created', 'ver_1'],
    ]);
    expect((await ask({ type: 'verification.approved' })).data).toHaveLength(1);
    expect((await ask({ object_id: 'ver_1' })).data).toHaveLength(2);
    const params = { id: first.data[0]?.id ?? '' };
    expect(await world.ask('getEvent', { params, organizationId: 'org_b' })).toEqual(first.data[0]);
    await expect(world.ask('getEvent', { params })).rejects.toThrow('event.not-found');
  });
});
