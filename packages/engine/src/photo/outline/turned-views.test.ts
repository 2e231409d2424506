import { expect, test } from 'vitest';
import { LYING, meanOfViews, turnedViews, UPRIGHT } from './turned-views.ts';

const SIDE = 3;
const picture = (...planes: readonly (readonly number[])[]) => ({
  dims: [1, planes.length, SIDE, SIDE],
  data: Float32Array.from(planes.flat()),
});
const LETTER = [1, 2, 3, 4, 5, 6, 7, 8, 9];

// The letter as it is and turned counter-clockwise by one, two and three quarters.
const TURNED = [LETTER, [3, 6, 9, 2, 5, 8, 1, 4, 7], [9, 8, 7, 6, 5, 4, 3, 2, 1], [7, 4, 1, 8, 5, 2, 9, 6, 3]];

test.each([UPRIGHT, LYING])('the views are the picture turned counter-clockwise by %i and %i quarters', (...turns) => {
  const { dims, data } = turnedViews(picture(LETTER), turns);
  expect(dims).toEqual([turns.length, 1, SIDE, SIDE]);
  const views = turns.map((_, view) => [...data.slice(view * 9, view * 9 + 9)]);
  expect(views).toEqual(turns.map((quarters) => TURNED[quarters]));
});

test.each([UPRIGHT, LYING])(
  'a network that says the same turned by %i and %i quarters is heard as if it had looked once',
  (...turns) => {
    // What the network would answer: its map turns with the picture, and so does the direction (here to the right).
    const right = Array<number>(9).fill(1);
    const none = Array<number>(9).fill(0);
    const left = Array<number>(9).fill(-1);
    const directions = [
      [right, none],
      [none, left],
      [left, none],
      [none, right],
    ];
    const maps = turnedViews(picture(LETTER), turns);
    const answer = turns.flatMap((quarters, view) => [
      ...maps.data.slice(view * 9, view * 9 + 9),
      ...(directions[quarters]?.[0] ?? []),
      ...(directions[quarters]?.[1] ?? []),
    ]);
    const { dims, data } = meanOfViews({ dims: [turns.length, 3, SIDE, SIDE], data: Float32Array.from(answer) }, turns);
    expect(dims).toEqual([1, 3, SIDE, SIDE]);
    expect([...data.slice(0, 9)]).toEqual(LETTER);
    expect(data[9]).toBeCloseTo(1);
    expect(data[18]).toBeCloseTo(0);
  },
);
