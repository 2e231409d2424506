import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BROWSER_FAMILIES, browserFamily } from './browser-family.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`${ANDROID} Chrome/125.0.0.0 Mobile Safari/537.36`, 'chrome'],
  [`${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`, 'samsung'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'safari',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0', 'firefox'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 Edg/125.0.0.0',
    'edge',
  ],
  ['node', 'other'],
  ['', 'other'],
  [undefined, 'other'],
])('%s is %s', (userAgent, family) => {
  expect(browserFamily(userAgent)).toBe(family);
});

test('whatever is said is of some family, soon', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (said) => {
      expect(BROWSER_FAMILIES).toContain(browserFamily(said));
    }),
  );
});
