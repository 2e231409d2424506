import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHosts } from './read-hosts.server.ts';

test.each([
  ['nothing', '', []],
  [
    'hosts, with empty lines between them',
    'shop.example.com\n\n  pay.example.com \r\n',
    ['shop.example.com', 'pay.example.com'],
  ],
  ['capitals, and the same host twice', 'Shop.example.com\nshop.example.com', ['shop.example.com']],
  ['an international name, as it goes over the wire', 'münchen.example', ['xn--mnchen-3ya.example']],
])('%s is read', (_, text, hosts) => {
  expect(readHosts(text)).toEqual({ ok: true, value: hosts });
});

test.each([
  ['an address', 'https://Shop.example.com/done', { why: 'address', host: 'shop.example.com' }],
  ['a host with a port', 'shop.example.com:8443', { why: 'address', host: 'shop.example.com' }],
  ['a host with a path', 'shop.example.com/done', { why: 'address', host: 'shop.example.com' }],
  ['a star', '*.example.com', { why: 'star' }],
  ['two hosts on a line', 'shop.example.com pay.example.com', { why: 'host' }],
  ['a number of IPv6', '[::1]', { why: 'host' }],
  ['a part that begins with a hyphen', '-shop.example.com', { why: 'host' }],
])('%s is told with its line, and nothing is taken', (_, value, told) => {
  expect(readHosts(`good.example\n${value}`)).toEqual({ ok: false, error: [{ line: 2, value, ...told }] });
});

test('what was read once is read as the same again, whatever was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (text) => {
      const read = readHosts(text);
      if (read.ok) expect(readHosts(read.value.join('\n'))).toEqual(read);
      else expect(read.error.length).toBeGreaterThan(0);
    }),
  );
});
