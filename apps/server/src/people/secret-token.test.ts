import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashSecret, hintOf, isSecret, newSecret, type SecretPrefix } from './secret-token.ts';

const PREFIXES: readonly SecretPrefix[] = ['sk_live', 'sk_test', 'vss', 'vsi'];
const prefixes = fc.constantFrom(...PREFIXES);
const randoms = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a secret', () => {
  test('is of its kind and of no other', () => {
    fc.assert(
      fc.property(prefixes, randoms, (prefix, bytes) => {
        const secret = newSecret(prefix, () => Buffer.from(bytes));
        for (const other of PREFIXES) expect(isSecret(other, secret)).toBe(other === prefix);
      }),
    );
  });

  test('with one character mistyped is none', () => {
    const position = fc.nat({ max: 48 });
    fc.assert(
      fc.property(randoms, position, fc.constantFrom(...'09AZaz'), (bytes, at, typed) => {
        const secret = newSecret('sk_test', () => Buffer.from(bytes));
        const place = 'sk_test_'.length + at;
        const mistyped = `${secret.slice(0, place)}${typed}${secret.slice(place + 1)}`;
        expect(isSecret('sk_test', mistyped)).toBe(mistyped === secret);
      }),
    );
  });

  test('differs where the random bytes differ', () => {
    fc.assert(
      fc.property(randoms, randoms, (a, b) => {
        const [first, second] = [a, b].map((bytes) => newSecret('vss', () => Buffer.from(bytes)));
        expect(first === second).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });

  test('any text is looked at without an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isSecret('vss', text)).toBe(false);
      }),
    );
  });

  test('the longest and the shortest number have the same length', () => {
    for (const byte of [0, 255]) expect(newSecret('sk_live', () => Buffer.alloc(32, byte))).toHaveLength(57);
  });

  test('its hash is 256 bits, and its hint four characters', () => {
    const secret = newSecret('sk_live', () => Buffer.alloc(32, 7));
    expect(hashSecret(secret)).toHaveLength(32);
    expect(secret.endsWith(hintOf(secret))).toBe(true);
    expect(hintOf(secret)).toHaveLength(4);
  });
});
