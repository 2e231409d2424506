import { expect, test } from 'vitest';
import { PRINT_CHARACTERS } from './print-alphabet.table.ts';
import { charactersIn } from './print-characters.ts';
import { OTHER_SCRIPT } from './visual-zone/foreign-letters.ts';

const CLASSES = ['_', ...PRINT_CHARACTERS.join(''), OTHER_SCRIPT];

/** One line's output: a column for each word, which names its likeliest signs with their tenths (`A` alone: ten). */
function outputOf(columns: string) {
  const rows = columns.split(' ').map((column) => {
    const row = new Array<number>(CLASSES.length).fill(1e-6);
    for (const [, sign = '', tenths] of column.matchAll(/(\D)(\d?)/g)) {
      row[CLASSES.indexOf(sign)] = tenths === '' || tenths === undefined ? 1 : Number(tenths) / 10;
    }
    return row;
  });
  return { dims: [1, rows.length, CLASSES.length], data: Float32Array.from(rows.flat(), Math.log) };
}

const read = (columns: string) =>
  charactersIn(outputOf(columns), 0, columns.split(' ').length)
    .map(({ character }) => character)
    .join('');

test.each([
  ['a letter twice with nothing between', '_ l _ l _', 'll'],
  ['one letter, however wide', '_ M M M M _', 'M'],
  ['a letter with a doubtful column in its midst', '_ V5_5 _6V4 V7_3 _', 'V'],
  ['a letter doubted on its way is the likelier one', '_ O6Q3 O5Q4 Q5O4 _', 'O'],
  ['two letters that touch', '_ r n _', 'rn'],
  ['a column that bears something, though nothing is its likeliest sign', '_ _4i3l2 _', 'i'],
  ['a word of another script is one sign', '_ \uFFFD \uFFFD _ A _ \uFFFD _', '\uFFFD'],
  ['a speck of another script in a word is none', '_ B B _ E E _ \uFFFD5_5 _ N N _', 'BEN'],
  [
    'look-alikes beside a word of another script are of it',
    '_ A _ K _ . _ \uFFFD \uFFFD _',
    `${OTHER_SCRIPT}.${OTHER_SCRIPT}`,
  ],
  ['look-alikes before the stroke stay Latin', '_ A _ K _ / _ \uFFFD \uFFFD _', `AK/${OTHER_SCRIPT}`],
  ['a Latin word behind the stroke stays Latin', '_ \uFFFD \uFFFD _ / _ S _ E _ X _', `${OTHER_SCRIPT}/SEX`],
])('%s', (_, columns, text) => {
  expect(read(columns)).toBe(text);
});

test('a sign of another script has no confidence, and stands in the middle of its word', () => {
  const [sign] = charactersIn(outputOf('_ \uFFFD \uFFFD _'), 0, 4);
  expect(sign).toEqual({ character: OTHER_SCRIPT, confidence: 0, at: 0.5 });
});
