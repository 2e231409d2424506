import { describe, expect, test } from 'vitest';
import { composeMrzName } from './mrz-name.ts';

describe('names that do not fit (9303-4 §4.2.3)', () => {
  test.each([
    ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG', 39, 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'],
    ['NILAVADHANANANDA', 'ARNPOL PETCH CHARONGUANG', 39, 'NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU'],
    ['BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL', 'DINGO POTOROO', 39, 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WA<<D'],
    ['ARKFREITH', '', 12, 'ARKFREITH<<<'],
    ['AB', 'CDEFGH IJ', 10, 'AB<<CDEFGH'],
    ['AB', 'CDEFGH IJ', 11, 'AB<<CDEFG<I'],
  ])('%s, %s in %i positions', (primary, secondary, length, expected) => {
    const field = composeMrzName(primary, secondary, length);
    expect(field).toBe(expected);
    expect(field).toHaveLength(length);
    expect(/[A-Z]$/.test(field)).toBe(primary.length + secondary.length + 2 > length);
  });
});
