import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowNetworks } from './allow-networks.fixture.ts';
import { dnsResolver, resolveSafely } from './resolve-host.ts';

const A = 1;
const AAAA = 28;
const NXDOMAIN = 3;
const HEADER_BYTES = 12;
const NEVER = new AbortController().signal;

/** What the name server below knows; a name that it does not know gets no answer at all, or NXDOMAIN. */
const ZONE: Readonly<Record<string, Readonly<Record<number, readonly (readonly number[])[]>>>> = {
  'both.example': { [A]: [[8, 8, 8, 8]], [AAAA]: [[0x26, 6, 0x47, 0, ...Array(10).fill(0), 0x11, 0x11]] },
  'inside.example': {
    [A]: [
      [8, 8, 8, 8],
      [10, 0, 0, 7],
    ],
  },
  'inside-by-v6.example': { [A]: [[8, 8, 8, 8]], [AAAA]: [[...Array(15).fill(0), 1]] },
  'many.example': { [A]: Array.from({ length: 20 }, (_, i) => [8, 8, 8, i]) },
  'missing.example': {},
};

let server: Socket;
let resolve: ReturnType<typeof dnsResolver>;
beforeAll(async () => {
  server = createSocket('udp4');
  server.on('message', (query, from) => {
    const answer = answerTo(query);
    if (answer !== undefined) server.send(answer, from.port, from.address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  resolve = dnsResolver([`127.0.0.1:${server.address().port}`]);
});
afterAll(() => server.close());

describe('asked of a real name server', () => {
  test.each([
    ['both.example', ['8.8.8.8', '2606:4700::1111']],
    ['missing.example', []],
  ])('%s: %j', async (name, addresses) => {
    expect(await resolve(name, NEVER)).toEqual(addresses);
  });

  test('one that never answers is waited for until the signal, and no longer', async () => {
    const started = performance.now();
    await expect(resolve('silent.example', AbortSignal.timeout(100))).rejects.toThrow(/timeout/);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('one address of an inside refuses the name', () => {
  test.each([
    ['inside.example', 'private'],
    ['inside-by-v6.example', 'loopback'],
  ])('%s', async (name, range) => {
    const refused = await resolveSafely(new URL(`https://${name}/`), { resolve, allowed: allowNetworks() }, NEVER);
    expect(refused).toEqual({ ok: false, error: { code: 'webhook-address.not-global', range } });
  });
});

test('of many addresses eight are tried', async () => {
  const found = await resolveSafely(new URL('https://many.example/'), { resolve, allowed: allowNetworks() }, NEVER);
  expect(found.ok && found.value).toHaveLength(8);
});

/** RFC 1035 §4.1, as much of it as one question takes. */
function answerTo(query: Buffer): Buffer | undefined {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = query.readUInt16BE(at + 1);
  const question = query.subarray(HEADER_BYTES, at + 5);
  const known = ZONE[labels.join('.').toLowerCase()];
  if (known === undefined) return undefined;
  const records = (known[type] ?? []).map((address) => {
    const head = Buffer.from([0xc0, HEADER_BYTES, 0, type, 0, 1, 0, 0, 0, 0, 0, address.length]);
    return Buffer.concat([head, Buffer.from(address)]);
  });
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (Object.keys(known).length === 0 ? NXDOMAIN : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question, ...records]);
}
