import { expect, test } from 'vitest';
import { BEST, findOutages, usualAtOf } from './find-outages.ts';
import type { Place } from './place.ts';

const SINCE = new Date('2026-03-01T09:00:00Z');
const at = (of: Partial<Place>): Place => ({
  mode: 'live',
  channel: 'sms',
  country: 'CRI',
  prefix: '506888',
  route: null,
  ...of,
});
const cell = (failed: number, settled: number, of: Partial<Place> = {}, minute = 0) => ({
  place: at(of),
  settled,
  failed,
  since: new Date(SINCE.getTime() + minute * 60_000),
});
const NOTHING_KNOWN = usualAtOf([]);
const placesOf = (...cells: readonly ReturnType<typeof cell>[]) =>
  findOutages(cells, NOTHING_KNOWN, []).map(({ place }) => place);

test('a dead prefix is told as that, beside living ones', () => {
  expect(placesOf(cell(8, 8), cell(0, 9, { prefix: '506870' }))).toEqual([at({})]);
});

test('a country whose every prefix is dead is one outage, since the first of them', () => {
  const cells = [
    cell(6, 6, {}, 4),
    cell(4, 4, { prefix: '506870' }, 2),
    cell(0, 9, { country: 'GBR', prefix: '44740' }),
  ];
  const [only, ...others] = findOutages(cells, NOTHING_KNOWN, []);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ place: at({ prefix: null }), since: new Date('2026-03-01T09:02:00Z') });
  expect(only?.recent).toEqual({ settled: 10, failed: 10 });
});

test('a channel that is dead in every country is one outage', () => {
  const everywhere = [cell(6, 6), cell(6, 6, { country: 'GBR', prefix: '44740' })];
  expect(placesOf(...everywhere)).toEqual([at({ country: null, prefix: null })]);
});

test('mail has no country', () => {
  const mail = { channel: 'email', country: null, prefix: null } as const;
  expect(placesOf(cell(7, 7, mail))).toEqual([at(mail)]);
});

test('where nothing arrives by any route, no route is told; where the others bring it, the dead one is', () => {
  const dead = cell(8, 8, { route: 'first' });
  expect(placesOf(cell(8, 8), dead)).toEqual([at({})]);
  expect(placesOf(cell(0, 8), dead, cell(0, 8, { route: 'second' }))).toEqual([at({ route: 'first' })]);
});

test('what an open outage covers is known already, and modes know nothing of each other', () => {
  const wide = at({ prefix: null });
  expect(findOutages([cell(8, 8), cell(8, 8, { route: 'first' })], NOTHING_KNOWN, [wide])).toEqual([]);
  expect(findOutages([cell(8, 8)], NOTHING_KNOWN, [{ ...wide, mode: 'test' }])).toHaveLength(1);
});

test('what is usual is counted for the place alone, messages for messages and routes for routes', () => {
  const usual = usualAtOf([
    { place: at({}), settled: 1000, failed: 900 },
    { place: at({ prefix: '506870' }), settled: 1000, failed: 0 },
    { place: at({ route: 'first' }), settled: 1000, failed: 500 },
  ]);
  expect(usual(at({}))).toBeCloseTo(0.884, 3);
  expect(usual(at({ prefix: null }))).toBeCloseTo(0.447, 3);
  expect(usual(at({ route: 'first' }))).toBeCloseTo(0.492, 3);
  expect(findOutages([cell(8, 8)], usual, [])).toEqual([]);
  expect(findOutages([cell(8, 8)], BEST, [])).toHaveLength(1);
});
