import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import type { ApiRequest } from './api-request.ts';
import { answer, listen, refusal, type Told } from './listener.fixture.ts';
import { VidimusProblem, VidimusUnreachable } from './problem.ts';
import { type ClientOptions, openTransport } from './transport.ts';

const closed: (() => void)[] = [];
afterEach(() => {
  for (const close of closed.splice(0)) close();
});

const READ: ApiRequest = { method: 'GET', path: '/v1/things', repeat: 'safe' };
const MAKE: ApiRequest = { method: 'POST', path: '/v1/things', body: { name: 'ä' }, repeat: 'keyed' };
const SIGN_IN: ApiRequest = { method: 'POST', path: '/v1/session', body: {}, repeat: 'never' };

/** A transport to a listener, with waits that are noted and not waited, and keys that count. */
async function opened(told: readonly Told[], options: Partial<ClientOptions> = {}) {
  const listener = await listen(...told);
  closed.push(listener.close);
  const waits: number[] = [];
  const keys = ['key-1', 'key-2', 'key-3'];
  const transport = openTransport(
    { baseUrl: `${listener.url}/`, ...options },
    { authorization: 'Bearer sk_test_1' },
    {
      wait: async (ms) => void waits.push(ms),
      random: () => 0,
      newKey: () => keys.shift() ?? '',
      nowMs: () => Date.parse('2026-03-01T09:00:00Z'),
    },
  );
  return { ...listener, waits, transport };
}

test('a request carries its credential, its query without what has no value, and nothing that it has not', async () => {
  const { transport, asked } = await opened([answer({ data: [] })]);
  const query = { state: 'open', cursor: undefined, limit: 5 };
  expect(await transport.json({ ...READ, query }, undefined)).toEqual({ data: [] });
  expect(asked[0]).toMatchObject({ method: 'GET', url: '/v1/things?state=open&limit=5', body: '' });
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer sk_test_1', accept: 'application/json' });
  expect(asked[0]?.headers).not.toHaveProperty('content-type');
  expect(asked[0]?.headers).not.toHaveProperty('idempotency-key');
});

test('every call that makes something has a key of its own, and one that was given is sent', async () => {
  const { transport, asked } = await opened([answer({})]);
  await transport.json(MAKE, undefined);
  await transport.json(MAKE, {});
  await transport.json(MAKE, { idempotencyKey: 'order-7' });
  await transport.json(SIGN_IN, { idempotencyKey: 'order-7' });
  expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-2', 'order-7', undefined]);
  expect(Buffer.from(asked[0]?.body ?? '', 'latin1').toString()).toBe('{"name":"ä"}');
});

