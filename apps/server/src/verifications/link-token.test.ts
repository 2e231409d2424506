import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashLink, isLinkToken, newLink } from './link-token.ts';

test.each([
  ['apply', 'vat_'],
  ['receipt', 'vrt_'],
] as const)('a link of the kind %s begins with %s, and no two are equal', (kind, prefix) => {
  const [one, other] = [newLink(kind), newLink(kind)];
  expect(one.token.startsWith(prefix)).toBe(true);
  expect(isLinkToken(one.token)).toBe(true);
  expect(one.token).not.toBe(other.token);
  expect(one.hash).toEqual(hashLink(one.token));
  expect(one.hash.toString('utf8')).not.toContain(one.token);
});

test.each([
  '',
  'vat_',
  `vat_${'a'.repeat(42)}`,
  `vat_${'a'.repeat(44)}`,
  `vxt_${'a'.repeat(43)}`,
  `vat_${'ä'.repeat(43)}`,
])('%j is no link', (word) => expect(isLinkToken(word)).toBe(false));

test('no other word looks like one', () => {
  fc.assert(fc.property(fc.string(), (word) => !isLinkToken(word) || /^v[ar]t_/.test(word)));
});
