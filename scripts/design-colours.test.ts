import { describe, expect, test } from 'vitest';
import { coloursOf, DARKEST_LIGHT_GROUND, LIGHTEST_DARK_GROUND, OWN_COLOUR } from '../apps/server/src/brand/brand.ts';
import { contrast } from '../apps/server/src/brand/contrast.ts';
import { measurePairs, readTokens, type Scheme } from './design-colours.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const GROUNDS = ['ground', 'surface', 'sunken', 'good-ground', 'care-ground', 'bad-ground'] as const;

describe.each(SCHEMES)('in %s mode', (scheme) => {
  test.each(measurePairs())('$ink is read on $ground', (pair) => {
    expect(pair[scheme]).toBeGreaterThanOrEqual(pair.least);
  });
});

test('a style sheet without a token of the list is a mistake that is named', () => {
  expect(() => measurePairs(new Map())).toThrow('pages.css has no token --ink');
});

describe("an operator's colour", () => {
  const tokens = readTokens();
  const colour = (name: string, scheme: Scheme) => tokens.get(name)?.[scheme] ?? 'none';

  test('ours is the one of the style sheet, and is left as it is', () => {
    expect(OWN_COLOUR).toBe(colour('operator', 'light'));
    expect(coloursOf(null).on_white).toBe(OWN_COLOUR);
  });

  test('is held against the ground on which it is hardest to read', () => {
    const light = GROUNDS.map((ground) => colour(ground, 'light'));
    const dark = GROUNDS.map((ground) => colour(ground, 'dark'));
    const brightness = (one: string) => contrast(one, '#000000');
    expect(light.toSorted((a, b) => brightness(a) - brightness(b))[0]).toBe(DARKEST_LIGHT_GROUND);
    expect(dark.toSorted((a, b) => brightness(b) - brightness(a))[0]).toBe(LIGHTEST_DARK_GROUND);
  });

  test.each(['#ffd400', '#00c2a8', '#ffffff', '#000000', '#e4002b', '#7a7a7a', '#1a4b8f'])(
    '%s can be read wherever it stands',
    (asked) => {
      const { fill, text, on_white, on_ink } = coloursOf(asked);
      expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on_ink, colour('ground', 'dark'))).toBeGreaterThanOrEqual(4.5);
      for (const ground of GROUNDS) {
        expect(contrast(on_white, colour(ground, 'light'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on_ink, colour(ground, 'dark'))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});
