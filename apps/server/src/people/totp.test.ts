import { describe, expect, test } from 'vitest';
import { newTotpSecret, totpOffer, totpStep } from './totp.ts';

/** RFC 6238 appendix B, SHA-1; the last six of its eight digits. */
const SECRET = Buffer.from('12345678901234567890');

describe('a one-time password', () => {
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i s is %s (RFC 6238)', (seconds, code) => {
    expect(totpStep(SECRET, code, new Date(seconds * 1000), null)).toBe(Math.floor(seconds / 30));
  });

  test.each([
    [-60, undefined],
    [-30, 1],
    [0, 1],
    [30, 1],
    [60, undefined],
  ])('with a clock that is %i s off is of step %s', (offSeconds, step) => {
    expect(totpStep(SECRET, '287082', new Date((59 + offSeconds) * 1000), null)).toBe(step);
  });

  test.each([
    [0, 1],
    [1, undefined],
    [2, undefined],
  ])('after step %i was used, that of step 1 gives %s', (used, step) => {
    expect(totpStep(SECRET, '287082', new Date(59_000), used)).toBe(step);
  });

  test.each(['', '28708', '2870820', '287083', 'abcdef'])('%j is wrong', (code) => {
    expect(totpStep(SECRET, code, new Date(59_000), null)).toBeUndefined();
  });

  test('is set up by an address that says issuer and account', () => {
    const { secret, uri } = totpOffer(SECRET, 'Vidimus', 'ada@example.org');
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri).toMatch(/^otpauth:\/\/totp\/Vidimus:ada%40example\.org\?/);
  });

  test('has a secret of 160 bits', () => {
    expect(newTotpSecret((length) => Buffer.alloc(length))).toHaveLength(20);
  });
});
