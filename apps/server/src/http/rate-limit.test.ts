import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddress, readTrustedProxies } from './client-address.ts';
import { rateLimiter, USUAL_RATE_LIMITS } from './rate-limit.ts';

test('in any stretch of time a bucket lets through its burst and what filled it, never more', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 20 }), (steps, burst, perSecond) => {
      let nowMs = 0;
      const size = { perSecond, burst };
      const limiter = rateLimiter({ ...USUAL_RATE_LIMITS, api_key: size }, () => nowMs);
      let allowed = 0;
      for (const step of steps) {
        nowMs += step;
        const taken = limiter.take('api_key', 'a');
        if (taken.allowed) allowed++;
        expect(taken.remaining).toBeGreaterThanOrEqual(0);
        expect(taken.resetSeconds).toBeGreaterThanOrEqual(1);
      }
      expect(allowed).toBeLessThanOrEqual(burst + (nowMs / 1000) * perSecond + 1e-6);
    }),
  );
});

test('whoever waits as long as told is served', () => {
  let nowMs = 0;
  const limiter = rateLimiter({ ...USUAL_RATE_LIMITS, member: { perSecond: 0.3, burst: 1 } }, () => nowMs);
  limiter.take('member', 'a');
  const refused = limiter.take('member', 'a');
  expect(refused.allowed).toBe(false);
  nowMs += refused.resetSeconds * 1000;
  expect(limiter.take('member', 'a').allowed).toBe(true);
});

test('a million addresses take no more memory than the most that are kept', () => {
  const limiter = rateLimiter({ ...USUAL_RATE_LIMITS, address: { perSecond: 1, burst: 1 } }, () => 0, 100);
  limiter.take('address', 'used often');
  for (let i = 0; i < 1_000_000; i++) {
    limiter.take('address', `${i}`);
    if (i % 50 === 0) expect(limiter.take('address', 'used often').allowed).toBe(false);
  }
  // The first was forgotten, and may ask again.
  expect(limiter.take('address', '0').allowed).toBe(true);
});

test.each([
  ['nobody is trusted', '203.0.113.9', '198.51.100.1', '', '203.0.113.9'],
  ['a trusted proxy speaks for somebody', '10.0.0.1', '198.51.100.1', '10.0.0.0/8', '198.51.100.1'],
  ['somebody wrote more in front', '10.0.0.1', '1.2.3.4, 198.51.100.1', '10.0.0.0/8', '198.51.100.1'],
  ['two proxies', '10.0.0.1', '198.51.100.1, 10.0.0.2', '10.0.0.0/8', '198.51.100.1'],
  ['a proxy that says nothing', '10.0.0.1', undefined, '10.0.0.1', '10.0.0.1'],
  ['a proxy that says nonsense', '10.0.0.1', 'unknown', '10.0.0.1', '10.0.0.1'],
  ['IPv4 in IPv6', '::ffff:203.0.113.9', undefined, '', '203.0.113.9'],
  ['a trusted IPv4 in IPv6', '::ffff:10.0.0.1', '198.51.100.1', '10.0.0.1', '198.51.100.1'],
  ['IPv6 counts by its network', '2001:db8:1:2:3:4:5:6', undefined, '', '2001:db8:1:2::/64'],
  ['a trusted IPv6', '::1', '2001:db8::9', '::1, 10.0.0.0/8', '2001:db8:0:0::/64'],
])('%s: %s with "%s" counts as told', (_, socket, forwarded, proxies, expected) => {
  const trusted = readTrustedProxies(proxies);
  expect(trusted.ok && clientAddress(socket, forwarded, trusted.value)).toBe(expected);
});

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/8;::1'])('"%s" is no list of proxies', (list) => {
  expect(readTrustedProxies(list)).toMatchObject({ ok: false, error: { code: 'http.trusted-proxy-malformed' } });
});

test('whatever is forwarded, an address comes out', () => {
  const trusted = readTrustedProxies('0.0.0.0/0, ::/0');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(trusted.ok && clientAddress('127.0.0.1', text, trusted.value)).toMatch(/^[\d.]+$|\/64$/);
    }),
  );
});
