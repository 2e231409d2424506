/** What gives away that a key was typed, copied or made up, and not drawn at random. A random key meets none of these. */
import { createHash } from 'node:crypto';
import { KEY_BYTES } from './derive-key.ts';

export type Weakness =
  | 'not-256-bits'
  | 'all-bytes-equal'
  | 'counts-up-or-down'
  | 'text'
  | 'repeats-itself'
  | 'padded'
  | 'published';

/** Why `key` must not be used; nothing for one that could have been drawn at random. */
export function weaknessOf(key: Uint8Array): Weakness | undefined {
  if (key.length !== KEY_BYTES) return 'not-256-bits';
  const steps = new Set(key.subarray(1).map((byte, index) => byte - (key[index] ?? 0)));
  if (steps.size === 1) return steps.has(0) ? 'all-bytes-equal' : 'counts-up-or-down';
  if (isPublished(key)) return 'published';
  if (key.every((byte) => byte >= FIRST_PRINTABLE && byte <= LAST_PRINTABLE)) return 'text';
  if (new Set(key).size < FEWEST_VALUES) return 'repeats-itself';
  if (longestRun(key) >= LONGEST_RUN) return 'padded';
  return undefined;
}

/** Space and tilde. 32 random bytes are all printable once in 10^13 keys. */
const FIRST_PRINTABLE = 0x20;
const LAST_PRINTABLE = 0x7e;
/** 32 random bytes have 30 different values in the mean, and fewer than 16 in less than one of 10^17 keys. */
const FEWEST_VALUES = 16;
/** Random keys have a run of eight equal bytes once in 10^15. */
const LONGEST_RUN = 8;

/** Words whose SHA-256 people take for a key, and the example of our own manual. */
const WORDS = [
  ...['', '0', '1', '123', '1234', '12345', '123456', '12345678', '123456789', 'a', 'abc', 'admin', 'changeit'],
  ...['changeme', 'default', 'demo', 'dev', 'development', 'example', 'foo', 'foobar', 'hello', 'hello world', 'key'],
  ...['letmein', 'localhost', 'master', 'masterkey', 'password', 'password1', 'passw0rd', 'pepper', 'production'],
  ...['qwerty', 'root', 'salt', 'secret', 'secretkey', 'supersecret', 'test', 'testkey', 'token', 'vidimus', 'welcome'],
  'vidimus example key, never use it',
] as const;
/** Test vectors of standards: NIST SP 800-38A F.1.5; RFC 8439 §2.5.2 and A.5; RFC 8032 §7.1 (three secrets). */
const VECTORS = [
  '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4',
  '85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b',
  '1c9240a5eb55d38af333888604f6b5f0473917c1402b80099dca5cbc207075c0',
  '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
] as const;
const PUBLISHED: ReadonlySet<string> = new Set([
  ...VECTORS,
  ...WORDS.map((word) => createHash('sha256').update(word).digest('hex')),
]);

function isPublished(key: Uint8Array): boolean {
  return PUBLISHED.has(Buffer.from(key).toString('hex'));
}

function longestRun(key: Uint8Array): number {
  let longest = 1;
  let run = 1;
  for (let index = 1; index < key.length; index++) {
    run = key[index] === key[index - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
