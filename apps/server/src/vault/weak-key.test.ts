import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weaknessOf } from './weak-key.ts';

const bytes = (of: (index: number) => number) =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => of(index) & 0xff));

test.each([
  ['zeros', bytes(() => 0), 'all-bytes-equal'],
  ['one byte 32 times', bytes(() => 0xa5), 'all-bytes-equal'],
  ['counting up', bytes((index) => index), 'counts-up-or-down'],
  ['counting down', bytes((index) => 200 - 3 * index), 'counts-up-or-down'],
  ['31 bytes', randomBytes(31), 'not-256-bits'],
  ['33 bytes', randomBytes(33), 'not-256-bits'],
  ['nothing', Buffer.alloc(0), 'not-256-bits'],
  ['a pass phrase of 32 letters', Buffer.from('correct horse battery staple 123'), 'text'],
  ['32 hexadecimal digits', Buffer.from('0f8fad5bd9cb469fa165708677289501'), 'text'],
  [
    'eight random bytes, four times',
    Buffer.concat(Array(4).fill(Buffer.from('0f8fad5bd9cb469f', 'hex'))),
    'repeats-itself',
  ],
  ['a password filled up with zeros', Buffer.concat([Buffer.from('Tr0ub4dor&3'), Buffer.alloc(21)]), 'repeats-itself'],
  [
    '20 bytes, filled up with zeros',
    Buffer.concat([bytes((index) => 7 + index * index).subarray(0, 20), Buffer.alloc(12)]),
    'padded',
  ],
  ['SHA-256 of "password"', createHash('sha256').update('password').digest(), 'published'],
  ['SHA-256 of nothing', createHash('sha256').update('').digest(), 'published'],
  ['the example of the manual', createHash('sha256').update('vidimus example key, never use it').digest(), 'published'],
  [
    'the key of NIST SP 800-38A',
    Buffer.from('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4', 'hex'),
    'published',
  ],
] as const)('%s is no key', (_, key, weakness) => {
  expect(weaknessOf(key)).toBe(weakness);
});

test('a random key is a key', () => {
  for (let turn = 0; turn < 2000; turn++) expect(weaknessOf(randomBytes(32))).toBeUndefined();
});

test('any bytes get an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (key) => key.length === 32 || weaknessOf(key) === 'not-256-bits'),
  );
});
