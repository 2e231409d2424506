import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_TYPES, TEST_EVENT_TYPE } from '@vidimus/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { allowNetworks } from './allow-networks.fixture.ts';
import { createWebhookReceiver } from './example-receiver.fixture.ts';
import { webhookSender } from './send-webhook.ts';
import { secretText, signWebhook } from './sign-webhook.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../../docs/integration/webhooks.md'), 'utf8');
const CODE = /(?<=["`'])webhook-(?:url|address|send|endpoint)\.[a-z][a-z-]*[a-z](?=["`'])/g;

test('the guide shows the receiver that is tested here', () => {
  expect(GUIDE).toContain(readFileSync(join(import.meta.dirname, 'example-receiver.fixture.ts'), 'utf8'));
});

test('the guide names every type of event, and no other', () => {
  const named = [...GUIDE.matchAll(/^\| `((?:verification|appeal|messages|account|webhook)\.[a-z_]+)`/gm)].map(
    ([, type]) => type,
  );
  expect(named).toEqual([...EVENT_TYPES, TEST_EVENT_TYPE]);
});

test('every code in the guide is one of the code, and every code of URLs, addresses and sending is in the guide', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const ofTheCode = new Set(sources.flatMap((source) => source.match(CODE) ?? []));
  const ofTheGuide = new Set(GUIDE.match(CODE) ?? []);
  expect([...ofTheGuide].filter((code) => !ofTheCode.has(code))).toEqual([]);
  const routesOnly = ['webhook-endpoint.not-found', 'webhook-endpoint.too-many'];
  expect([...ofTheCode].filter((code) => !ofTheGuide.has(code) && !routesOnly.includes(code))).toEqual([]);
});

describe('the receiver of the guide', () => {
  const SECRET = secretText(Buffer.alloc(32, 1));
  const taken: unknown[] = [];
  const server = createWebhookReceiver(SECRET, async (event) => {
    taken.push(event);
  });
  afterEach(() => {
    taken.length = 0;
  });

  test('takes an event once, says yes to the same again, and refuses what others signed', async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const send = webhookSender({ allowed: allowNetworks('127.0.0.0/8'), resolve: async () => [] });
    const post = (id: string, secret: string) => {
      const body = '{"type":"verification.approved"}';
      const headers = { ...signWebhook({ id, at: new Date(), body }, [secret]) };
      return send({ url: `http://127.0.0.1:${address.port}/`, headers, body }, new AbortController().signal);
    };
    const answers = [
      await post('evt_1', SECRET),
      await post('evt_1', SECRET),
      await post('evt_2', secretText(Buffer.alloc(32, 2))),
    ];
    expect(answers).toEqual([204, 204, 401].map((value) => ({ ok: true, value })));
    expect(taken).toEqual([{ type: 'verification.approved' }]);
    server.close();
  });
});
