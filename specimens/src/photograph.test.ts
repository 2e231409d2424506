import sharp from 'sharp';
import { expect, test } from 'vitest';
import { markedSide } from './camera/marked-side.ts';
import { takePicture } from './camera/take-picture.ts';
import type { Fault } from './fault.ts';
import { FAULT_LIMITS } from './fault-limits.table.ts';
import { photographSide } from './photograph.ts';
import type { CameraOptions, SpecimenRequest } from './specimen.ts';

const SMALL = { variant: 'tune', widthPx: 480, heightPx: 360 } as const satisfies CameraOptions;
const LARGE = { variant: 'report', widthPx: 1600, heightPx: 1200 } as const satisfies CameraOptions;

function request(seed: number, ...faults: readonly Fault[]): SpecimenRequest {
  return { kind: 'identity-card-td1', state: 'UTO', seed, faults, asOf: '2026-06-01' };
}

test('the same request gives the same bytes, another seed others', async () => {
  const side = markedSide();
  const [first, again, other] = await Promise.all(
    [7, 7, 8].map(async (seed) => (await photographSide(side, request(seed), SMALL, 0)).jpeg),
  );
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test('the photograph is a JPEG of the size asked for', async () => {
  const { jpeg } = await photographSide(markedSide(), request(1), SMALL, 0);
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 360 });
});

test.each([1, 2, 3, 4])('seed %i: the mark is where the truth says it is', (seed) => {
  const { pixels, truth } = takePicture(markedSide(), request(seed), { ...LARGE, widthPx: 1200, heightPx: 900 }, 0);
  const mark = truth.elements.find(({ name }) => name === 'mark');
  const corners = mark?.corners ?? [];
  const centre = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 4);
  let [count, x, y] = [0, 0, 0];
  for (let i = 0; i < pixels.data.length; i += 3) {
    const [r = 0, g = 0, b = 0] = pixels.data.subarray(i, i + 3);
    if (g < 50 || g < 2 * Math.max(r, b)) continue;
    count++;
    x += ((i / 3) % pixels.width) + 0.5;
    y += Math.floor(i / 3 / pixels.width) + 0.5;
  }
  expect(count).toBeGreaterThan(100);
  expect(Math.hypot(x / count - (centre[0] ?? 0), y / count - (centre[1] ?? 0))).toBeLessThan(1.5);
});

const MEASURED = [
  'blur',
  'motion-blur',
  'glare',
  'dark',
  'bright',
  'far',
  'grey-copy',
  'cut-off',
  'finger',
  'sleeve',
  'screen',
] as const;

function isOver(name: (typeof MEASURED)[number], measured: number): boolean {
  const { must, mustNot } = FAULT_LIMITS[name];
  return must > mustNot ? measured >= must : measured <= must;
}

function isUnder(name: (typeof MEASURED)[number], measured: number): boolean {
  const { must, mustNot } = FAULT_LIMITS[name];
  return must > mustNot ? measured <= mustNot : measured >= mustNot;
}

test.each(MEASURED)('%s without a strength comes out over its limit', (name) => {
  const { truth } = takePicture(markedSide(), request(3, { name }), LARGE, 0);
  expect(isOver(name, truth.measured?.[name] ?? Number.NaN)).toBe(true);
});

test.each([1, 2, 3])('clean photograph %i is under every limit, and all its print readable', (seed) => {
  const { truth } = takePicture(markedSide(), request(seed), LARGE, 0);
  const over = MEASURED.filter((name) => !isUnder(name, truth.measured?.[name] ?? Number.NaN));
  expect(over).toEqual([]);
  expect(truth.elements.filter(({ kind, readable }) => kind !== 'portrait' && kind !== 'label' && !readable)).toEqual(
    [],
  );
});

test.each([
  [{ name: 'blur', strength: 0.12 }],
  [{ name: 'glare', strength: 0 }],
  [{ name: 'dark', strength: 88 }],
  [{ name: 'bright', strength: 205 }],
  [{ name: 'far', strength: 190 }],
  [{ name: 'motion-blur', strength: 0.3 }],
] as const)('%j is too weak to be reported', (fault) => {
  const { truth } = takePicture(markedSide(), request(5, fault), LARGE, 0);
  expect(isUnder(fault.name, truth.measured?.[fault.name] ?? Number.NaN)).toBe(true);
});

test.each(['glare', 'finger'] as const)('%s falls on the field that it names', (name) => {
  const { truth } = takePicture(markedSide(), request(9, { name, field: 'expiry_date' }), LARGE, 0);
  const hit = truth.elements.find((element) => element.name === 'expiry_date');
  expect(Math.max(hit?.glareShare ?? 0, hit?.coveredShare ?? 0)).toBeGreaterThan(0.4);
  expect(hit?.readable).toBe(false);
});

test('a second document lies in the frame as far as it was asked to', () => {
  const second = markedSide(105, 74);
  const { truth } = takePicture(markedSide(), request(4, { name: 'two-documents', strength: 0.7 }), LARGE, 0, second);
  expect(truth.measured?.['two-documents']).toBeCloseTo(0.7, 1);
});

test('an empty table has no corners and nothing to read', () => {
  const { truth } = takePicture(null, request(2, { name: 'no-document' }), SMALL, 0);
  expect(truth).toMatchObject({ side: null, corners: null, elements: [] });
});
