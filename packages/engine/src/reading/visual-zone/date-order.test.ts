import { describe, expect, test } from 'vitest';
import { isOrderUnknown, orderOf } from './date-order.ts';
import { printedLine } from './printed-line.ts';

const page = (...texts: readonly string[]) =>
  texts.map((text, row) =>
    printedLine(text, 1, [
      { x: 0, y: 40 * row },
      { x: 300, y: 40 * row },
      { x: 300, y: 40 * row + 30 },
      { x: 0, y: 40 * row + 30 },
    ]),
  );

describe('the order of day and month', () => {
  test.each([
    ['a day over twelve before the month', ['13/08/1974', 'DOB'], 'day-first'],
    ['a day over twelve behind the month', ['08/13/1974'], 'month-first'],
    ['a title of the United States', ["DRIVER'S LICENSE", '08/12/1974'], 'month-first'],
    ['an abbreviation of North America', ['3 DOB', '08/12/1974'], 'month-first'],
    ['a title of the rest of the world', ['DRIVING LICENCE', '08/12/1974'], 'day-first'],
  ])('%s', (_fact, texts, order) => {
    expect(orderOf(page(...texts))).toBe(order);
  });
});

describe('the back of a North American licence', () => {
  test.each([
    ['does not tell the order', ['LICENCE / CARD NUMBER', '08/12/1974'], true],
    ['tells it by a day over twelve', ['LICENCE / CARD NUMBER', '08/13/1974'], false],
    ['tells it by an abbreviation', ['LICENCE / CARD NUMBER', 'DOB', '08/12/1974'], false],
  ])('%s', (_fact, texts, unknown) => {
    expect(isOrderUnknown(page(...texts))).toBe(unknown);
  });
});
