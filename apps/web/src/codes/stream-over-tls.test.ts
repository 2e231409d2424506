/** The stream of a code's page as it is served: over TLS, never gathered or squeezed, and no reason for a server to stay. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../../server/src/free-port.fixture.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const START_MS = 120_000;
const PATIENCE = { timeout: 20_000 };
/** Whoever stops containers waits ten seconds before it kills; a stream must not use them up. */
const STOPS_WITHIN_MS = 6000;
const madeSchema = z.object({ url: z.url() });
const keySchema = z.object({ live_key: z.string() });

let server: ChildProcess;
let port: number;
let key: string;
const dataDirectory = mkdtempSync(join(tmpdir(), 'vidimus-tls-'));
beforeAll(async () => {
  port = await freePort();
  const command = [join(ROOT, 'apps', 'cli', 'vidimus.mjs'), 'serve', '--demonstration', '--tls', 'self-signed'];
  server = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, VIDIMUS_DATA: dataDirectory, PORT: String(port), VIDIMUS_READERS: '1' },
  });
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await vi.waitFor(() => expect(said).toContain('Vidimus is ready'), { timeout: START_MS });
  key = keySchema.parse(JSON.parse(readFileSync(join(dataDirectory, 'demonstration.json'), 'utf8'))).live_key;
}, START_MS);
afterAll(() => {
  server.kill('SIGKILL');
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function ask(path: string, body?: object): Promise<IncomingMessage> {
  const asked = request({
    host: 'localhost',
    port,
    path,
    method: body === undefined ? 'GET' : 'POST',
    // Its certificate is its own, and nobody's business here.
    rejectUnauthorized: false,
    headers: {
      'accept-encoding': 'br, gzip, deflate',
      ...(body === undefined ? {} : { authorization: `Bearer ${key}`, 'content-type': 'application/json' }),
    },
  });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

test('over TLS each event comes as it happens, and a server that stops ends the stream', {
  timeout: START_MS,
}, async () => {
  const made = madeSchema.parse(await json(await ask('/v1/contact-codes', { channel: 'sms', to: '+50688880001' })));
  const stream = await ask(`${new URL(made.url).pathname}/events`);
  expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  expect(stream.headers).not.toHaveProperty('content-encoding');
  let told = '';
  const ended = once(stream, 'end');
  stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
  await expect.poll(() => told, PATIENCE).toContain('"state":"delivered"');
  const stopping = performance.now();
  server.kill('SIGTERM');
  await ended;
  const [status] = await once(server, 'exit');
  expect(status).toBe(0);
  expect(performance.now() - stopping).toBeLessThan(STOPS_WITHIN_MS);
});
