import { OWN_OCR_B } from '@vidimus/specimens';
import { expect, test } from 'vitest';
import type { DrawnResult } from './drawn-worker.ts';
import { scoreDrawn } from './score-drawn.ts';
import { whyWrong } from './why-wrong.ts';

/** ICAO Doc 9303-4, appendix A. */
const PRINTED = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const READER = 'a reader';
const READABLE = {
  heightPx: 12.2,
  blurToHeight: 0.05,
  motionToHeight: 0,
  contrast: 0.8,
  hiddenShare: 0,
  isReadable: true,
};

function zone(lines: readonly string[] | null, facts: Partial<typeof READABLE> = {}): DrawnResult {
  return {
    drawn: { seed: 1, kind: 'passport', state: 'UTO', face: OWN_OCR_B, fault: 'clean', faults: [], widthPx: 2016 },
    path: 'a.jpg',
    printed: PRINTED,
    facts: { ...READABLE, ...facts },
    readings: [{ reader: READER, reading: { lines } }],
  };
}

function without(lines: readonly string[] | null): DrawnResult {
  return {
    drawn: { seed: 2, zoneless: 'receipt', widthPx: 2016 },
    path: 'b.jpg',
    printed: null,
    facts: null,
    readings: [{ reader: READER, reading: { lines } }],
  };
}

const exactIn = (results: readonly DrawnResult[], name: string) => {
  const found = scoreDrawn(READER, results).buckets.find((bucket) => bucket.name === name);
  return found?.zones.map(({ score }) => score.isExact);
};

test('what the table calls unreadable is not counted', () => {
  expect(exactIn([zone(PRINTED), zone(null, { isReadable: false })], 'every character readable')).toEqual([true]);
});

test.each([
  ['characters 12 px high', { heightPx: 11.4 }, 0],
  ['characters 12 px high', { heightPx: 12.9 }, 1],
  ['motion blur of a fifth of the height', { motionToHeight: 0.2 }, 1],
  ['motion blur of a fifth of the height', { motionToHeight: 0.3 }, 0],
  ['focus blur of a fifth of the height', { blurToHeight: 0.21, contrast: 0.3, isReadable: false }, 1],
  ['focus blur of a fifth of the height', { blurToHeight: 0.21, hiddenShare: 0.2 }, 0],
])('%s holds %j %i times', (name, facts, of) => {
  expect(exactIn([zone(PRINTED, facts)], name)).toEqual(Array(of).fill(true));
});

test('a zone read where there is none is a false read', () => {
  const { falseReads, zoneless } = scoreDrawn(READER, [without(null), without(PRINTED)]);
  expect([falseReads.length, zoneless]).toEqual([1, 2]);
});

test('pictures that a reader did not read are not counted for it', () => {
  const { zones, zoneless } = scoreDrawn('another', [zone(PRINTED), without(null)]);
  expect([zones.length, zoneless]).toEqual([0, 0]);
});

test.each([
  ['a mistaken letter', [PRINTED[0]?.replace('UTOE', 'UT0E') ?? '', PRINTED[1] ?? ''], 'O read as 0 in line 1'],
  ['a lost letter', [PRINTED[0]?.replace('KSS', 'KS') ?? '', PRINTED[1] ?? ''], 'lost at column'],
  ['a lost line', [PRINTED[1] ?? ''], '1 lines of 2'],
  ['nothing', null, 'no zone found'],
])('%s is told, with what the truth knows', (_fact, read, words) => {
  const why = whyWrong(zone(read), read);
  expect(why).toContain(words);
  expect(why).toContain('characters 12.2 px high');
});
