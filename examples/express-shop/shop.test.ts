/** The shop as it is, beside a real server: a customer is photographed, refused with reasons, photographed again, and let in. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createApplicant, createVidimus } from '@vidimus/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';

const vidimusBin = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'vidimus.mjs');
/** Of processes that load models and make tables, on a machine that does other things as well. */
const STARTS_MS = 180_000;
const WHOLE_WAY_MS = 240_000;

const folder = mkdtempSync(join(tmpdir(), 'vidimus-shop-'));
const children: ChildProcess[] = [];
let vidimusUrl: string;
let shopUrl: string;

beforeAll(async () => {
  const [vidimusPort, shopPort] = [await freePort(), await freePort()];
  vidimusUrl = `http://127.0.0.1:${vidimusPort}`;
  shopUrl = `http://127.0.0.1:${shopPort}`;
  await started([vidimusBin, 'serve', '--demonstration'], 'Vidimus is ready', {
    PORT: String(vidimusPort),
    VIDIMUS_DATA: folder,
    VIDIMUS_WEBHOOK_NETWORKS: '127.0.0.0/8',
    VIDIMUS_READERS: '1',
  });
  const key: string = JSON.parse(readFileSync(join(folder, 'demonstration.json'), 'utf8')).test_key;
  const vidimus = createVidimus({ baseUrl: vidimusUrl, key });
  const { secret } = await vidimus.webhooks.createEndpoint({ url: `${shopUrl}/webhooks/vidimus`, events: ['*'] });
  await started([join(import.meta.dirname, 'shop.ts')], 'The shop listens', {
    PORT: String(shopPort),
    VIDIMUS_URL: vidimusUrl,
    VIDIMUS_KEY: key,
    VIDIMUS_WEBHOOK_SECRET: secret,
    SHOP_PAGE: 'https://shop.example/who-are-you',
  });
}, STARTS_MS);

afterAll(async () => {
  for (const child of children.toReversed()) {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}, STARTS_MS);

test('a customer is sent to the page that verifies, told why not, and let in', { timeout: WHOLE_WAY_MS }, async () => {
  expect(await visit('7')).toEqual([403, 'Please verify who you are, at …/verify']);

  const links = await Promise.all([linkOf('7'), linkOf('7')]);
  expect(new Set(links).size).toBe(1);
  expect(links[0]).toMatch(/^https:\/\/shop\.example\/who-are-you#vat_/);
  const applicant = createApplicant({ baseUrl: vidimusUrl, token: new URL(links[0]).hash.slice(1) });
  await applicant.answerConsent({ document: true });
  await applicant.answerDetails({ document_type: 'passport' });
  await applicant.photographDocument('front', drawn('--fault', 'glare:expiry_date', '--seed', '29'));
  await applicant.submitVerification();
  const [status, page] = await visitUntil('7', /^Not yet: action_required/);
  expect(status).toBe(403);
  expect(page).toMatch(/light|glare|reflection/i);
  expect(page).toMatch(/Go on at/);

  await applicant.photographDocument('front', drawn('--seed', '29'));
  await applicant.submitVerification();
  expect(await visitUntil('7', /^Welcome/)).toEqual([200, 'Welcome. The shop is open to you.']);
  expect((await visit('8'))[0]).toBe(403);
});

test('a webhook that somebody else signed is refused', async () => {
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'evt_1',
    'webhook-timestamp': '1',
    'webhook-signature': 'v1,AA==',
  };
  const { status } = await fetch(`${shopUrl}/webhooks/vidimus`, { method: 'POST', headers, body: '{}' });
  expect(status).toBe(401);
});

test('the shop has fewer than 60 lines', () => {
  expect(readFileSync(join(import.meta.dirname, 'shop.ts'), 'utf8').split('\n').length).toBeLessThan(60);
});

async function visit(customer: string): Promise<readonly [status: number, page: string]> {
  const response = await fetch(`${shopUrl}/customers/${customer}`);
  return [response.status, await response.text()];
}

/** Looks again and again until the page says that. */
async function visitUntil(customer: string, says: RegExp): Promise<readonly [status: number, page: string]> {
  const until = Date.now() + WHOLE_WAY_MS / 3;
  for (;;) {
    const seen = await visit(customer);
    if (says.test(seen[1]) || Date.now() > until) return seen;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function linkOf(customer: string): Promise<string> {
  const response = await fetch(`${shopUrl}/customers/${customer}/verify`, { redirect: 'manual' });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

function drawn(...asked: readonly string[]): Blob {
  const file = join(folder, 'photo.jpg');
  execFileSync(process.execPath, [vidimusBin, 'specimen', ...asked, '-o', file], { stdio: 'ignore' });
  return new Blob([readFileSync(file)], { type: 'image/jpeg' });
}

/** Runs until it says so on its standard output. */
async function started(command: readonly string[], says: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const told: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()));
  for await (const line of createInterface(child.stdout)) {
    told.push(line);
    if (line.startsWith(says)) {
      child.stdout.resume();
      return;
    }
  }
  throw new Error(`${command.join(' ')} ended: ${told.join('\n')}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
