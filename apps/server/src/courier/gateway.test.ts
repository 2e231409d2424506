import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AppEnv } from '../http/app-context.ts';
import type { Receipt } from './carrier.ts';
import { describeCarrier } from './carrier-contract.fixture.ts';
import { courierFileSchema, type RouteSettings } from './courier-file.ts';
import { gatewayCarrier } from './gateway-carrier.ts';
import { isSigned, readPosted } from './gateway-receipt.ts';
import { gatewaySettingsSchema } from './gateway-settings.ts';
import { addReceiptPage } from './receipt-page.ts';

const SECRET = 'a-secret-of-the-gateway';
const NEVER = new AbortController().signal;

/** As three well-known providers and an operator's own app want to be asked, and as they answer and tell. */
const SHAPES = {
  twilio: {
    kind: 'http',
    channel: 'sms',
    request: {
      url: 'http://127.0.0.1:1/2010-04-01/Accounts/AC0/Messages.json',
      headers: { authorization: 'Basic QUMwOnRva2Vu' },
      format: 'form',
      body: { To: '{to}', From: '+15005550006', Body: '{text}' },
    },
    answer: { id: '/sid', error: '/code', errors: { '21211': 'number_not_in_service', '21614': 'landline' } },
    receipts: {
      format: 'form',
      id: '/MessageSid',
      status: '/MessageStatus',
      error: '/ErrorCode',
      statuses: {
        delivered: ['delivered'],
        undelivered: { undelivered: 'carrier_gave_no_reason', failed: 'route_failed' },
      },
      errors: { '30003': 'absent_subscriber', '30006': 'landline', '30007': 'blocked_by_carrier' },
      signature: {
        header: 'X-Twilio-Signature',
        algorithm: 'sha1',
        encoding: 'base64',
        over: 'url_and_form',
        secret: SECRET,
      },
    },
  },
  vonage: {
    kind: 'http',
    channel: 'whatsapp',
    request: {
      url: 'http://127.0.0.1:1/v1/messages',
      headers: { authorization: 'Bearer token' },
      format: 'json',
      body: {
        message_type: 'text',
        channel: 'whatsapp',
        to: '{to_digits}',
        from: '15005550006',
        text: '{text}',
        client_ref: '{reference}',
      },
    },
    answer: { id: '/message_uuid', error: '/title', errors: { 'Invalid sender': 'route_failed' } },
    receipts: {
      format: 'json',
      id: '/message_uuid',
      status: '/status',
      error: '/error/title',
      statuses: {
        delivered: ['delivered', 'read'],
        undelivered: { rejected: 'blocked_by_carrier', undeliverable: 'carrier_gave_no_reason' },
      },
      signature: { header: 'X-Signature', algorithm: 'sha256', encoding: 'hex', over: 'body', secret: SECRET },
    },
  },
  infobip: {
    kind: 'http',
    channel: 'sms',
    request: {
      url: 'http://127.0.0.1:1/sms/2/text/advanced',
      headers: { authorization: 'App key' },
      format: 'json',
      body: {
        messages: [
          { destinations: [{ to: '{to_digits}', messageId: '{reference}' }], from: 'Vidimus', text: '{text}' },
        ],
      },
    },
    answer: {
      id: '/messages/0/messageId',
      status: '/messages/0/status/groupName',
      refused: { REJECTED: 'number_not_in_service' },
    },
    receipts: {
      format: 'json',
      list: '/results',
      id: '/messageId',
      status: '/status/groupName',
      error: '/error/id',
      statuses: {
        delivered: ['DELIVERED'],
        undelivered: { UNDELIVERABLE: 'carrier_gave_no_reason', EXPIRED: 'expired_at_carrier' },
      },
      errors: { '27': 'absent_subscriber' },
      signature: {
        header: 'X-Signature',
        algorithm: 'sha256',
        encoding: 'hex',
        over: 'body',
        prefix: 'sha256=',
        secret: SECRET,
      },
    },
  },
  /** No provider's: as the gateway of an operator's own app may look. */
  app: {
    kind: 'http',
    channel: 'push',
    request: {
      url: 'http://127.0.0.1:1/notifications',
      headers: { authorization: 'Bearer token' },
      format: 'json',
      body: { subscriber: '{to}', notification: { title: 'Example', body: '{text}' }, reference: '{reference}' },
    },
    answer: { id: '/id', error: '/error', errors: { 'unknown-subscriber': 'app_removed' } },
    receipts: {
      format: 'json',
      list: '/events',
      id: '/notification',
      status: '/event',
      error: '/why',
      statuses: { delivered: ['shown', 'opened'], undelivered: { dropped: 'carrier_gave_no_reason' } },
      errors: { 'not-registered': 'app_removed', muted: 'notifications_off', offline: 'absent_subscriber' },
      signature: {
        header: 'X-App-Signature',
        algorithm: 'sha512',
        encoding: 'base64',
        over: 'body',
        prefix: 'v1,',
        secret: SECRET,
      },
    },
  },
} as const;
const parsed = (shape: keyof typeof SHAPES) => gatewaySettingsSchema.parse(SHAPES[shape]);

