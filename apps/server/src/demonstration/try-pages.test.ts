/** Whom `/try` serves: whoever sits at this machine, and no page of elsewhere that their browser shows. */
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppEnv } from '../http/app-context.ts';
import { addTryPages, TRY_PATH } from './try-pages.ts';

let server: ServerType;
let here: string;
let made = 0;
const policies: { id: string; name: string; published_version: number; is_default: boolean }[] = [];
const asked: unknown[] = [];
const defaults: string[] = [];
beforeAll(async () => {
  const app = new Hono<AppEnv>();
  app.post('/v1/verifications', (c) => {
    made += 1;
    return c.json({ link: { url: 'http://localhost/verify/vat_1' } }, 201);
  });
  app.post('/v1/contact-codes', async (c) => {
    asked.push(await c.req.json());
    return c.json({ url: 'http://localhost/code/vcp_1' }, 201);
  });
  app.get('/v1/policies', (c) => c.json({ data: policies }));
  app.post('/v1/policies', async (c) => {
    const { document } = await c.req.json();
    policies.push({ id: 'pol_2', name: document.name, published_version: 1, is_default: false });
    return c.json({ id: 'pol_2' }, 201);
  });
  app.post('/v1/policies/:id/make-default', (c) => {
    defaults.push(c.req.param('id'));
    return c.json({});
  });
  app.post('/v1/policies/:id/publish', (c) => c.json({}));
  addTryPages(app, { key: 'k', policy: 'p', clock: () => new Date(), draw: async () => [] });
  const address = await new Promise<AddressInfo>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  });
  here = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server?.close());

const press = (headers: Readonly<Record<string, string>>) =>
  fetch(here + TRY_PATH, { method: 'POST', headers, redirect: 'manual' });

test.each([['https://evil.example'], ['null'], ['http://127.0.0.1:1']])(
  'a form of %s begins nothing',
  async (origin) => {
    expect((await press({ origin })).status).toBe(404);
    expect(made).toBe(0);
  },
);

test('its own form leads to a fresh link', async () => {
  expect((await fetch(here + TRY_PATH)).headers.get('referrer-policy')).toBe('same-origin');
  const pressed = await press({ origin: here });
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/verify/vat_1']);
});

test('a code is sent to the number that was chosen, and leads to its page', async () => {
  const choose = (to: string, origin: string) =>
    fetch(`${here}/try/code`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ to }),
      redirect: 'manual',
    });
  const pressed = await choose('911', here);
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/code/vcp_1']);
  await choose('full@demonstration.example', here);
  await choose('+1 900 555 0100', here);
  expect(asked).toMatchObject([
    { channel: 'sms', to: expect.stringMatching(/^\+506888\d\d911$/) },
    { channel: 'email', to: 'full@demonstration.example' },
    { channel: 'sms', to: expect.stringMatching(/^\+506888\d\d001$/) },
  ]);
  expect((await choose('911', 'https://evil.example')).status).toBe(404);
  expect(asked).toHaveLength(3);
});

test('who speaks for others is told nothing', async () => {
  expect((await press({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
});

test('with a telephone number: a policy that asks for one is made once', async () => {
  const pressOne = () =>
    fetch(`${here}${TRY_PATH}/with-a-telephone-number`, {
      method: 'POST',
      headers: { origin: here },
      redirect: 'manual',
    });
  expect((await pressOne()).headers.get('location')).toBe('/verify/vat_1');
  expect((await pressOne()).status).toBe(303);
  expect(policies.map(({ name }) => name)).toEqual(['Trying out (not for real applicants), with a telephone number']);
  // Before there were two.
  expect(defaults[0]).toBe('p');
});
