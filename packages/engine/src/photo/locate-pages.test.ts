import { type CameraOptions, drawSpecimen, type SpecimenRequest } from '@vidimus/specimens';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { ModelSessions } from '../node/model-sessions.ts';
import type { PhotoPoint } from './geometry.ts';
import { locatePages } from './locate-pages.ts';
import type { PageEdge } from './page.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const PHOTO = { variant: 'tune', widthPx: 1600, heightPx: 1200 } as const;
const FULL_SIZE = { ...PHOTO, widthPx: 4032, heightPx: 3024 } as const;
/** Tables that neither tuning nor the report has. */
const OTHER = { ...FULL_SIZE, variant: 'other' } as const;
/** A page's corners lie within this part of the document's diagonal of the true ones. */
const CORNER_TOLERANCE = 0.01;
/** Of one that is out of focus, on print, with a band along its edge. */
const BLURRED_TOLERANCE = 0.03;
/** Of a document in the distance a pixel of the picture that is looked at is more. */
const FAR_TOLERANCE = 0.1;

type LocateCase = {
  readonly name: string;
  readonly request: Omit<SpecimenRequest, 'asOf'>;
  readonly photograph: number;
  readonly tolerance: number;
  readonly camera?: CameraOptions;
};
type FoundCase = Omit<LocateCase, 'tolerance'>;

test.each([
  { kind: 'passport', state: 'UTO', seed: 50_000 },
  { kind: 'visa-b', state: 'SRB', seed: 50_055 },
  { kind: 'driving-licence-na', state: 'UTO', seed: 50_040 },
] as const)('a $kind is found where it lies, the right way up', async (request) => {
  const { located, corners } = await locate({ ...request, faults: [] });
  const [page] = located.pages;
  if (page === undefined || corners === undefined) throw new Error('no page was found');
  expect(located.pages).toHaveLength(1);
  expect(page.outlineFound).toBe(true);
  expect((await page.measureQuality()).cutOffEdges).toEqual([]);
  expect(meanDistance(page.outline, corners)).toBeLessThan(CORNER_TOLERANCE);
});

test('a table with printed sheets on it is not searched for text', async () => {
  const { located } = await locate({
    kind: 'driving-licence-na',
    state: 'AUS',
    seed: 50_011,
    faults: [{ name: 'no-document' }],
  });
  expect(located.pages).toEqual([]);
  expect(located.noPage?.tried).toEqual(['outline-network']);
});

test('a square of a chequered cloth, without print on it, is no card far away', async () => {
  const request = {
    kind: 'driving-licence-eu',
    state: 'ARM',
    seed: 30_182,
    faults: [{ name: 'no-document' }],
  } as const;
  const { located } = await locate(request, 0, { ...PHOTO, widthPx: 1344, heightPx: 1008 });
  expect(located.pages).toEqual([]);
});

test.each([
  { kind: 'identity-card-td2', state: 'CRI', seed: 460_482 },
  { kind: 'driving-licence-eu', state: 'SRB', seed: 460_632 },
] as const)('a playing card, sharp and without print, is no document (drawn for $kind $state)', async (request) => {
  const { located } = await locate({ ...request, faults: [{ name: 'no-document' }] }, 0, OTHER);
  expect(located.pages).toEqual([]);
});

test.each([
  { kind: 'identity-card-td1', state: 'UKR', seed: 911_446 },
  { kind: 'driving-licence-na', state: 'USA', seed: 911_853 },
] as const)('a playing card whose pips pass for lines is no document (drawn for $kind $state)', async (request) => {
  const { located } = await locate({ ...request, faults: [{ name: 'no-document' }] }, 0, OTHER);
  expect(located.pages).toEqual([]);
});

test('a playing card beside a licence is no second document', async () => {
  const request = { kind: 'driving-licence-na', state: 'UTO', seed: 900_100, faults: [] } as const;
  const { located, corners } = await locate(request, 0, OTHER);
  const [page] = located.pages;
  if (page === undefined || corners === undefined) throw new Error('no page was found');
  expect(located.pages).toHaveLength(1);
  expect(meanDistance(page.outline, corners)).toBeLessThan(CORNER_TOLERANCE);
});