/** A gateway on loopback that answers as `answer` says. */
async function openGateway(
  answer: (
    body: string,
    request: IncomingMessage,
  ) => { status: number; body: unknown; headers?: Record<string, string> } | 'hang',
) {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const said = answer(body, request);
      if (said === 'hang') return;
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
      response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

const at = (shape: keyof typeof SHAPES, url: string) => {
  const settings = parsed(shape);
  return { ...settings, request: { ...settings.request, url: url + new URL(settings.request.url).pathname } };
};

describeCarrier('an HTTP gateway with a form', async () => {
  const arrived: { readonly to: string; readonly text: string }[] = [];
  const gateway = await openGateway((body) => {
    const fields = new URLSearchParams(body);
    const to = fields.get('To') ?? '';
    if (to.endsWith('921'))
      return { status: 400, body: { code: 21211, message: `${to} is not a valid number: secret 987654` } };
    if (to.endsWith('904')) return { status: 429, body: '', headers: { 'retry-after': '2' } };
    arrived.push({ to, text: fields.get('Body') ?? '' });
    return { status: 201, body: { sid: `SM${arrived.length}`, status: 'queued' } };
  });
  return {
    carrier: gatewayCarrier('gateway', at('twilio', gateway.url)),
    arrived: () => arrived,
    usual: '+50688880001',
    refused: { to: '+50688880921', reason: 'number_not_in_service' },
    busy: '+50688880904',
    stop: gateway.close,
    close: async () => {},
  };
});

const notificationSchema = z.object({ subscriber: z.string(), notification: z.object({ body: z.string() }) });

describeCarrier('the gateway of an operator’s own app', async () => {
  const arrived: { readonly to: string; readonly text: string }[] = [];
  const gateway = await openGateway((body) => {
    const { subscriber, notification } = notificationSchema.parse(JSON.parse(body));
    if (subscriber === 'unknown-1') return { status: 404, body: { error: 'unknown-subscriber', of: subscriber } };
    if (subscriber === 'busy-1') return { status: 429, body: {} };
    arrived.push({ to: subscriber, text: notification.body });
    return { status: 202, body: { id: `n-${arrived.length}` } };
  });
  return {
    carrier: gatewayCarrier('app', at('app', gateway.url)),
    arrived: () => arrived,
    usual: 'fMx3:APA91bH_q-Zk/+==',
    refused: { to: 'unknown-1', reason: 'app_removed' },
    busy: 'busy-1',
    stop: gateway.close,
    close: async () => {},
  };
});

describe('a gateway', () => {
  test.each([
    ['vonage', { to: '50688880001', text: 'Hi "x" {to}', client_ref: 'msg_1' }],
    ['infobip', { messages: [{ destinations: [{ to: '50688880001', messageId: 'msg_1' }], text: 'Hi "x" {to}' }] }],
  ] as const)('is asked as %s describes it, and braces in a text stay what they are', async (shape, expected) => {
    const bodies: unknown[] = [];
    const gateway = await openGateway((body) => {
      bodies.push(JSON.parse(body));
      return {
        status: 202,
        body: { message_uuid: 'u1', messages: [{ messageId: 'u1', status: { groupName: 'PENDING' } }] },
      };
    });
    const handover = { reference: 'msg_1', to: '+50688880001', body: { text: 'Hi "x" {to}' } };
    const answer = await gatewayCarrier('gateway', at(shape, gateway.url)).handOver(handover, NEVER);
    expect(answer).toMatchObject({ kind: 'accepted', carrierIds: ['u1'] });
    expect(bodies).toMatchObject([expected]);
    await gateway.close();
  });

  test.each<[string, number, unknown, object]>([
    ['fails', 500, 'oops', { kind: 'later', reason: 'route_failed', code: 'HTTP 500' }],
    ['lies', 200, 'no JSON', { kind: 'refused', reason: 'route_failed' }],
    ['says too much', 200, { message_uuid: 'x'.repeat(100_000) }, { kind: 'refused', reason: 'route_failed' }],
    ['sends elsewhere', 302, '', { kind: 'refused', reason: 'route_failed', code: 'HTTP 302' }],
    ['does not know us', 401, { title: 'Unauthorized' }, { kind: 'refused', code: 'HTTP 401 Unauthorized' }],
  ])('that %s is answered for', async (_, status, body, expected) => {
    const gateway = await openGateway(() => ({ status, body, headers: { location: 'http://127.0.0.1:9/' } }));
    const handover = { reference: 'msg_1', to: '+50688880001', body: { text: 'x' } };
    expect(await gatewayCarrier('gateway', at('vonage', gateway.url)).handOver(handover, NEVER)).toMatchObject(
      expected,
    );
    await gateway.close();
  });

  test('that hangs up leaves it unknown whether it was taken', async () => {
    const gateway = await openGateway((_, request) => {
      request.socket.destroy();
      return 'hang';
    });
    const handover = { reference: 'msg_1', to: '+50688880001', body: { text: 'x' } };
    expect(await gatewayCarrier('gateway', at('vonage', gateway.url)).handOver(handover, NEVER)).toMatchObject({
      kind: 'unknown',
    });
    await gateway.close();
  });
});

describe('receipts that are posted', () => {
  const routes: readonly RouteSettings[] = courierFileSchema.parse({
    routes: Object.entries(SHAPES).map(([name, shape]) => ({ name, ...shape })),
  }).routes;
  const open = (known: 'recorded' | 'unknown' = 'recorded') => {
    const taken: Receipt[] = [];
    const app = new Hono<AppEnv>();
    const takeReceipt = async (receipt: Receipt) => {
      taken.push(receipt);
      return known;
    };
    addReceiptPage(app, { routes, takeReceipt, publicUrl: 'https://verify.example' });
    const post = (route: string, body: string, headers: Record<string, string>) =>
      app.request(`/courier/receipts/${route}`, { method: 'POST', body, headers });
    return { taken, post };
  };
  const hmac = (body: string) => createHmac('sha256', SECRET).update(body).digest('hex');

  test('are taken when they are signed, and refused when they are forged, changed, or nobody’s', async () => {
    const { taken, post } = open();
    const body = JSON.stringify({ message_uuid: 'u1', status: 'delivered' });
    expect((await post('vonage', body, { 'x-signature': hmac(body) })).status).toBe(204);
    expect(taken).toEqual([{ route: 'vonage', carrierId: 'u1', code: 'delivered', outcome: 'delivered' }]);
    expect((await post('vonage', body, { 'x-signature': hmac(`${body} `) })).status).toBe(401);
    expect((await post('vonage', body, {})).status).toBe(401);
    expect((await post('vonage', body, { 'x-signature': '' })).status).toBe(401);
    expect((await post('nobody', body, { 'x-signature': hmac(body) })).status).toBe(404);
    expect(taken).toHaveLength(1);
  });

  test('of a form are signed over the public address and the sorted fields', async () => {
    const { taken, post } = open();
    const fields = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' };
    const over = `https://verify.example/courier/receipts/twilioErrorCode30003MessageSidSM1MessageStatusundelivered`;
    const signature = createHmac('sha1', SECRET).update(over).digest('base64');
    const body = new URLSearchParams(fields).toString();
    expect((await post('twilio', body, { 'x-twilio-signature': signature })).status).toBe(204);
    expect(taken).toEqual([
      {
        route: 'twilio',
        carrierId: 'SM1',
        code: 'undelivered 30003',
        outcome: 'undelivered',
        reason: 'absent_subscriber',
      },
    ]);
  });

  test('of an app say in its own words why not; forged ones are refused', async () => {
    const { taken, post } = open();
    const body = JSON.stringify({
      events: [
        { notification: 'n-1', event: 'shown' },
        { notification: 'n-2', event: 'dropped', why: 'not-registered' },
        { notification: 'n-3', event: 'dropped', why: 'muted' },
        { notification: 'n-4', event: 'dropped' },
        { notification: 'n-5', event: 'queued' },
      ],
    });
    const signature = `v1,${createHmac('sha512', SECRET).update(body).digest('base64')}`;
    const forged = `v1,${createHmac('sha512', `${SECRET}.`).update(body).digest('base64')}`;
    expect((await post('app', body, { 'x-app-signature': forged })).status).toBe(401);
    expect((await post('app', body, { 'x-app-signature': signature.slice(3) })).status).toBe(401);
    expect((await post('app', body.replace('n-4', 'n-9'), { 'x-app-signature': signature })).status).toBe(401);
    expect(taken).toEqual([]);
    expect((await post('app', body, { 'x-app-signature': signature })).status).toBe(204);
    expect(taken).toMatchObject([
      { carrierId: 'n-1', outcome: 'delivered' },
      { carrierId: 'n-2', outcome: 'undelivered', reason: 'app_removed', code: 'dropped not-registered' },
      { carrierId: 'n-3', outcome: 'undelivered', reason: 'notifications_off' },
      { carrierId: 'n-4', outcome: 'undelivered', reason: 'carrier_gave_no_reason' },
      { carrierId: 'n-5', outcome: 'on_its_way' },
    ]);
  });

  test('come several at once, and are asked for again while nobody knows their message', async () => {
    const { taken, post } = open('unknown');
    const result = (messageId: string, groupName: string, id: number) => ({
      messageId,
      status: { groupName },
      error: { id },
    });
    const body = JSON.stringify({
      results: [result('a', 'DELIVERED', 0), result('b', 'UNDELIVERABLE', 27), result('c', 'PENDING', 0)],
    });
    expect((await post('infobip', body, { 'x-signature': `sha256=${hmac(body)}` })).status).toBe(503);
    expect(taken.map(({ outcome }) => outcome)).toEqual(['delivered', 'undelivered', 'on_its_way']);
  });

  test('never throw, whatever is in them', () => {
    const settings = parsed('infobip').receipts;
    if (settings === undefined) throw new Error('no receipts');
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
        expect(Array.isArray(readPosted('infobip', settings, Buffer.from(body)))).toBe(true);
        expect(isSigned(settings, { body: Buffer.from(body), url: '', header: () => body })).toBe(false);
      }),
    );
  });
});
