import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from './db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from './db/test-database.fixture.ts';
import { rateLimiter, USUAL_RATE_LIMITS } from './http/rate-limit.ts';
import {
  CREDENTIALS,
  openTestApp,
  TEST_BUDGET,
  TEST_ORGANIZATION,
  type TestApp,
  UPLOAD_LIMIT,
} from './http/test-app.fixture.ts';
import { openTurns } from './http/turns.ts';

const SAMPLE = 'pol_01JZZZZZZZZZZZZZZZZZZZZZZZ';
const PHOTO = `/v1/samples/${SAMPLE}/photo`;

/** Resolves every waiter at once. */
function gate() {
  const open = Promise.withResolvers<void>();
  const arrived: (() => void)[] = [];
  let count = 0;
  return {
    wait: () => {
      count++;
      for (const tell of arrived) tell();
      return open.promise;
    },
    open: () => open.resolve(),
    /** Until `many` wait. */
    waiting: async (many: number) => {
      while (count < many) await new Promise<void>((resolve) => arrived.push(resolve));
    },
  };
}

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const created_at = new Date();
    await opened.db.insertInto('organization').values({ id: TEST_ORGANIZATION, name: 'o', created_at }).execute();
  });
  afterAll(() => opened.close());

  const link = { authorization: `Bearer ${CREDENTIALS.link}`, 'content-type': 'image/jpeg' };
  const upload = (
    app: TestApp,
    body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
    headers: Record<string, string> = {},
  ) => fetch(app.url + PHOTO, { method: 'PUT', headers: { ...link, ...headers }, body, duplex: 'half' });
  const inChunks = (bytes: number, size = 1000) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < bytes; sent += size) controller.enqueue(new Uint8Array(Math.min(size, bytes - sent)));
        controller.close();
      },
    });

  describe('a body', () => {
    let app: TestApp;
    beforeAll(async () => {
      app = await openTestApp(opened);
    });
    afterAll(() => app.close());

    test.each([
      ['with its length', () => new Uint8Array(UPLOAD_LIMIT), UPLOAD_LIMIT],
      ['in chunks', () => inChunks(UPLOAD_LIMIT), UPLOAD_LIMIT],
      ['of nothing', () => new Uint8Array(0), 0],
    ])('%s arrives whole', async (_, body, bytes) => {
      const response = await upload(app, body());
      expect([response.status, await response.json()]).toEqual([200, { bytes, media_type: 'image/jpeg' }]);
      expect(app.parts.budget.inUse()).toBe(0);
    });

    test.each([
      ['with its length', () => new Uint8Array(UPLOAD_LIMIT + 1)],
      ['in chunks', () => inChunks(UPLOAD_LIMIT + 1)],
    ])('%s of one byte too many is refused', async (_, body) => {
      const response = await upload(app, body());
      expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
      expect(app.parts.budget.inUse()).toBe(0);
    });

    test('that is announced too long is refused before it is sent', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const headers = { ...link, 'content-length': 15_000_000 };
        const asked = request({ port: app.server.port, method: 'PUT', path: PHOTO, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
          asked.destroy();
        });
        asked.on('error', reject);
        asked.flushHeaders();
      });
      expect(status).toBe(413);
    });

    test('of another type is refused, with the types that would do', async () => {
      const response = await upload(app, 'x', { 'content-type': 'image/svg+xml' });
      expect([response.status, response.headers.get('accept')]).toEqual([415, 'image/jpeg, image/png']);
    });

    test('that dawdles is ended, with a reason', async () => {
      const answer = await new Promise<string>((resolve) => {
        const head = `PUT ${PHOTO} HTTP/1.1\r\nHost: a\r\nAuthorization: ${link.authorization}\r\nContent-Type: image/jpeg\r\nContent-Length: 100\r\n\r\n`;
        const socket = connect(app.server.port, '127.0.0.1', () => socket.write(`${head}some`));
        let received = '';
        socket.on('data', (chunk) => {
          received += chunk;
        });
        socket.on('close', () => resolve(received));
      });
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
      expect(answer).toContain('"code":"request.body-too-slow"');
      expect(app.parts.budget.inUse()).toBe(0);
    });

    test('whose sender hangs up gives its room back', async () => {
      const head = `PUT ${PHOTO} HTTP/1.1\r\nHost: a\r\nAuthorization: ${link.authorization}\r\nContent-Type: image/jpeg\r\nContent-Length: 100\r\n\r\n`;
      const before = app.logged().length;
      await new Promise<void>((resolve) => {
        const socket = connect(app.server.port, '127.0.0.1', () => socket.write(`${head}some`));
        socket.on('close', () => resolve());
        setTimeout(() => socket.resetAndDestroy(), 100);
      });
      while (!app.logged().slice(before).includes('/photo')) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(app.parts.budget.inUse()).toBe(0);
      expect(app.logged().slice(before)).not.toContain('"level":"error"');
    });
  });

  test('bodies beyond the budget are turned away, and the others are all served', async () => {
    const held = gate();
    const app = await openTestApp(opened, { wait: held.wait });
    const fitting = TEST_BUDGET / UPLOAD_LIMIT;
    const all = Array.from({ length: 20 }, () => upload(app, new Uint8Array(UPLOAD_LIMIT)));
    await held.waiting(fitting);
    const refused = await Promise.race(all);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(app.parts.budget.inUse()).toBe(TEST_BUDGET);
    held.open();
    const statuses = (await Promise.all(all)).map(({ status }) => status).toSorted();
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(fitting);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(app.parts.budget.inUse()).toBe(0);
    await app.close();
  });

  test('where too many wait already the next is turned away with a word, and served when there is room again', async () => {
    const turns = openTurns({ atOnce: 1, waiting: 0 });
    const app = await openTestApp(opened, {}, { turns });
    const held = Promise.withResolvers<void>();
    const working = turns.takeAgain(() => held.promise);
    const refused = await upload(app, 'x');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({ code: 'server.busy' });
    held.resolve();
    await working;
    expect((await upload(app, 'x')).status).toBe(200);
    await app.close();
  });

  test('a spent bucket says how long to wait, per link and not per server', async () => {
    const limits = { ...USUAL_RATE_LIMITS, applicant: { perSecond: 0.5, burst: 2 } };
    const app = await openTestApp(opened, {}, { limiter: rateLimiter(limits, () => 0) });
    const seen = [];
    for (let i = 0; i < 3; i++) {
      const { status, headers } = await upload(app, 'x');
      seen.push([status, headers.get('ratelimit-remaining'), headers.get('retry-after')]);
    }
    expect(seen).toEqual([
      [200, '1', null],
      [200, '0', null],
      [429, '0', '2'],
    ]);
    const other = await fetch(`${app.url}/v1/samples`, { headers: { authorization: `Bearer ${CREDENTIALS.reader}` } });
    expect(other.status).toBe(200);
    await app.close();
  });

  test('an address that asks too much is turned away before anything is looked up', async () => {
    const limits = { ...USUAL_RATE_LIMITS, address: { perSecond: 1, burst: 1 } };
    const app = await openTestApp(opened, {}, { limiter: rateLimiter(limits, () => 0) });
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    const second = await fetch(`${app.url}/healthz`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    await app.close();
  });

  test('stopping waits for the request at work, closes idle connections and takes no more', async () => {
    const held = gate();
    const app = await openTestApp(opened, { wait: held.wait });
    const agent = new Agent({ keepAlive: true });
    const idle = await new Promise<number | undefined>((resolve) => {
      request({ agent, port: app.server.port, path: '/healthz' }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).end();
    });
    expect(idle).toBe(200);
    const headers = { authorization: `Bearer ${CREDENTIALS.writer}` };
    const waiting = fetch(`${app.url}/v1/samples/wait`, { method: 'POST', headers });
    await held.waiting(1);
    const stopping = app.server.close(10_000);
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
    held.open();
    const answered = await waiting;
    expect([answered.status, answered.headers.get('connection')]).toEqual([204, 'close']);
    await stopping;
    agent.destroy();
  });

  test('stopping ends what does not finish in time', async () => {
    const held = gate();
    const app = await openTestApp(opened, { wait: held.wait });
    const headers = { authorization: `Bearer ${CREDENTIALS.writer}` };
    const waiting = fetch(`${app.url}/v1/samples/wait`, { method: 'POST', headers });
    const cut = expect(waiting).rejects.toThrow();
    await held.waiting(1);
    await app.server.close(50);
    await cut;
    held.open();
  });

  test.each([
    ['all work', [true, true], 200, true],
    ['one does not', [true, false], 503, false],
    ['one throws', [true, 'throws'], 503, false],
    ['one says nothing', [true, 'silent'], 503, false],
  ] as const)('readiness where %s', async (_, states, status, ready) => {
    const probes = states.map((state, at) => ({
      name: `part_${at}`,
      isReady: async () => {
        if (state === 'throws') throw new Error('no');
        return state === 'silent' ? new Promise<boolean>(() => {}) : state;
      },
    }));
    const app = await openTestApp(opened, {}, { probes });
    const response = await fetch(`${app.url}/readyz`);
    const told = { ready, parts: { part_0: 'ready', part_1: ready ? 'ready' : 'not_ready' } };
    expect([response.status, await response.json()]).toEqual([status, told]);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    await app.close();
  });
});
