import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allowNetworks } from './allow-networks.fixture.ts';
import { LOOPBACK_CERTIFICATE } from './loopback-certificate.fixture.ts';
import { openReceiver, type Receiver } from './receiver.fixture.ts';
import type { ResolveHost } from './resolve-host.ts';
import { type SenderParts, webhookSender } from './send-webhook.ts';

const LOOPBACK = allowNetworks('127.0.0.0/8');
const NEVER = new AbortController().signal;
const noDns: ResolveHost = async (name) => {
  throw new Error(`nobody may ask for ${name}`);
};
/** A name server that answers the first question with the first list, the second with the second, and so on. */
function answering(...answers: readonly (readonly string[])[]): ResolveHost & { readonly asked: string[] } {
  const asked: string[] = [];
  return Object.assign(async (name: string) => answers[asked.push(name) - 1] ?? [], { asked });
}

let http: Receiver;
let https: Receiver;
beforeAll(async () => {
  http = await openReceiver('http');
  https = await openReceiver('https');
});
afterAll(() => Promise.all([http.close(), https.close()]));
beforeEach(() => {
  for (const receiver of [http, https]) {
    receiver.received.length = 0;
    receiver.answer(204);
  }
});

async function send(url: string, parts: Partial<SenderParts> = {}) {
  const whole = { resolve: noDns, allowed: LOOPBACK, certificates: [LOOPBACK_CERTIFICATE], ...parts };
  const sent = await webhookSender(whole)({ url, headers: { 'webhook-id': 'evt_1' }, body: '{"a":1}' }, NEVER);
  return sent.ok ? sent.value : sent.error.code;
}
const plain = () => `http://127.0.0.1:${http.port}/hook?a=b`;

describe('what arrives', () => {
  test('the body, the headers, the whole path and who it is for', async () => {
    expect(await send(plain())).toBe(204);
    const { path, headers, body } = http.received[0] ?? { path: '', headers: {}, body: '' };
    expect({ path, body }).toEqual({ path: '/hook?a=b', body: '{"a":1}' });
    expect(headers).toMatchObject({ host: `127.0.0.1:${http.port}`, 'webhook-id': 'evt_1', 'content-length': '7' });
  });

  test('over TLS with the name for SNI, Host and certificate, at the address that was looked up', async () => {
    const resolve = answering(['127.0.0.1']);
    expect(await send(`https://hooks.example:${https.port}/`, { resolve })).toBe(204);
    expect(https.received[0]?.headers.host).toBe(`hooks.example:${https.port}`);
    expect(resolve.asked).toEqual(['hooks.example']);
  });

  test.each([200, 299, 301, 302, 307, 400, 404, 410, 429, 500, 503])(
    'status %i is the answer, and final',
    async (status) => {
      http.answer((response) => response.writeHead(status, { location: plain() }).end());
      expect(await send(plain())).toBe(status);
      expect(http.received).toHaveLength(1);
    },
  );
});

