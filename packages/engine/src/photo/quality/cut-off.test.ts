import { expect, test } from 'vitest';
import { cutOff } from './cut-off.ts';

const NONE = [false, false, false, false] as const;
const card = (dx: number) =>
  [
    { x: 100 + dx, y: 100 },
    { x: 900 + dx, y: 100 },
    { x: 900 + dx, y: 600 },
    { x: 100 + dx, y: 600 },
  ] as const;

test('a card within the frame is whole', () => {
  expect(cutOff(card(0), NONE, false, 1000, 700)).toEqual({ cutOffEdges: [], cornersVisible: 4 });
});

test('a card that runs out on the right is cut there', () => {
  expect(cutOff(card(150), NONE, false, 1000, 700)).toEqual({ cutOffEdges: ['right'], cornersVisible: 2 });
});

test('a side that is the frame itself is cut', () => {
  expect(cutOff(card(100), [false, true, false, false], false, 1000, 700)).toEqual({
    cutOffEdges: ['right'],
    cornersVisible: 2,
  });
});

test.each([
  ['a strip of no document’s proportions that ends at the frame is cut by it', [790, 992], ['right']],
  ['a strip that ends farther in is whole: it may be a paper of its own', [770, 972], []],
  ['a card that ends at the frame is whole', [192, 992], []],
] as const)('%s', (_, [left, right], edges) => {
  const outline = [
    { x: left, y: 100 },
    { x: right, y: 100 },
    { x: right, y: 600 },
    { x: left, y: 600 },
  ] as const;
  expect(cutOff(outline, NONE, false, 1000, 700).cutOffEdges).toEqual(edges);
});

test('a scan that is nothing but the document is not cut off', () => {
  const frame = [
    { x: 0, y: 0 },
    { x: 1000, y: 0 },
    { x: 1000, y: 700 },
    { x: 0, y: 700 },
  ] as const;
  expect(cutOff(frame, [true, true, true, true], true, 1000, 700).cutOffEdges).toEqual([]);
});
