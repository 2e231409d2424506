/** Pages for whoever sits at the machine are told to nobody behind a proxy on it. */
import { expect, test } from 'vitest';
import { isFromThisMachine } from './from-this-machine.ts';

type More = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
  readonly httpVersion?: string;
};
const here = (more: More) => ({
  headers: { host: '127.0.0.1:3000', ...more.headers },
  httpVersion: more.httpVersion ?? '1.1',
  socket: { remoteAddress: more.remoteAddress ?? '127.0.0.1', localPort: 3000 },
});

test.each([
  ['by its address', {}],
  ['by its name', { headers: { host: 'localhost:3000' } }],
  ['by IPv6', { headers: { host: '[::1]:3000' }, remoteAddress: '::1' }],
  ['by IPv4 in IPv6', { remoteAddress: '::ffff:127.0.0.1' }],
])('this machine, %s', (_, asked) => {
  expect(isFromThisMachine(here(asked))).toBe(true);
});

test.each<readonly [string, More]>([
  ['another machine', { remoteAddress: '192.0.2.7' }],
  ['a name of elsewhere', { headers: { host: 'evil.example:3000' } }],
  ['a name that only begins like ours', { headers: { host: 'localhost.evil.example:3000' } }],
  ['the port of a proxy', { headers: { host: 'localhost' } }],
  ['a proxy that was told nothing (HTTP/1.0)', { httpVersion: '1.0' }],
  ...[
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'forwarded',
    'via',
    'x-real-ip',
    'cf-connecting-ip',
    'true-client-ip',
    'x-original-forwarded-for',
  ].map((name) => [`whoever speaks for others (${name})`, { headers: { [name]: '127.0.0.1' } }] as const),
])('not %s', (_, asked) => {
  expect(isFromThisMachine(here(asked))).toBe(false);
});

test('not a request without a socket', () => {
  expect(isFromThisMachine(undefined)).toBe(false);
});