describe('a request that fails', () => {
  const busy = refusal(503, 'server.busy');
  test.each<[string, ApiRequest, readonly Told[], number, readonly number[]]>([
    ['a busy server, under the same key', MAKE, [busy, busy, answer({})], 3, [250, 500]],
    ['Retry-After in seconds', READ, [refusal(429, 'c', { 'retry-after': '7' }), answer({})], 2, [7000]],
    [
      'Retry-After as a date',
      READ,
      [refusal(503, 'c', { 'retry-after': 'Sun, 01 Mar 2026 09:00:20 GMT' }), answer({})],
      2,
      [20_000],
    ],
    ['a connection that breaks', READ, ['hang up', answer({})], 2, [250]],
  ])('is sent again after %s', async (_, request, told, tries, waited) => {
    const { transport, asked, waits } = await opened(told);
    await transport.json(request, undefined);
    expect(asked).toHaveLength(tries);
    expect(waits).toEqual(waited);
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test.each<[string, ApiRequest, Told, number]>([
    ['it must not have two effects', SIGN_IN, busy, 1],
    ['nothing would be different', READ, refusal(404, 'thing.not-found'), 1],
    ['we failed', READ, refusal(500, 'server.failed'), 1],
    ['it would wait for over a minute', READ, refusal(429, 'c', { 'retry-after': '61' }), 1],
    ['three times were in vain', MAKE, busy, 4],
  ])('is not sent again when %s', async (_, request, told, tries) => {
    const { transport, asked } = await opened([told]);
    await expect(transport.json(request, undefined)).rejects.toThrow(VidimusProblem);
    expect(asked).toHaveLength(tries);
  });

  test('says what the server said', async () => {
    const body = JSON.stringify({
      type: 't',
      title: 't',
      status: 422,
      detail: 'One part does not fit.',
      code: 'request.body-invalid',
      errors: [{ pointer: '/residence', detail: 'three capital letters' }],
      request_id: 'req_9',
    });
    const { transport } = await opened([
      { status: 422, headers: { 'content-type': 'application/problem+json' }, body },
    ]);
    const thrown = await transport.json(MAKE, undefined).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(VidimusProblem);
    expect(thrown).toMatchObject({
      name: 'VidimusProblem',
      message: 'request.body-invalid (422): One part does not fit. /residence: three capital letters.',
      status: 422,
      code: 'request.body-invalid',
      errors: [{ pointer: '/residence', detail: 'three capital letters' }],
      requestId: 'req_9',
      retryAfter: undefined,
    });
  });

  test.each<[string, Told]>([
    ['a page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>hello' }],
    ['a proxy’s own error', { status: 502, headers: { 'content-type': 'text/html' }, body: '<p>bad gateway' }],
  ])('says so when %s comes instead', async (_, told) => {
    const { transport } = await opened([told]);
    await expect(transport.json(READ, undefined)).rejects.toMatchObject({ code: 'response.not-ours' });
  });

  test('says that nobody answered, and why', async () => {
    const { transport, asked } = await opened(['hang up'], { retries: 1 });
    const thrown = await transport.json(READ, undefined).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(VidimusUnreachable);
    expect(thrown).toMatchObject({ tries: 2, cause: expect.any(TypeError) });
    expect(asked).toHaveLength(2);
  });

  test('a try that takes too long counts as no answer', async () => {
    const { transport, asked } = await opened(['never', answer({ late: false })], { timeoutMs: 100 });
    expect(await transport.json(READ, undefined)).toEqual({ late: false });
    expect(asked).toHaveLength(2);
  });

  test('a redirect is not followed with the credential', async () => {
    const { transport, asked } = await opened([{ status: 307, headers: { location: '/elsewhere' } }], { retries: 0 });
    await expect(transport.json(READ, undefined)).rejects.toThrow(VidimusUnreachable);
    expect(asked.map(({ url }) => url)).toEqual(['/v1/things']);
  });
});

test('the caller’s signal ends a call, its waits and its tries', async () => {
  const { transport, asked } = await opened(['never']);
  const stop = new AbortController();
  const call = transport.json(READ, { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 50);
  await expect(call).rejects.toThrow('enough');
  await expect(transport.json(READ, { signal: stop.signal })).rejects.toThrow('enough');
  expect(asked).toHaveLength(1);
});

test('a signal ends a real wait at once', async () => {
  const listener = await listen(refusal(503, 'server.busy', { 'retry-after': '30' }));
  closed.push(listener.close);
  const transport = openTransport({ baseUrl: listener.url }, {});
  const started = performance.now();
  await expect(transport.json(READ, { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
  expect(performance.now() - started).toBeLessThan(5_000);
});

describe('an upload', () => {
  const photograph = Buffer.from([0xff, 0xd8, 0xff, 0]);
  const bytes = photograph.toString('latin1');
  const request: ApiRequest = { method: 'PUT', path: '/v1/photo', repeat: 'safe' };
  test.each([
    ['a Blob with its type', new Blob([photograph], { type: 'image/jpeg' }), undefined, 'image/jpeg'],
    ['a Blob without one', new Blob([photograph]), undefined, 'application/octet-stream'],
    ['a Buffer, named', photograph, 'image/png', 'image/png'],
    ['an ArrayBuffer', new Uint8Array(photograph).buffer, undefined, 'application/octet-stream'],
    [
      'a stream of Node',
      Readable.from([photograph.subarray(0, 2), photograph.subarray(2)]),
      'image/jpeg',
      'image/jpeg',
    ],
    ['a stream of the web', new Blob([photograph]).stream(), 'image/jpeg', 'image/jpeg'],
  ])('of %s arrives as it is', async (_, sent, mediaType, arrives) => {
    const { transport, asked } = await opened([answer({})]);
    await transport.json({ ...request, upload: { photograph: sent, mediaType } }, undefined);
    expect(asked).toMatchObject([{ body: bytes, headers: { 'content-type': arrives } }]);
  });

  test('of bytes is tried again, of a stream never', async () => {
    const told = [refusal(503, 'server.busy'), answer({})];
    const [first, second] = await Promise.all([opened(told), opened(told)]);
    await first.transport.json({ ...request, upload: { photograph, mediaType: undefined } }, undefined);
    expect(first.asked.map(({ body }) => body)).toEqual([bytes, bytes]);
    const stream = Readable.from([photograph]);
    const call = second.transport.json({ ...request, upload: { photograph: stream, mediaType: undefined } }, undefined);
    await expect(call).rejects.toMatchObject({ code: 'server.busy' });
  });
});

test('a file comes as a Blob with its type; a done deed as nothing', async () => {
  const pdf = { status: 200, headers: { 'content-type': 'application/pdf' }, body: '%PDF-' };
  const { transport } = await opened([pdf, { status: 204 }]);
  const file = await transport.file(READ, undefined);
  expect([file.type, await file.text()]).toEqual(['application/pdf', '%PDF-']);
  expect(await transport.nothing({ ...READ, method: 'DELETE' }, undefined)).toBeUndefined();
});

test('an app in the same process answers without a network', async () => {
  const transport = openTransport(
    { baseUrl: 'http://inside', fetch: (url) => Response.json({ url }) },
    { authorization: 'Bearer x' },
  );
  expect(await transport.json(READ, undefined)).toEqual({ url: 'http://inside/v1/things' });
});

test.each(['verify.example.com', 'ftp://verify.example.com', 'https://verify.example.com/?a=b'])(
  '%s is no baseUrl',
  (baseUrl) => {
    expect(() => openTransport({ baseUrl }, {})).toThrow(TypeError);
  },
);
