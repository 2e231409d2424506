import { expect, test } from 'vitest';
import { meanOfViews, turnedViews, VIEWS } from './turned-views.ts';

const SIDE = 3;
const picture = (...planes: readonly (readonly number[])[]) => ({
  dims: [1, planes.length, SIDE, SIDE],
  data: Float32Array.from(planes.flat()),
});
const LETTER = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('the four views are the picture turned counter-clockwise by quarters', () => {
  const { dims, data } = turnedViews(picture(LETTER));
  expect(dims).toEqual([VIEWS, 1, SIDE, SIDE]);
  const views = [0, 1, 2, 3].map((view) => [...data.slice(view * 9, view * 9 + 9)]);
  expect(views).toEqual([
    LETTER,
    [3, 6, 9, 2, 5, 8, 1, 4, 7],
    [9, 8, 7, 6, 5, 4, 3, 2, 1],
    [7, 4, 1, 8, 5, 2, 9, 6, 3],
  ]);
});

test('a network that says the same in every view is heard as if it had looked once', () => {
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
  const maps = turnedViews(picture(LETTER));
  const answer = directions.flatMap(([x, y], view) => [
    ...maps.data.slice(view * 9, view * 9 + 9),
    ...(x ?? []),
    ...(y ?? []),
  ]);
  const { dims, data } = meanOfViews({ dims: [VIEWS, 3, SIDE, SIDE], data: Float32Array.from(answer) });
  expect(dims).toEqual([1, 3, SIDE, SIDE]);
  expect([...data.slice(0, 9)]).toEqual(LETTER);
  expect(data[9]).toBeCloseTo(1);
  expect(data[18]).toBeCloseTo(0);
});
