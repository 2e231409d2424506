import { expect, test } from 'vitest';
import { AS_IT_IS, BOTH_WAYS, meanOfViews, turnedViews } from './turned-views.ts';

const SIDE = 3;
const picture = (...planes: readonly (readonly number[])[]) => ({
  dims: [1, planes.length, SIDE, SIDE],
  data: Float32Array.from(planes.flat()),
});
const LETTER = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const TURNED = [LETTER, [9, 8, 7, 6, 5, 4, 3, 2, 1]];

test.each([[BOTH_WAYS], [AS_IT_IS]])('the views are the picture turned by %j half turns', (turns) => {
  const { dims, data } = turnedViews(picture(LETTER), turns);
  expect(dims).toEqual([turns.length, 1, SIDE, SIDE]);
  const views = turns.map((_, view) => [...data.slice(view * 9, view * 9 + 9)]);
  expect(views).toEqual(turns.map((halves) => TURNED[halves]));
});

test.each([[BOTH_WAYS], [AS_IT_IS]])(
  'a network that says the same turned by %j half turns is heard as if it had looked once',
  (turns) => {
    // What the network would answer: its map turns with the picture, and so does the direction (here to the right).
    const right = Array<number>(9).fill(1);
    const none = Array<number>(9).fill(0);
    const left = Array<number>(9).fill(-1);
    const directions = [right, left];
    const maps = turnedViews(picture(LETTER), turns);
    const answer = turns.flatMap((halves, view) => [
      ...maps.data.slice(view * 9, view * 9 + 9),
      ...(directions[halves] ?? []),
      ...none,
    ]);
    const { dims, data } = meanOfViews({ dims: [turns.length, 3, SIDE, SIDE], data: Float32Array.from(answer) }, turns);
    expect(dims).toEqual([1, 3, SIDE, SIDE]);
    expect([...data.slice(0, 9)]).toEqual(LETTER);
    expect(data[9]).toBeCloseTo(1);
    expect(data[18]).toBeCloseTo(0);
  },
);
