import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactCodeMadeSchema, contactCodeSchema } from '@vidimus/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAuditLog } from '../audit/store.ts';
import { readConfiguration } from '../configuration.ts';
import { openTestDatabase } from '../db/test-database.fixture.ts';
import { furnish } from '../furnish.ts';
import { type Listening, listenHttp } from '../http-listener.ts';
import { OpenJobs } from '../jobs/open-jobs.ts';
import { openLog } from '../log.ts';
import { openSafe } from '../open-safe.ts';
import { bootstrapOrganization } from '../people/organizations-store.ts';
import { RIGHTS } from '../people/right.ts';
import { Reader } from '../reader/reader.ts';
import { newKeyLines } from '../vault/key-lines.ts';
import { GatewayCatcher } from './gateway-catcher.ts';
import { openInbox } from './inbox.ts';
import { openSimulator } from './simulator.ts';

/** A server with its simulator, jobs and all, as `npm start` has them. */
async function openDemonstrationServer() {
  const database = await openTestDatabase();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'vidimus-simulator-'));
  const clock = () => new Date();
  const read = readConfiguration({});
  if (!read.ok) throw new Error(read.error.code);
  const configuration = read.value;
  const environment = { VIDIMUS_KEYS: newKeyLines(randomBytes) };
  const safe = await openSafe({ configuration, dataDirectory, database }, { environment, clock });
  if (!safe.ok) throw new Error(safe.error.code);
  const troubles: unknown[] = [];
  const jobs = await OpenJobs.start({ database, onTrouble: (one) => troubles.push(one) }, { supervises: false });
  const reader = new Reader({ processes: 1 });
  const simulator = await openSimulator(clock);
  const log = openLog({ write: () => {} });
  const furnished = await furnish(
    { configuration, dataDirectory, database, safe: safe.value, jobs, reader },
    { clock, log, version: '0.0.0', courier: simulator.settings, addPages: simulator.addPages },
  );
  simulator.receiptsGoTo(furnished.receive);
  await jobs.work(furnished.jobHandlers, { readers: 1 });
  const parts = { vault: safe.value.vault, audit: createAuditLog(clock), random: randomBytes, clock };
  const keys = [{ mode: 'test', name: 'k', scopes: RIGHTS }] as const;
  const owner = { name: 'O', email: 'owner@one.example' };
  const made = await bootstrapOrganization(database.db, parts, { name: 'One', owner, keys });
  if (!made.ok) throw new Error(made.error.code);
  const listening = await listenHttp(furnished.answer, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.code);
  return {
    listening: listening.value,
    key: made.value.keys[0]?.secret ?? '',
    troubles,
    close: async () => {
      await listening.value.close(1000);
      await jobs.close(5000);
      await furnished.close?.();
      await simulator.close();
      await reader.close();
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

let server: Awaited<ReturnType<typeof openDemonstrationServer>>;
let at: Listening;
beforeAll(async () => {
  server = await openDemonstrationServer();
  at = server.listening;
}, 60_000);
afterAll(() => server?.close());

const page = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(at.url + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const ask = async (method: string, path: string, json?: unknown) => {
  const response = await fetch(at.url + path, {
    method,
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
};
const send = async (channel: string, to: string) =>
  contactCodeMadeSchema.parse((await ask('POST', '/v1/contact-codes', { channel, to, purpose: 'sign_in' })).body);
const look = async (id: string) => contactCodeSchema.parse((await ask('GET', `/v1/contact-codes/${id}`)).body);
const PATIENCE = { timeout: 30_000, interval: 200 };

test.each([
  ['sms', '+50688880001', '/simulator/phones/50688880001', 'delivered'],
  ['call', '+50688880002', '/simulator/phones/50688880002', 'delivered'],
  ['whatsapp', '+50688880003', '/simulator/phones/50688880003', 'delivered'],
  ['email', 'anna@example.com', '/simulator', 'accepted'],
])(
  'a code by %s to %s is read on its page, and is the one',
  async (channel, to, path, state) => {
    const { id } = await send(channel, to);
    await vi.waitFor(async () => expect((await look(id)).deliveries[0]?.state).toBe(state), PATIENCE);
    const digits = /\b\d{6}\b/.exec((await page(path)).text.split('<main')[1]?.replaceAll(', ', '') ?? '')?.[0];
    const { body } = await ask('POST', `/v1/contact-codes/${id}/verify`, { code: digits });
    expect(body).toMatchObject({ accepted: true });
  },
  40_000,
);

test.each([
  ['sms', '+50688880911', 'absent_subscriber'],
  ['sms', '+50688880914', 'landline'],
  ['sms', '+50688880921', 'number_not_in_service'],
  ['call', '+50688880912', 'number_not_in_service'],
  ['email', 'unknown@example.com', 'mailbox_unknown'],
  ['push', 'removed-7', 'app_removed'],
  ['push', 'muted-7', 'notifications_off'],
  ['push', 'unknown-7', 'app_removed'],
])(
  'by %s to %s the history says why not: %s',
  async (channel, to, reason) => {
    const { id } = await send(channel, to);
    await vi.waitFor(
      async () => expect(await look(id)).toMatchObject({ deliveries: [{ state: 'undelivered', reason }] }),
      PATIENCE,
    );
  },
  40_000,
);

test('a notification is read on the phone that has the app, and its code is the one', async () => {
  const { id, hint } = await send('push', 'busy-person:4711/a');
  await vi.waitFor(async () => expect((await look(id)).deliveries[0]?.state).toBe('delivered'), PATIENCE);
  expect(hint).toBe('…11/a');
  const shown = (await page('/simulator')).text.split('id="apps"')[1]?.split('<h2')[0] ?? '';
  expect(shown).toContain('<code>busy-person:4711/a</code>');
  const digits = /(\d{6}) is your code for One\. Never tell it to anybody\./.exec(shown)?.[1];
  expect((await ask('POST', `/v1/contact-codes/${id}/verify`, { code: digits })).body).toMatchObject({
    accepted: true,
  });
}, 40_000);

test.each([
  ['a number', { to: '+50688880001' }, 'contact.not-a-push-reference', '/to'],
  ['an address', { to: 'anna@example.com' }, 'contact.not-a-push-reference', '/to'],
  ['too much', { to: 'a'.repeat(300) }, 'request.body-invalid', '/to'],
  [
    'another app beside it',
    { alternatives: [{ channel: 'push', to: 'person-2' }] },
    'request.body-invalid',
    '/alternatives/0/channel',
  ],
  [
    'no number beside it',
    { alternatives: [{ channel: 'sms', to: 'person-2' }] },
    'contact.not-a-number',
    '/alternatives/0/to',
  ],
])('a code by push to %s is refused as a problem that says where', async (_what, body, code, pointer) => {
  const answer = await ask('POST', '/v1/contact-codes', { channel: 'push', to: 'person-1', ...body });
  expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
});

test('a number that is served by the second route alone gets it there', async () => {
  const { id } = await send('sms', '+50688880903');
  await vi.waitFor(
    async () =>
      expect(await look(id)).toMatchObject({ deliveries: [{ state: 'delivered', route: 'simulated-sms-2' }] }),
    PATIENCE,
  );
}, 40_000);

test('the page is for this machine alone', async () => {
  const own = await page('/simulator');
  expect(own.status).toBe(200);
  expect(own.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(own.text).toContain('…911');
  expect(own.text).not.toContain('<script');
  expect((await page('/simulator', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  const status = await new Promise<number | undefined>((resolve) => {
    request(`${at.url}/simulator`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(404);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'hello'],
  ['another document', '{"channel":"sms"}'],
  ['too much', 'x'.repeat(200_000)],
])('a stranger who posts %s to the gateway is refused, and ends nothing', async (_what, body) => {
  const gateway = await GatewayCatcher.listen(openInbox(() => new Date()));
  try {
    const answer = await fetch(gateway.url, { method: 'POST', body });
    expect(answer.status).toBe(400);
  } finally {
    await gateway.close();
  }
});

test('no job failed', () => {
  expect(server.troubles).toEqual([]);
});
