import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { problemSchema } from '@vidimus/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { createApp } from './create-app.ts';
import { CREDENTIALS, openTestApp, TEST_ORGANIZATION, TEST_ORIGIN, type TestApp } from './test-app.fixture.ts';

const SAMPLE = 'pol_01JZZZZZZZZZZZZZZZZZZZZZZZ';
const CANARY = 'Kanarienvogel';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let app: TestApp;
  const failure: { next: () => Error } = { next: () => new Error(CANARY) };

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const created_at = new Date();
    await opened.db.insertInto('organization').values({ id: TEST_ORGANIZATION, name: 'o', created_at }).execute();
    await opened.db
      .insertInto('policy')
      .values({ id: SAMPLE, organization_id: TEST_ORGANIZATION, name: 'Adults', created_at })
      .execute();
    app = await openTestApp(opened, { fail: () => failure.next() });
  });
  afterAll(async () => {
    await app.close();
    await opened.close();
  });

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const cookie = (token: string) => ({ cookie: `__Host-vidimus_session=${token}` });
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(app.url + path, { method: 'POST', headers: { ...bearer(CREDENTIALS.writer), ...json, ...headers }, body });
  const problemOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = problemSchema.parse(await response.json());
    expect(body.status).toBe(response.status);
    expect(body.request_id).toBe(response.headers.get('request-id'));
    return body;
  };

  test.each([
    ['nobody', {}, 'GET', 401, 'auth.credential-missing'],
    ['an unknown key', bearer('sk_live_other'), 'GET', 401, 'auth.credential-unknown'],
    ['what is no key of ours', bearer('hunter2'), 'GET', 401, 'auth.credential-unknown'],
    ['another scheme', { authorization: 'Basic c2tfbGl2ZV93cml0ZXI=' }, 'GET', 401, 'auth.credential-missing'],
    ['a key without its scheme', { authorization: CREDENTIALS.reader }, 'GET', 401, 'auth.credential-missing'],
    ['a scheme without its key', { authorization: 'Bearer ' }, 'GET', 401, 'auth.credential-missing'],
    ['a key of 3,000 characters', bearer(`sk_live_${'a'.repeat(3000)}`), 'GET', 401, 'auth.credential-unknown'],
    ['an applicant', bearer(CREDENTIALS.link), 'GET', 403, 'auth.caller-not-served'],
    ['a key with the right', bearer(CREDENTIALS.reader), 'GET', 200, undefined],
    ['a key without the right', bearer(CREDENTIALS.reader), 'POST', 403, 'auth.right-missing'],
    ['a key that may write', bearer(CREDENTIALS.writer), 'POST', 201, undefined],
    ['a member', cookie(CREDENTIALS.memberReader), 'GET', 200, undefined],
    ['an unknown session', cookie('x'), 'GET', 401, 'auth.credential-unknown'],
    [
      'a member of another page',
      { ...cookie(CREDENTIALS.memberReader), origin: 'https://evil.example' },
      'GET',
      403,
      'auth.origin-refused',
    ],
    [
      'a member in a mode that is none',
      { ...cookie(CREDENTIALS.memberReader), 'vidimus-mode': 'x' },
      'GET',
      400,
      'request.header-invalid',
    ],
    ['a member without origin', cookie(CREDENTIALS.memberWriter), 'POST', 403, 'auth.origin-refused'],
    [
      'a member from elsewhere',
      { ...cookie(CREDENTIALS.memberWriter), origin: 'https://evil.example' },
      'POST',
      403,
      'auth.origin-refused',
    ],
    ['a member from our page', { ...cookie(CREDENTIALS.memberWriter), origin: TEST_ORIGIN }, 'POST', 201, undefined],
    [
      'a member without the right',
      { ...cookie(CREDENTIALS.memberReader), origin: TEST_ORIGIN },
      'POST',
      403,
      'auth.right-missing',
    ],
    [
      'a wrong key beside a good cookie',
      { ...cookie(CREDENTIALS.memberReader), ...bearer('x') },
      'GET',
      401,
      'auth.credential-unknown',
    ],
  ])('%s: %o, %s ends with %i', async (_, headers, method, status, code) => {
    const path = method === 'GET' ? `/v1/samples/${SAMPLE}` : '/v1/samples';
    const body = method === 'GET' ? null : JSON.stringify({ name: 'n' });
    const response = await fetch(app.url + path, { method, headers: { ...json, ...headers }, body });
    expect(response.status).toBe(status);
    if (code !== undefined) expect((await problemOf(response)).code).toBe(code);
  });

  const deep = `{"name":${'['.repeat(100)}${']'.repeat(100)}}`;
  const veryDeep = '['.repeat(200_000);
  test.each([
    ['no JSON', '{', 400, 'request.json-malformed', undefined],
    ['no body', '', 422, 'request.body-invalid', ''],
    ['a list', '[]', 422, 'request.body-invalid', ''],
    ['null', 'null', 422, 'request.body-invalid', ''],
    ['a number for a text', '{"name":1}', 422, 'request.body-invalid', '/name'],
    [
      'a wrong type inside',
      '{"name":"n","tags":[{"word":"a"},{"word":1}]}',
      422,
      'request.body-invalid',
      '/tags/1/word',
    ],
    ['an unknown key', '{"name":"n","a/b":1}', 422, 'request.body-invalid', '/a~1b'],
    ['__proto__', '{"name":"n","__proto__":{"x":1}}', 422, 'request.body-invalid', '/__proto__'],
    ['a text too long', `{"name":"${'a'.repeat(41)}"}`, 422, 'request.body-invalid', '/name'],
    ['a deep body', deep, 400, 'request.json-malformed', undefined],
    ['a body that is deep only', veryDeep, 400, 'request.json-malformed', undefined],
    ['a body of 300 kB', `{"name":"${'a'.repeat(300_000)}"}`, 413, 'request.body-too-large', undefined],
    ['what is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'request.json-malformed', undefined],
    [
      'a lone surrogate in UTF-8',
      Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1'),
      400,
      'request.json-malformed',
      undefined,
    ],
  ])('%s is a problem that says where', async (_, body, status, code, pointer) => {
    const response = await post('/v1/samples', body);
    const told = await problemOf(response);
    expect([response.status, told.code]).toEqual([status, code]);
    if (pointer !== undefined) expect(told.errors?.map((one) => one.pointer)).toContain(pointer);
  });

  test('the most that a route takes is told in sizes that people know', async () => {
    const told = await problemOf(await post('/v1/samples', 'a'.repeat(300_000)));
    expect(told.detail).toBe('This route takes at most 256 kB.');
  });

  test.each([
    ['text/plain', {}, 415],
    ['application/x-www-form-urlencoded', {}, 415],
    ['multipart/form-data; boundary=x', {}, 415],
    ['jason', {}, 415],
    ['application/json; charset=utf-8', {}, 201],
    ['APPLICATION/JSON', {}, 201],
    ['application/json', { 'content-encoding': 'gzip' }, 415],
    ['application/json', { 'idempotency-key': 'two words' }, 400],
  ])('a body as %s with %o ends with %i', async (type, headers, status) => {
    const response = await post('/v1/samples', '{"name":"n"}', { 'content-type': type, ...headers });
    expect(response.status).toBe(status);
    if (status === 415) expect(response.headers.get('accept')).toBe('application/json');
  });

  test.each([
    ['/v1/samples?limit=0', '?limit'],
    ['/v1/samples?limit=101', '?limit'],
    ['/v1/samples?limit=1&limit=2', '?limit'],
    ['/v1/samples?limit=ten', '?limit'],
    ['/v1/samples?cursor=a', '?cursor'],
    ['/v1/samples?other=1', '?other'],
    ['/v1/samples/pol_1', '{id}'],
    ['/v1/samples/%00', '{id}'],
    ['/v1/samples/%ff', '{id}'],
  ])('%s is refused for %s', async (path, pointer) => {
    const told = await problemOf(await fetch(app.url + path, { headers: bearer(CREDENTIALS.reader) }));
    expect([told.code, told.errors?.[0]?.pointer]).toEqual(['request.parameters-invalid', pointer]);
  });

  test.each([
    ['GET', '/v1/nothing', 404, 'route.unknown', null],
    ['GET', '/nothing', 404, 'route.unknown', null],
    ['DELETE', '/v1/samples', 405, 'route.method-unknown', 'GET, HEAD, POST'],
    ['OPTIONS', `/v1/samples/${SAMPLE}`, 405, 'route.method-unknown', 'GET, HEAD'],
  ])('%s %s is %i', async (method, path, status, code, allow) => {
    const response = await fetch(app.url + path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    expect((await problemOf(response)).code).toBe(code);
  });

  test('a HEAD has the headers of a GET and no body', async () => {
    const response = await fetch(`${app.url}/v1/samples/${SAMPLE}`, {
      method: 'HEAD',
      headers: bearer(CREDENTIALS.reader),
    });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test.each([
    ['a bare line feed in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\nY b\r\n\r\n', /^HTTP\/1.1 400 /],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', /^HTTP\/1.1 400 /],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1.1 400 /,
    ],
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1.1 400 /],
    ['20 kB of headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1.1 431 /],
  ])('%s is refused before any route', async (_, text, expected) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(app.server.port, '127.0.0.1', () => socket.write(text));
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk;
      });
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(answer).toMatch(expected);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('"request_id":"req_');
  });

  test('an answer that strays from the contract is our failure, not the caller’s', async () => {
    const told = await problemOf(await post('/v1/samples/stray', ''));
    expect(told.code).toBe('server.failed');
    expect(app.logged()).not.toContain('Jörg');
  });

  test.each([
    ['a bug', () => new Error(CANARY), 500, 'server.failed'],
    ['a full disk of the database', () => Object.assign(new Error(CANARY), { code: '53100' }), 507, 'storage.full'],
    [
      'a full disk of the photos',
      () => Object.assign(new Error(CANARY), { code: 'storage.full' }),
      507,
      'storage.full',
    ],
    [
      'a full disk, wrapped',
      () => new Error('x', { cause: Object.assign(new Error(CANARY), { code: 'ENOSPC' }) }),
      507,
      'storage.full',
    ],
    [
      'a database that went away',
      () => Object.assign(new Error(CANARY), { code: '57P01' }),
      503,
      'server.database-unavailable',
    ],
    ['a deadlock', () => Object.assign(new Error(CANARY), { code: '40P01' }), 503, 'server.busy'],
  ])('%s ends as a problem, and the log says where, not what', async (_, make, status, code) => {
    failure.next = make;
    const response = await post('/v1/samples/fail', '');
    const told = await problemOf(response);
    expect([response.status, told.code]).toEqual([status, code]);
    expect(response.headers.has('retry-after')).toBe(status !== 500);
    const line = app
      .logged()
      .split('\n')
      .find((one) => one.includes(told.request_id) && one.includes('failure'));
    expect(line).toMatch(/test-app\.fixture\.ts|create-app\.test\.ts/);
    expect(app.logged()).not.toContain(CANARY);
  });

  test('a canary in path, query, header, cookie, method and body is in no log line and no metric', async () => {
    const headers = {
      'user-agent': CANARY,
      'x-forwarded-for': CANARY,
      'request-id': CANARY,
      referer: `https://${CANARY}`,
    };
    await fetch(`${app.url}/v1/${CANARY}?${CANARY}=${CANARY}`, { headers });
    await fetch(`${app.url}/v1/samples/${CANARY}?${CANARY}=1`, {
      headers: { ...headers, ...bearer(CREDENTIALS.reader) },
    });
    await fetch(`${app.url}/v1/samples`, { headers: { ...headers, authorization: CANARY, cookie: `a=${CANARY}` } });
    await post('/v1/samples', JSON.stringify({ name: CANARY, [CANARY]: CANARY }), { 'idempotency-key': CANARY });
    await post('/v1/samples', JSON.stringify({ name: CANARY }), { 'idempotency-key': CANARY });
    await new Promise<void>((resolve) => {
      const { port } = app.server;
      const odd = rawRequest({ port, method: 'PROPFIND', path: `/${CANARY}`, headers }, (response) => {
        response.resume().on('end', () => resolve());
      });
      odd.end();
    });
    expect(app.logged()).toContain('/v1/samples/{id}');
    expect(app.logged().toLowerCase()).not.toContain(CANARY.toLowerCase());
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('vidimus_http_requests_total{method="POST",route="/v1/samples",status="201"}');
    expect(metrics.toLowerCase()).not.toContain(CANARY.toLowerCase());
    const { rows } = await opened.pool.query('select * from idempotency');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });

  test('every answer says how it may be used', async () => {
    const response = await fetch(`${app.url}/v1/samples/${SAMPLE}`, { headers: bearer(CREDENTIALS.reader) });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'ratelimit-limit': '1000',
    });
  });

  test('a file is offered for saving under its name', async () => {
    const response = await fetch(`${app.url}/v1/samples/${SAMPLE}/file`, { headers: bearer(CREDENTIALS.link) });
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''report%27s%20copy.pdf");
    expect(await response.text()).toBe('%PDF');
  });

  test('signing in sets a cookie that only this host gets, and no script reads', async () => {
    const response = await post('/v1/sign-in', '{"token":"t1"}');
    expect(response.headers.get('set-cookie')).toBe(
      '__Host-vidimus_session=t1; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=3600',
    );
  });

  test.each([
    ['GET', `/v1/samples/${SAMPLE}`, null, 200],
    ['POST', '/v1/samples', '{"name":"from a loader"}', 201],
    ['POST', '/v1/samples', `{"name":"${'a'.repeat(300_000)}"}`, 413],
    ['GET', '/v1/nothing', null, 404],
  ])('pages of this process ask without a socket: %s %s', async (method, path, body, status) => {
    const headers = { ...bearer(CREDENTIALS.writer), ...json, 'idempotency-key': `loader-${status}` };
    const response = await app.request(path, { method, headers, body });
    expect([response.status, response.headers.get('x-content-type-options')]).toEqual([status, 'nosniff']);
    expect(app.parts.budget.inUse()).toBe(0);
  });

  test.each([
    ['name', { path: '/v1/elsewhere' }],
    ['method and path', { operationId: 'another' }],
    ['method and path, but for the word of a parameter', { operationId: 'another', path: '/v1/samples/{key}' }],
  ])('two routes of one %s are a bug', (_, change) => {
    const first = app.routes[0];
    if (first === undefined) throw new Error('there are routes');
    expect(() => createApp(app.parts, [first, { ...first, ...change }])).toThrow(/two routes are/);
  });

  test('a list comes in pages, and the last says so', async () => {
    const ids: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const response = await fetch(`${app.url}/v1/samples?limit=2${query}`, { headers: bearer(CREDENTIALS.reader) });
      const page: { data: { id: string }[]; has_more: boolean; next_cursor: string | null } = JSON.parse(
        await response.text(),
      );
      ids.push(...page.data.map(({ id }) => id));
      expect(page.has_more).toBe(page.next_cursor !== null);
      cursor = page.next_cursor;
      pages++;
    } while (cursor !== null);
    const all = await opened.db.selectFrom('policy').select('id').orderBy('id', 'desc').execute();
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(pages).toBe(Math.ceil(all.length / 2));
  });
});