test.each([
  { name: 'a licence that motion takes all print from', kind: 'driving-licence-eu', state: 'VNM', seed: 340_044 },
  {
    name: 'a back whose edges run along the motion and stay sharp',
    kind: 'identity-card-td2',
    state: 'FRA',
    seed: 900_473,
  },
] as const)('$name is a document', async ({ kind, state, seed }) => {
  const { located } = await locate({ kind, state, seed, faults: [{ name: 'motion-blur' }] }, 1, OTHER);
  expect(located.pages).toHaveLength(1);
  expect(located.pages[0]?.textLines.length).toBeLessThan(2);
});

test('streaks of light on a sleeve do not part a card', async () => {
  const request = { kind: 'identity-card-td1', state: 'TUR', seed: 1_200_036, faults: [{ name: 'sleeve' }] } as const;
  const { located, corners } = await locate(request, 1, FULL_SIZE);
  const [page] = located.pages;
  if (page === undefined || corners === undefined) throw new Error('no page was found');
  expect(meanDistance(page.outline, corners)).toBeLessThan(BLURRED_TOLERANCE);
});

test('two documents give two pages', async () => {
  const { located } = await locate({
    kind: 'identity-card-td2',
    state: 'EGY',
    seed: 50_032,
    faults: [{ name: 'two-documents' }],
  });
  expect(located.pages).toHaveLength(2);
});

test.each([
  {
    name: 'a card whose mask flows over to the sheet beneath does not leave the photo',
    request: { kind: 'identity-card-td2', state: 'GRC', seed: 20_110, faults: [] },
    photograph: 1,
    tolerance: CORNER_TOLERANCE,
  },
  {
    name: 'a back that carries a bar code stays where its border is, whatever print around it says',
    request: { kind: 'driving-licence-na', state: 'USA', seed: 20_149, faults: [{ name: 'blur', strength: 0.1125 }] },
    photograph: 1,
    tolerance: BLURRED_TOLERANCE,
  },
  {
    name: 'beside a passport that the frame cuts it is the whole card that was meant',
    request: { kind: 'driving-licence-eu', state: 'ISL', seed: 20_084, faults: [{ name: 'two-documents' }] },
    photograph: 1,
    tolerance: CORNER_TOLERANCE,
  },
  {
    name: 'a card on a screen that the frame cuts is whole',
    request: { kind: 'identity-card-td1', state: 'ARM', seed: 2_100_573, faults: [{ name: 'screen' }] },
    photograph: 0,
    tolerance: CORNER_TOLERANCE,
    camera: FULL_SIZE,
  },
  {
    name: 'a passport of which the frame cuts a hundredth is not the one meant, the card beside it is',
    request: { kind: 'identity-card-td1', state: 'BGR', seed: 2_120_642, faults: [{ name: 'two-documents' }] },
    photograph: 1,
    tolerance: CORNER_TOLERANCE,
    camera: FULL_SIZE,
  },
  {
    name: 'a back that a finger and its arm lie over is found whole',
    request: { kind: 'identity-card-td1', state: 'UTO', seed: 2_400_034, faults: [{ name: 'finger' }] },
    photograph: 1,
    tolerance: CORNER_TOLERANCE,
    camera: FULL_SIZE,
  },
  {
    name: 'a card whose mask flows over to a letter beneath, which has its proportions with it, does not leave the photo',
    request: { kind: 'identity-card-td2', state: 'SRB', seed: 20_003, faults: [{ name: 'glare' }] },
    photograph: 0,
    tolerance: CORNER_TOLERANCE,
  },
] satisfies readonly LocateCase[])('$name', async ({ request, photograph, tolerance, camera }) => {
  const { located, corners } = await locate(request, photograph, camera);
  const [page] = located.pages;
  if (page === undefined || corners === undefined) throw new Error('no page was found');
  expect(meanDistance(page.outline, corners)).toBeLessThan(tolerance);
  expect(page.outlineFound).toBe(true);
  expect((await page.measureQuality()).cutOffEdges).toEqual([]);
});

