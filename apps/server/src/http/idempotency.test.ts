import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { CREDENTIALS, openTestApp, TEST_ORGANIZATION, type TestApp } from './test-app.fixture.ts';

const HOUR_MS = 3_600_000;
const PARALLEL = 100;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let app: TestApp;
  const clock = { now: new Date('2026-03-01T09:00:00Z') };
  const failure = { calls: 0 };

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const created_at = clock.now;
    await opened.db.insertInto('organization').values({ id: TEST_ORGANIZATION, name: 'o', created_at }).execute();
    const fail = () => {
      failure.calls++;
      return new Error('fail');
    };
    app = await openTestApp(opened, { fail }, { clock: () => clock.now });
  });
  afterAll(async () => {
    await app.close();
    await opened.close();
  });

  const post = (key: string, body: unknown, { path = '/v1/samples', token = CREDENTIALS.writer as string } = {}) =>
    fetch(app.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const made = async (name: string) =>
    (await opened.db.selectFrom('policy').select('id').where('name', '=', name).execute()).length;

  test(`${PARALLEL} parallel posts with one key make one object, and all get its answer`, async () => {
    const answers = await Promise.all(
      Array.from({ length: PARALLEL }, async () => {
        const response = await post('parallel', { name: 'parallel' });
        return {
          status: response.status,
          replayed: response.headers.get('idempotent-replayed'),
          body: await response.text(),
        };
      }),
    );
    expect(await made('parallel')).toBe(1);
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(answers.filter(({ replayed }) => replayed === 'true')).toHaveLength(PARALLEL - 1);
  });

  test.each([
    ['another body', { name: 'other' }, '/v1/samples'],
    ['another address', { name: 'one' }, '/v1/samples?'],
    ['another route', {}, '/v1/samples/fail'],
  ])('the same key with %s is refused', async (what, body, path) => {
    await post(`reused ${what}`.replaceAll(' ', '-'), { name: 'one' });
    const again = await post(`reused ${what}`.replaceAll(' ', '-'), body, { path });
    const { code } = z.object({ code: z.string().optional() }).parse(await again.json());
    expect([again.status, code]).toEqual(
      // An empty query is no other address.
      path === '/v1/samples?' ? [201, undefined] : [422, 'idempotency.key-reused'],
    );
  });

  test('two keys of one organization do not share their idempotency keys', async () => {
    await post('shared', { name: 'shared' });
    const other = await fetch(`${app.url}/v1/samples`, {
      method: 'POST',
      headers: {
        cookie: `__Host-vidimus_session=${CREDENTIALS.memberWriter}`,
        origin: 'https://verify.example',
        'content-type': 'application/json',
        'idempotency-key': 'shared',
      },
      body: JSON.stringify({ name: 'shared' }),
    });
    expect([other.status, other.headers.get('idempotent-replayed'), await made('shared')]).toEqual([201, null, 2]);
  });

  test.each([
    ['refuse-404', 404, true, 1],
    ['refuse-409', 409, false, 0],
    ['refuse-503', 503, false, 0],
  ])(
    '%s: the refusal is kept: %s %s, and what was written before it stays %i times',
    async (name, status, kept, rows) => {
      expect((await post(name, { name })).status).toBe(status);
      const again = await post(name, { name });
      expect([again.status, again.headers.get('idempotent-replayed') === 'true']).toEqual([status, kept]);
      expect(await made(name)).toBe(rows);
    },
  );

  test('a failure is not kept: the same key tries again', async () => {
    const before = failure.calls;
    expect((await post('fails', {}, { path: '/v1/samples/fail' })).status).toBe(500);
    expect((await post('fails', {}, { path: '/v1/samples/fail' })).status).toBe(500);
    expect(failure.calls - before).toBe(2);
  });

  test('a request that does not fit is not kept: mended, it may use the key again', async () => {
    expect((await post('mended', { name: 1 })).status).toBe(422);
    expect((await post('mended', { name: 'mended' })).status).toBe(201);
  });

  test('a route that opens its own transactions keeps no answer', async () => {
    await post('own', {}, { path: '/v1/samples/wait' });
    const again = await post('own', {}, { path: '/v1/samples/wait' });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([204, null]);
  });

  test('after 24 hours a key is as good as new', async () => {
    const began = clock.now;
    const first = await (await post('old', { name: 'old' })).json();
    clock.now = new Date(began.getTime() + 24 * HOUR_MS - 1);
    expect(await (await post('old', { name: 'old' })).json()).toEqual(first);
    clock.now = new Date(began.getTime() + 24 * HOUR_MS);
    const late = await post('old', { name: 'old again' });
    expect([late.status, late.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });
});
