import { expect, test } from 'vitest';
import { glyphInk, measureOverlap, overlapOf } from './measure-overlap.ts';
import { OCR_B_GLYPHS } from './ocr-b.table.ts';

/** The issue's own limit. */
const LEAST_OVERLAP = 0.9;
const measured = measureOverlap();

test('the table has every character of a zone', () => {
  expect(Object.keys(OCR_B_GLYPHS).sort().join('')).toBe('0123456789<ABCDEFGHIJKLMNOPQRSTUVWXYZ');
});

test('overlap is one with itself and small with another character', () => {
  const [one, zero] = [glyphInk(OCR_B_GLYPHS['1'] ?? ''), glyphInk(OCR_B_GLYPHS['0'] ?? '')];
  expect([overlapOf(one, one), overlapOf(one, zero) < 0.3]).toEqual([1, true]);
});

test.skipIf(measured === null)('every glyph overlaps the font of Debian’s fonts-ocr-b', () => {
  expect(measured?.filter(({ overlap }) => overlap < LEAST_OVERLAP)).toEqual([]);
});
