import { createHmac } from 'node:crypto';
import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { checkPassword, hashPassword, matchesPassword, type PasswordUse } from './password.ts';

const CONTEXT = ['Zürcher Kontor AG', 'Ada Lovelace', 'ada.lovelace'];
const keyed = (value: string) => createHmac('sha256', 'a key').update(value).digest();

describe('a password', () => {
  test.each<[string, PasswordUse, string]>([
    ['kettle orbit marble', 'alone', 'fine'],
    ['kettle orbit m', 'alone', 'password.too-short'],
    ['kettle orbit m', 'with_second_factor', 'fine'],
    ['kettle7', 'with_second_factor', 'password.too-short'],
    ['kettle77', 'with_second_factor', 'fine'],
    ['        x', 'with_second_factor', 'fine'],
    ['пароль-мой-щит', 'with_second_factor', 'fine'],
    // Eight characters, each of them two UTF-16 units.
    ['🔑🚪🪟🧱🪜🛏🧺🪑', 'with_second_factor', 'fine'],
    ['k'.repeat(128).concat('m'.repeat(129)), 'alone', 'password.too-long'],
    ['PassWord123', 'with_second_factor', 'password.common'],
    ['aaaaaaaaaaaaaaaa', 'alone', 'password.common'],
    ['abcdefghijklmnop', 'alone', 'password.common'],
    ['87654321', 'with_second_factor', 'password.common'],
    ['Vidimus2026!', 'with_second_factor', 'password.about-you'],
    ['zürcherkontorag1', 'with_second_factor', 'password.about-you'],
    ['Lovelace-1815', 'with_second_factor', 'password.about-you'],
    ['kontorkontor', 'with_second_factor', 'password.about-you'],
    // A word of the context within more is no reason: the whole is compared.
    ['my kontor has eleven doors', 'alone', 'fine'],
  ])('%j %s: %s', (password, use, expected) => {
    const checked = checkPassword(password, use, CONTEXT);
    expect(checked.ok ? 'fine' : checked.error.code).toBe(expected);
  });

  test('is the same typed with one character or with two for an accent', async () => {
    const stored = await hashPassword('caf\u00e9 am kanal', keyed);
    expect(await matchesPassword(stored, 'cafe\u0301 am kanal', keyed)).toBe(true);
    expect(await matchesPassword(stored, 'cafe am kanal', keyed)).toBe(false);
  });

  test('cannot be guessed from a dump without the key', async () => {
    const stored = await hashPassword('kettle orbit marble', keyed);
    expect(await matchesPassword(stored, 'kettle orbit marble', (value) => Buffer.from(value))).toBe(false);
  });

  test('is hashed with argon2id, 46 MiB and one pass, under its own salt', async () => {
    const [one, two] = await Promise.all([hashPassword('kettle orbit', keyed), hashPassword('kettle orbit', keyed)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(two);
    expect(parseOptions(one).saltLen).toBeGreaterThanOrEqual(16);
  });

  test('where none is stored none matches, after about as much work', async () => {
    const stored = await hashPassword('kettle orbit marble', keyed);
    const timeMs = async (hash: string | null) => {
      const start = performance.now();
      expect(await matchesPassword(hash, 'wrong', keyed)).toBe(false);
      return performance.now() - start;
    };
    // The least of each: what other work on the machine adds is not ours.
    let [without, against] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < 8; i++) {
      without = Math.min(without, await timeMs(null));
      against = Math.min(against, await timeMs(stored));
    }
    const ratio = without / against;
    // Without any hashing it would be less than a hundredth.
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });
});