test.each([
  { kind: 'identity-card-td2', state: 'UKR', seed: 300_698, faults: [{ name: 'finger' }], covered: 1 },
  { kind: 'passport', state: 'UTO', seed: 300_784, faults: [{ name: 'finger' }], covered: 1 },
  { kind: 'identity-card-td2', state: 'UKR', seed: 300_698, faults: [], covered: 0 },
] as const)(
  'of a small $kind with $faults, $covered places are covered in a look at the document',
  async ({ covered, ...request }) => {
    const { located } = await locate(request, 0, OTHER);
    const [page] = located.pages;
    if (page === undefined) throw new Error('no page was found');
    expect((await page.measureQuality()).covered).toHaveLength(covered);
  },
);

test.each([
  {
    name: 'a licence’s back of which half shows, on keys,',
    request: { kind: 'driving-licence-eu', state: 'UTO', seed: 2_160_612, faults: [{ name: 'cut-off' }] },
    photograph: 1,
    edges: ['left'],
  },
  {
    name: 'a visa on a table of another variant',
    request: { kind: 'visa-a', state: 'TUR', seed: 910_226, faults: [{ name: 'cut-off' }] },
    photograph: 0,
    edges: ['bottom'],
    camera: OTHER,
  },
  {
    name: 'a passport whose zone’s white band reaches out of the photo',
    request: { kind: 'passport', state: 'UKR', seed: 2_161_341, faults: [{ name: 'cut-off' }] },
    photograph: 0,
    edges: ['bottom'],
  },
  {
    name: 'a licence on a letter that no half of the photo shows, but a finer part',
    request: { kind: 'driving-licence-na', state: 'CAN', seed: 440_118, faults: [{ name: 'cut-off' }] },
    photograph: 0,
    edges: ['left'],
    camera: OTHER,
  },
  {
    name: 'a card beside a calculator, where the network sees both as one',
    request: { kind: 'identity-card-td1', state: 'BGR', seed: 900_183, faults: [{ name: 'cut-off' }] },
    photograph: 0,
    edges: ['bottom'],
    camera: OTHER,
  },
  {
    name: 'a licence’s back on a tablet that only the whole photo enlarged shows',
    request: { kind: 'driving-licence-eu', state: 'ISL', seed: 900_033, faults: [{ name: 'cut-off' }] },
    photograph: 1,
    edges: ['top', 'right'],
    camera: OTHER,
  },
] satisfies readonly (FoundCase & { readonly edges: readonly PageEdge[] })[])(
  '$name is found, and cut',
  async ({ request, photograph, edges, camera }) => {
    const { located } = await locate(request, photograph, camera ?? FULL_SIZE);
    const measured = await Promise.all(located.pages.map((page) => page.measureQuality()));
    expect(measured.map(({ cutOffEdges }) => cutOffEdges)).toEqual([edges]);
  },
);

test.each([
  { faults: [{ name: 'screen' }], edges: [] },
  { faults: [{ name: 'screen' }, { name: 'cut-off', strength: 0.2 }], edges: ['right'] },
] as const)('of a visa on a screen that the frame cuts, with $faults, $edges are cut', async ({ faults, edges }) => {
  const { located } = await locate({ kind: 'visa-a', state: 'TUR', seed: 801_794, faults }, 0, OTHER);
  const [page] = located.pages;
  if (page === undefined) throw new Error('no page was found');
  expect((await page.measureQuality()).cutOffEdges).toEqual(edges);
});

