import { statesOfKind, zoneFaces } from '@vidimus/specimens';
import { expect, test } from 'vitest';
import { nameOfDrawn } from './drawn-photo.ts';
import { planZones, ZONE_FAULTS } from './zone-cases.ts';
import { planZoneless } from './zoneless-cases.ts';

const CASES = planZones(1000, 620_000);

test('the same numbers give the same list, and more cases begin with the same ones', () => {
  expect(planZones(40, 620_000)).toEqual(CASES.slice(0, 40));
});

test('a thousand photographs hold every fault, and a hundred of each that is looked at by itself', () => {
  const count = (isCounted: (each: (typeof CASES)[number]) => boolean): number => CASES.filter(isCounted).length;
  for (const fault of ZONE_FAULTS) expect(count((each) => each.fault === fault)).toBeGreaterThanOrEqual(50);
  expect(count(({ motionToHeight }) => motionToHeight === 0.2)).toBe(100);
  expect(count(({ blurToHeight }) => blurToHeight === 0.2)).toBe(100);
  expect(count(({ heightPx }) => heightPx !== undefined && heightPx < 13)).toBe(100);
});

test('every kind meets every fault, in states that issue it', () => {
  const met = new Set(CASES.map(({ kind, fault }) => `${kind} ${fault}`));
  expect(met.size).toBe(5 * ZONE_FAULTS.length);
  expect(CASES.every(({ kind, state }) => statesOfKind(kind).includes(state))).toBe(true);
});

test('every face meets every fault', () => {
  const met = new Set(CASES.map(({ face, fault }) => `${face.name} ${fault}`));
  expect(met.size).toBe(zoneFaces().length * ZONE_FAULTS.length);
});

test('no two photographs share a name', () => {
  const all = [...CASES, ...planZoneless(324, 640_000)].map(nameOfDrawn);
  expect(new Set(all).size).toBe(all.length);
});
