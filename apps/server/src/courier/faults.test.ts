import { createHmac } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { AppEnv } from '../http/app-context.ts';
import { Smsc } from '../simulator/smsc.ts';
import type { Carrier, Receipt } from './carrier.ts';
import { courierFileSchema } from './courier-file.ts';
import { type CourierWorld, openCourierWorld } from './courier-world.fixture.ts';
import { gatewayCarrier } from './gateway-carrier.ts';
import type { MessageRoute } from './message-route.ts';
import { addReceiptPage } from './receipt-page.ts';
import { smppCarrier } from './smpp-carrier.ts';

const ACCOUNT = { systemId: 'vidimus', password: 'secret' };
const SECRET = 'a-secret-of-the-gateway';
const ROUTE: MessageRoute = { name: 'sms', channel: 'sms', prefixes: [], order: 1, cost: 1, usualSeconds: 60 };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MESSAGES = 40;
/** Of a gateway that answers in the end, however busy the machine is; and of one that may hang, which has to be waited for. */
const ANSWERS_WITHIN_MS = 30_000;
const HANGS_AFTER_MS = 2000;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  test('an SMSC that starts again in the middle of sending loses no message, gets one twice at most, and the history says so', {
    timeout: 60_000,
  }, async () => {
    const arrived: string[] = [];
    const restarted = Promise.withResolvers<void>();
    const world = await smsWorld(kind, {
      secondMs: 50,
      onMessage: ({ to }) => {
        // Before this one is answered, and whatever is under way beside it.
        if (arrived.push(to) === MESSAGES / 4) world.restart().then(restarted.resolve, restarted.reject);
      },
    });
    const sent = await Promise.all(
      Array.from({ length: MESSAGES }, async (_, at) => {
        const to = `+50688880${String(at).padStart(3, '0')}`;
        return { to, id: await world.queue({ to }) };
      }),
    );
    await Promise.all([world.runDueTogether(), restarted.promise]);
    await vi.waitFor(
      async () => {
        world.advance(MINUTE_MS / 2);
        await world.runDueTogether();
        for (const { id } of sent) expect((await world.row(id)).state).toBe('delivered');
      },
      { interval: 300, timeout: 30_000 },
    );
    expect(new Set(arrived)).toEqual(new Set(sent.map(({ to }) => to)));
    const twice = sent.filter(({ to }) => arrived.filter((number) => number === to).length === 2);
    for (const { to, id } of sent) {
      const times = arrived.filter((number) => number === to).length;
      const history = await world.history(id);
      expect(times, history.join()).toBeLessThanOrEqual(2);
      if (times === 2) expect(history).toContain('queued sms interrupted');
    }
    expect(twice.length).toBeGreaterThan(0);
    await world.close();
  });

  test('an SMSC whose clock is an hour off changes no time of the history', async () => {
    const smscClock = () => new Date(world.clock().getTime() - HOUR_MS);
    const world = await smsWorld(kind, { secondMs: 20, onMessage: () => {}, clock: () => smscClock() });
    const id = await world.queue();
    await world.runDue();
    await vi.waitFor(async () => expect((await world.row(id)).state).toBe('delivered'), { timeout: ANSWERS_WITHIN_MS });
    const events = await world.asTenant((trx) =>
      trx.selectFrom('message_event').select('at').where('message_id', '=', id).execute(),
    );
    expect(new Set(events.map(({ at }) => at.getTime()))).toEqual(new Set([world.clock().getTime()]));
    await world.close();
  });

  test('a gateway’s receipt before its own answer, twice, and out of order is written down once', async () => {
    const world = await gatewayWorld(kind, async (response, receipt) => {
      // Nobody knows the id yet: the gateway is to ask again.
      expect(await receipt('g1', 'delivered')).toBe(503);
      response.end(JSON.stringify({ id: 'g1' }));
    });
    const id = await world.queue();
    await world.runDue();
    expect(await world.receipt('g1', 'delivered')).toBe(204);
    expect(await world.receipt('g1', 'delivered')).toBe(204);
    expect(await world.receipt('g1', 'sent')).toBe(204);
    expect(await world.receipt('g1', 'failed')).toBe(204);
    expect(await world.receipt('nobody', 'delivered')).toBe(503);
    expect(await world.receipt('g1', 'delivered', 'another secret')).toBe(401);
    expect(await world.history(id)).toEqual(['queued', 'sent sms', 'accepted sms', 'delivered sms']);
    await world.close();
  });

  test.each<[string, (response: ServerResponse) => void, readonly string[]]>([
    [
      'answers 500 first',
      (response) => response.writeHead(500).end(),
      ['queued', 'sent sms', 'queued sms route_failed', 'sent sms', 'accepted sms'],
    ],
    ['hangs first', () => {}, ['queued', 'sent sms', 'queued sms interrupted', 'sent sms', 'accepted sms']],
    [
      'breaks off in its answer first',
      (response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"id":');
        setTimeout(() => response.destroy(), 50);
      },
      ['queued', 'sent sms', 'queued sms interrupted', 'sent sms', 'accepted sms'],
    ],
    [
      'takes it and names no message',
      (response) => response.end('{"ok":true}'),
      ['queued', 'sent sms', 'undelivered sms route_failed'],
    ],
  ])(
    'of a gateway that %s the history says so, and the message goes out again where that is safe',
    async (_, answer, expected) => {
      let asked = 0;
      const world = await gatewayWorld(
        kind,
        async (response) => {
          asked += 1;
          if (asked === 1) answer(response);
          else response.end(JSON.stringify({ id: `g${asked}` }));
        },
        HANGS_AFTER_MS,
      );
      const id = await world.queue();
      await world.runDue();
      for (let n = 0; n < 3; n += 1) {
        world.advance(15_000);
        await world.runDue();
      }
      expect(await world.history(id)).toEqual(expected);
      await world.close();
    },
  );
});

