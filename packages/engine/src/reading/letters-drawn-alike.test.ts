import { expect, test } from 'vitest';
import { settleDrawnAlike } from './letters-drawn-alike.ts';

const line = (text: string) => ({
  text,
  confidence: 1,
  characters: [...text].map((character, i) => ({ character, confidence: 1, at: (i + 0.5) / text.length })),
});

test.each([
  [['Fæðingardagur', 'GUĐRÚN'], 'GUÐRÚN'],
  [['Prezime', 'ĐURĐEVIĆ'], 'ĐURĐEVIĆ'],
  [['Ngày sinh', 'ĐẶNG'], 'ĐẶNG'],
  [['Cetățenia', 'ŞTEFAN'], 'ȘTEFAN'],
  [['Soyadı', 'GÜNEŞ'], 'GÜNEŞ'],
])('on a page of %j the last line says %s', (texts, expected) => {
  const last = settleDrawnAlike(texts.map(line)).at(-1);
  expect(last?.text).toBe(expected);
  expect(last?.characters.map(({ character }) => character).join('')).toBe(expected);
});
