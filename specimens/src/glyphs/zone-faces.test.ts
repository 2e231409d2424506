import { expect, test } from 'vitest';
import { mrzLinePath } from './mrz-line-path.ts';
import { OWN_OCR_B, zoneFaces, zoneGlyph } from './zone-faces.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

test.each(zoneFaces())('$name has every character of a zone, each another', (face) => {
  const glyphs = [...ALPHABET].map((character) => zoneGlyph(face, character));
  expect(glyphs).not.toContain(undefined);
  expect(new Set(glyphs).size).toBe(ALPHABET.length);
});

test('the face leaves the place of a line as it was', () => {
  const boxes = zoneFaces().map((face) => mrzLinePath('P<UTO01', 6, 73.5, '#000', face).box);
  expect(new Set(boxes.map((box) => JSON.stringify(box))).size).toBe(1);
});

test('without a face ours is printed', () => {
  expect(mrzLinePath('P<UTO', 0, 0, '#000')).toEqual(mrzLinePath('P<UTO', 0, 0, '#000', OWN_OCR_B));
});
