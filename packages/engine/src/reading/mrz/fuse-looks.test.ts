import { describe, expect, test } from 'vitest';
import { fuseLooks } from './fuse-looks.ts';
import { MRZ_CHARACTERS } from './line-network.ts';
import { placeLine } from './place-line.ts';
import { seen } from './read-columns.fixture.ts';
import { columnsOf } from './synthetic-columns.fixture.ts';

const LINE = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const ROW = 1;

function look(text: string, doubt: Parameters<typeof columnsOf>[1] = {}, margin?: number) {
  const [line] = seen(columnsOf(text, doubt, margin), ROW);
  if (!line) throw new Error(`no line in ${text}`);
  return line;
}

function shareOf(character: string, at: number, looks: readonly ReturnType<typeof look>[]): number {
  const [first] = looks;
  const placed = first && placeLine(first.cells, LINE.length)[0];
  if (!first || !placed) throw new Error('not placed');
  return fuseLooks(placed, first, looks)[at]?.probabilities[MRZ_CHARACTERS.indexOf(character)] ?? 0;
}

describe('several cut-outs of one line', () => {
  const torn = look(LINE, { 7: { C: 0.5, G: 0.5 } });

  test('one look alone stays as it is', () => {
    expect(shareOf('C', 7, [torn])).toBeCloseTo(0.5, 2);
  });

  test('what one leaves open, another that sees the place decides', () => {
    expect(shareOf('C', 7, [torn, look(LINE)])).toBeCloseTo(0.75, 2);
  });

  test('a much less clear look is not heard', () => {
    const blurred = [...LINE].map((character) => ({ [character]: 0.6, X: 0.4 }));
    expect(shareOf('C', 7, [torn, look(LINE, blurred)])).toBeCloseTo(0.5, 2);
  });

  test('a look that saw no character there says nothing of it', () => {
    const gap = look(`${LINE.slice(0, 3)} ${LINE.slice(4)}`);
    expect(shareOf('8', 3, [torn, gap])).toBeGreaterThan(0.99);
  });
});