/** The world with an SMSC behind its one route. */
async function smsWorld(
  kind: (typeof TEST_DATABASES)[number],
  settings: Omit<Parameters<typeof Smsc.listen>[0], 'systemId' | 'password'>,
) {
  const smsc = await Smsc.listen({ ...ACCOUNT, ...settings });
  const late: { world?: CourierWorld } = {};
  const carrier = smppCarrier(
    {
      name: 'sms',
      host: '127.0.0.1',
      port: smsc.port,
      tls: false,
      ...ACCOUNT,
      systemType: '',
      perSecond: 500,
      source: 'Vidimus',
    },
    async (receipt) => late.world?.receipt(receipt) ?? 'unknown',
  );
  const world = await openCourierWorld(kind, [{ route: ROUTE, carrier }]);
  late.world = world;
  return {
    ...world,
    restart: () => smsc.restart(300),
    close: async () => {
      await carrier.close();
      await smsc.close();
      await world.close();
    },
  };
}

/** The world with a gateway behind its one route, which answers as the test says, and posts receipts. */
async function gatewayWorld(
  kind: (typeof TEST_DATABASES)[number],
  answer: (response: ServerResponse, receipt: (id: string, status: string) => Promise<number>) => Promise<void>,
  wholeMs = ANSWERS_WITHIN_MS,
) {
  const late: { world?: CourierWorld } = {};
  const server = createServer((request, response) => {
    void text(request).then(() => answer(response, post));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { routes } = courierFileSchema.parse({ routes: [gatewayAt(port)] });
  const [settings] = routes;
  if (settings?.kind !== 'http') throw new Error('no gateway');
  const carrier: Carrier = gatewayCarrier('sms', settings, { wholeMs });
  const app = new Hono<AppEnv>();
  const takeReceipt = async (receipt: Receipt) => late.world?.receipt(receipt) ?? ('unknown' as const);
  addReceiptPage(app, { routes, takeReceipt, publicUrl: undefined });
  const post = async (id: string, status: string, secret = SECRET) => {
    const body = JSON.stringify({ id, status });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const headers = { 'X-Signature': signature };
    return (await app.request('/courier/receipts/sms', { method: 'POST', body, headers })).status;
  };
  const world = await openCourierWorld(kind, [{ route: ROUTE, carrier }]);
  late.world = world;
  return {
    ...world,
    receipt: post,
    close: async () => {
      server.closeAllConnections();
      await carrier.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await world.close();
    },
  };
}

function gatewayAt(port: number) {
  return {
    name: 'sms',
    kind: 'http',
    channel: 'sms',
    request: { url: `http://127.0.0.1:${port}/`, format: 'json', body: { to: '{to}', text: '{text}' } },
    answer: { id: '/id' },
    receipts: {
      format: 'json',
      id: '/id',
      status: '/status',
      statuses: { delivered: ['delivered'], undelivered: { failed: 'carrier_gave_no_reason' } },
      signature: { header: 'X-Signature', algorithm: 'sha256', encoding: 'hex', over: 'body', secret: SECRET },
    },
  };
}