test.each([
  {
    name: 'a far card on a chequered cloth that the network takes for the document',
    request: { kind: 'identity-card-td1', state: 'DEU', seed: 910_007, faults: [{ name: 'far' }] },
    photograph: 0,
  },
  {
    name: 'a card so far away that its corners are a pixel or two off',
    request: { kind: 'identity-card-td1', state: 'FRA', seed: 930_201, faults: [{ name: 'far' }] },
    photograph: 1,
  },
  {
    name: 'a card on marble of which no part of the photo shows more than a border half believed',
    request: { kind: 'identity-card-td2', state: 'FRA', seed: 930_286, faults: [{ name: 'far' }] },
    photograph: 1,
  },
  {
    name: 'a far licence on stripes, on a table of another variant,',
    request: { kind: 'driving-licence-eu', state: 'GRC', seed: 320_093, faults: [{ name: 'far' }] },
    photograph: 0,
    camera: OTHER,
  },
  {
    name: 'a card so far away that only the whole photo enlarged shows it',
    request: { kind: 'identity-card-td1', state: 'POL', seed: 901_014, faults: [{ name: 'far' }] },
    photograph: 1,
    camera: OTHER,
  },
  {
    name: 'a far licence on a pattern that no half of the photo shows',
    request: { kind: 'driving-licence-eu', state: 'UKR', seed: 320_307, faults: [{ name: 'far' }] },
    photograph: 1,
    camera: OTHER,
  },
  {
    name: 'a far card in the dark, beside a calculator that the judge believes in and a table half taken for a document,',
    request: { kind: 'driving-licence-eu', state: 'POL', seed: 320_436, faults: [{ name: 'far' }] },
    photograph: 1,
    camera: OTHER,
  },
  {
    name: 'a far card beside a thing whose keys pass for lines of print',
    request: { kind: 'identity-card-td1', state: 'EGY', seed: 320_457, faults: [{ name: 'far' }] },
    photograph: 1,
    camera: OTHER,
    // Its print is too small to tell which way is up.
    isUpsideDown: true,
  },
  {
    name: 'a far licence on blotches that a look at it with its table shows askew',
    request: { kind: 'driving-licence-eu', state: 'POL', seed: 900_436, faults: [{ name: 'far' }] },
    photograph: 0,
    camera: OTHER,
  },
  {
    name: 'a far card on speckles of which the judge sees four sides, and half believes in the whole,',
    request: { kind: 'identity-card-td1', state: 'ARM', seed: 910_114, faults: [{ name: 'far' }] },
    photograph: 0,
    camera: OTHER,
  },
  {
    name: 'a licence so far away that one line of it can be made out',
    request: { kind: 'driving-licence-eu', state: 'GRC', seed: 900_093, faults: [{ name: 'far' }] },
    photograph: 1,
    camera: OTHER,
  },
] satisfies readonly (FoundCase & { readonly isUpsideDown?: boolean })[])(
  '$name is found',
  async ({ request, photograph, camera, isUpsideDown }) => {
    const { located, corners } = await locate(request, photograph, camera ?? FULL_SIZE);
    const [page] = located.pages;
    if (page === undefined || corners === undefined) throw new Error('no page was found');
    expect(located.pages).toHaveLength(1);
    const [a, b, c, d] = page.outline;
    const outline = isUpsideDown === true ? [c, d, a, b] : [a, b, c, d];
    expect(meanDistance(outline, corners)).toBeLessThan(FAR_TOLERANCE);
  },
);

async function locate(request: Omit<SpecimenRequest, 'asOf'>, photograph = 0, camera: CameraOptions = PHOTO) {
  const { photographs, truth } = await drawSpecimen({ ...request, asOf: '2026-06-01' }, camera);
  const { data, info } = await sharp(photographs[photograph]).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const image = { width: info.width, height: info.height, data: new Uint8Array(data) };
  const ports = {
    infer: (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input),
    now: () => performance.now(),
  };
  const located = await locatePages(image, ports, { budgetMs: Number.POSITIVE_INFINITY });
  return { located, corners: truth.photographs[photograph]?.corners ?? undefined };
}

function meanDistance(found: readonly PhotoPoint[], corners: readonly (readonly [number, number])[]): number {
  const [a, , c] = corners;
  if (a === undefined || c === undefined) throw new Error('a document has four corners');
  const sum = corners.reduce(
    (total, [x, y], i) => total + Math.hypot((found[i]?.x ?? 0) - x, (found[i]?.y ?? 0) - y),
    0,
  );
  return sum / corners.length / Math.hypot(c[0] - a[0], c[1] - a[1]);
}