describe('names that stand for an inside', () => {
  const nowhere = allowNetworks();
  test.each([
    [['127.0.0.1']],
    [['10.0.0.7']],
    [['169.254.169.254']],
    [['168.63.129.16']],
    [['100.64.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['fd00::1']],
    [['64:ff9b::7f00:1']],
    [['8.8.8.8', '127.0.0.1']],
    [['2606:4700::1111', '::1']],
    [['not an address']],
  ])('%j', async (addresses) => {
    expect(await send('https://hooks.example/', { resolve: answering(addresses), allowed: nowhere })).toBe(
      'webhook-address.not-global',
    );
  });

  test('a name without an address', async () => {
    expect(await send('https://hooks.example/', { resolve: answering([]) })).toBe('webhook-address.not-found');
  });

  test('a name is looked up once: what it stands for a moment later changes nothing', async () => {
    const resolve = answering(['127.0.0.1'], ['127.0.0.2']);
    expect(
      await send(`https://hooks.example:${https.port}/`, { resolve, allowed: allowNetworks('127.0.0.1/32') }),
    ).toBe(204);
    expect(resolve.asked).toHaveLength(1);
  });

  test('first public, then private: the second delivery is refused', async () => {
    const resolve = answering(['127.0.0.1'], ['127.0.0.2']);
    const send2 = () =>
      send(`https://hooks.example:${https.port}/`, { resolve, allowed: allowNetworks('127.0.0.1/32') });
    expect([await send2(), await send2()]).toEqual([204, 'webhook-address.not-global']);
    expect(https.received).toHaveLength(1);
  });

  test('plain HTTP reaches the networks that the operator named, and no others', async () => {
    expect(await send('http://hooks.example/', { resolve: answering(['8.8.8.8']) })).toBe('webhook-url.not-https');
  });
});

describe('receivers that misbehave', () => {
  test('one that never answers is left after the whole time', async () => {
    http.answer(() => {});
    const started = performance.now();
    expect(await send(plain(), { wholeTimeoutMs: 300 })).toBe('webhook-send.timeout');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('one that takes the connection and never shakes hands', async () => {
    const silent = createServer();
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await send(`https://127.0.0.1:${port}/`, { connectTimeoutMs: 200 })).toBe('webhook-send.timeout');
    silent.close();
  });

  test('a name server that never answers counts against the same time', async () => {
    const resolve: ResolveHost = (_name, signal) => once(signal, 'abort').then(() => signal.throwIfAborted() ?? []);
    expect(await send('https://hooks.example/', { resolve, wholeTimeoutMs: 100 })).toBe('webhook-send.timeout');
  });

  test('a huge answer is cut, and its status stands', async () => {
    let written = 0;
    http.answer((response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
        written += chunk.length;
      };
      response.on('drain', pour).writeHead(200);
      pour();
    });
    expect(await send(plain())).toBe(200);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  test('a body that dawdles does not take the status back', async () => {
    http.answer((response) => response.writeHead(202).write('x'));
    expect(await send(plain(), { wholeTimeoutMs: 300 })).toBe(202);
  });

  test('headers without end are a bad answer', async () => {
    http.answer((response) => response.writeHead(200, { long: 'x'.repeat(20_000) }).end());
    expect(await send(plain())).toBe('webhook-send.bad-answer');
  });

  test('a connection that breaks is no answer', async () => {
    http.answer((response) => response.destroy());
    expect(await send(plain())).toBe('webhook-send.no-connection');
  });

  test('nobody listens', async () => {
    expect(await send('http://127.0.0.1:1024/')).toBe('webhook-send.no-connection');
  });
});

describe('other protocols', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => socket.on('error', () => {}).end('220 mail.example ESMTP\r\n'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());
  const port = () => {
    const address = server.address();
    return typeof address === 'object' ? address?.port : undefined;
  };
  test('what does not speak HTTP', async () => {
    expect(await send(`http://127.0.0.1:${port()}/`)).toBe('webhook-send.bad-answer');
  });
  test('what does not speak TLS', async () => {
    expect(await send(`https://127.0.0.1:${port()}/`)).toBe('webhook-send.tls');
  });
});

describe('certificates', () => {
  test('one of nobody known', async () => {
    expect(await send(`https://127.0.0.1:${https.port}/`, { certificates: [] })).toBe('webhook-send.tls');
  });
  test('one of another host', async () => {
    expect(await send(`https://other.example:${https.port}/`, { resolve: answering(['127.0.0.1']) })).toBe(
      'webhook-send.tls',
    );
  });
  test('an environment that trusts everybody is not heeded', async () => {
    await withEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, async () => {
      expect(await send(`https://127.0.0.1:${https.port}/`, { certificates: [] })).toBe('webhook-send.tls');
    });
  });
});

test('no proxy of the environment is used', async () => {
  const proxy = await openReceiver('http');
  const address = `http://127.0.0.1:${proxy.port}`;
  await withEnvironment(
    { HTTP_PROXY: address, HTTPS_PROXY: address, ALL_PROXY: address, NODE_USE_ENV_PROXY: '1' },
    () => send(plain()),
  );
  expect([http.received.length, proxy.received.length]).toEqual([1, 0]);
  await proxy.close();
});

test('stopping the process stops the sending', async () => {
  http.answer(() => {});
  const stop = new AbortController();
  const sending = webhookSender({ resolve: noDns, allowed: LOOPBACK })(
    { url: plain(), headers: {}, body: '' },
    stop.signal,
  );
  setTimeout(() => stop.abort(new Error('stopping')), 50);
  await expect(sending).rejects.toThrow('stopping');
});

async function withEnvironment(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<unknown>,
): Promise<void> {
  Object.assign(process.env, variables);
  await work();
  for (const name of Object.keys(variables)) delete process.env[name];
}
