import { expect, test } from 'vitest';
import type { Cutout } from './cut-around.ts';
import type { EnlargedMap } from './enlarged-map.ts';
import { lookInParts } from './look-in-parts.ts';
import type { OutlineSight } from './outline-sight.ts';
import { EMPTY_MAPS } from './outlines.fixture.ts';

const EMPTY_ENLARGED: EnlargedMap = {
  document: new Float32Array(640 * 480).fill(-8),
  columns: 640,
  left: 0,
  top: 0,
  width: 640,
  height: 480,
  cellsPerPixel: 0.64,
};

/** A picture in which the network sees nothing; the parts that it is shown, each once. */
function emptySight(width: number, height: number) {
  const shown = new Set<string>();
  const looks = { enlarged: 0 };
  const sight: OutlineSight = {
    image: { width, height, data: new Uint8Array(width * height * 3) },
    judge: (quads) => Promise.resolve(quads.map(() => ({ right: 0, place: 0, sides: [0, 0, 0, 0] }))),
    mapsOf: ({ left, top, image }: Cutout) => {
      shown.add([left, top, image.width, image.height].join(' '));
      return Promise.resolve(EMPTY_MAPS);
    },
    enlarged: () => {
      looks.enlarged++;
      return Promise.resolve(EMPTY_ENLARGED);
    },
  };
  return { sight, shown, looks };
}

test.each([
  { proportions: '4:3', height: 750, parts: 6 + 9 + 2 },
  { proportions: '4:3 and three pixels', height: 753, parts: 6 + 9 + 2 },
  { proportions: '16:9', height: 563, parts: 6 + 6 + 2 },
  { proportions: '1:1', height: 1000, parts: 9 + 9 + 4 },
])('a picture of $proportions in which nothing is seen is looked at in $parts parts', async ({ height, parts }) => {
  const { sight, shown } = emptySight(1000, height);
  expect(await lookInParts(sight)).toEqual([]);
  expect(shown.size).toBe(parts);
});

test('of a picture that is not looked at thoroughly only halves are seen, and the whole enlarged', async () => {
  const { sight, shown, looks } = emptySight(1000, 750);
  await lookInParts(sight, { isThorough: false });
  expect(shown.size).toBe(6);
  expect(looks).toEqual({ enlarged: 1 });
});

/** Two cards of 60 by 40 pixels, a fifth and four fifths along the picture, that only the enlarged map shows; the judge likes the left one better. */
function sightOfTwoFar() {
  const { sight, shown } = emptySight(1000, 750);
  const document = new Float32Array(640 * 480).fill(-8);
  for (const left of [110, 493]) for (let y = 200; y < 226; y++) document.fill(5, y * 640 + left, y * 640 + left + 38);
  const judge: OutlineSight['judge'] = (quads) =>
    Promise.resolve(quads.map(([a]) => ({ right: 0, place: a.x < 500 ? 0.99 : 0.98, sides: [0, 0, 0, 0] })));
  const seen = { ...sight, judge, enlarged: () => Promise.resolve({ ...EMPTY_ENLARGED, document }) };
  /** Looks that are narrower than any part, by their middles. */
  const places = () => [...shown].map((part) => part.split(' ').map(Number)).filter(([, , width = 0]) => width < 200);
  return { sight: seen, shown, places };
}

test('what the enlarged picture shows is looked at after the halves, likeliest first, and before other parts', async () => {
  const { sight, shown, places } = sightOfTwoFar();
  await lookInParts(sight);
  const looks = [...shown];
  const middles = places().map(([left = 0, , width = 0]) => Math.round((left + width / 2) / 100));
  expect(middles).toEqual([2, 8]);
  expect(looks.slice(6, 8).map((part) => Number(part.split(' ')[2]) < 200)).toEqual([true, true]);
  expect(looks).toHaveLength(6 + 2 + 9 + 2);
});

test('of what the enlarged picture shows only what is wanted is looked at', async () => {
  const { sight, places } = sightOfTwoFar();
  await lookInParts(sight, { isWanted: ({ quad: [a] }) => a.x > 500, isThorough: false });
  expect(places()).toHaveLength(1);
});

test('the parts cover the picture', async () => {
  const { sight, shown } = emptySight(1000, 753);
  await lookInParts(sight);
  const ends = [...shown].map((part) => part.split(' ').map(Number));
  expect(Math.max(...ends.map(([left = 0, , width = 0]) => left + width))).toBe(1000);
  expect(Math.max(...ends.map(([, top = 0, , height = 0]) => top + height))).toBe(753);
});

test.each([
  { shows: 0, turned: 0 },
  { shows: 0.05, turned: 6 },
])(
  'halves in which the network gives a cell $shows are looked at turned around $turned times',
  async ({ shows, turned }) => {
    const { sight } = emptySight(1000, 750);
    const document = new Float32Array(EMPTY_MAPS.document.length).fill(shows, 0, 1);
    const seen = new Set<string>();
    const mapsOf: OutlineSight['mapsOf'] = ({ left, top, image }, turns) => {
      if (turns.length > 1 && image.width === 500) seen.add([left, top].join(' '));
      return Promise.resolve({ ...EMPTY_MAPS, document });
    };
    await lookInParts({ ...sight, mapsOf });
    expect(seen.size).toBe(turned);
  },
);
