import { expect, test } from 'vitest';
import { foundPage, hasLines, isBare, isPrinted, isSurelyTheDocument } from './found-page.ts';
import type { FoundOutline } from './outline/found-outline.ts';
import { box, EMPTY_MAPS, INSIDE } from './outline/outlines.fixture.ts';
import type { PageArea, PageQuality, UnmeasuredPage } from './page.ts';

const HEIGHT_PX = 20;
const LONG = 120;
/** A pip, or a key. */
const SHORT = 30;

const FOUND = { isScan: false } as const;

test.each([
  { shows: 'two lines of print', lines: [LONG, LONG], right: 0, printed: true, sure: true },
  {
    shows: 'a line of print in an outline that the judge likes',
    lines: [LONG],
    right: 0.85,
    printed: true,
    sure: false,
  },
  { shows: 'a line of print in one that it does not', lines: [LONG, SHORT], right: 0.5, printed: false, sure: false },
  { shows: 'short lines in one that it likes best', lines: [SHORT, SHORT], right: 0.96, printed: true, sure: false },
  { shows: 'a short line in it', lines: [SHORT], right: 0.96, printed: false, sure: false },
  {
    shows: 'pips, though the judge likes the outline',
    lines: [SHORT, SHORT, SHORT],
    right: 0.9,
    printed: false,
    sure: false,
  },
  { shows: 'nothing', lines: [], right: 1, printed: false, sure: false },
])('what shows $shows: printed $printed', ({ lines, right, printed, sure }) => {
  const found = foundPage(pageWith({ lines }), outlineWith({ right, confidence: right / 2 }), FOUND);
  expect(isPrinted(found)).toBe(printed);
  expect(isSurelyTheDocument(found)).toBe(sure);
});

test('what the judge was not asked about is given nothing', () => {
  const { verdict, ...outline } = outlineWith({});
  expect(foundPage(pageWith({}), outline, FOUND).right).toBe(0);
});

test.each([
  { where: 'in a sure outline', confidence: 0.95, isScan: false },
  { where: 'in a scan', confidence: 0.5, isScan: true },
])('short lines $where make a document sure', ({ confidence, isScan }) => {
  const found = foundPage(pageWith({ lines: [SHORT, SHORT] }), outlineWith({ right: 0.5, confidence }), { isScan });
  expect(hasLines(found)).toBe(true);
  expect(isSurelyTheDocument(found)).toBe(true);
});

const AREA: PageArea = { quad: box(0, 0, 10, 10), share: 0.02, strength: 1 };

test.each([
  { page: 'a playing card, sharp and in good light,', right: 0.9, bare: true },
  { page: 'a scanned one', right: 0.9, isScan: true, bare: true },
  {
    page: 'a card that motion may have taken the print from',
    right: 0.9,
    quality: { blurToTextHeight: 0.4 },
    bare: false,
  },
  { page: 'one that hardly any edges are on', right: 0.9, quality: { blurToTextHeight: 0 }, bare: false },
  { page: 'one in the dark', right: 0.9, quality: { meanLuma: 30 }, bare: false },
  { page: 'one in too much light', right: 0.9, quality: { meanLuma: 240 }, bare: false },
  { page: 'one with glare', right: 0.9, quality: { glare: [AREA] }, bare: false },
  { page: 'one with a finger on it', right: 0.9, quality: { covered: [AREA] }, bare: false },
  { page: 'one too small to be read', right: 0.9, quality: { widthPx: 300 }, bare: false },
  { page: 'one of which the judge is all but certain', right: 0.99, bare: false },
])('$page with $right of the judge’s: bare $bare', async ({ right, quality = {}, isScan = false, bare }) => {
  expect(await isBare(foundPage(pageWith({ quality }), outlineWith({ right }), { isScan }))).toBe(bare);
});

test.each([
  { cut: 'one end of the photo', onFrame: [true, false, false, false], isCut: true },
  { cut: 'no end of the photo', onFrame: INSIDE, isCut: false },
  { cut: 'all ends of a scan', onFrame: [true, true, true, true], isCut: false },
] as const)('what ends at $cut: cut $isCut', ({ onFrame, isCut }) => {
  expect(foundPage(pageWith({}), { ...outlineWith({}), onFrame }, FOUND).isCut).toBe(isCut);
});

function outlineWith({ right = 0, confidence = 0.85 }): FoundOutline {
  return {
    quad: box(200, 200, 500, 390),
    onFrame: INSIDE,
    confidence,
    clear: true,
    directionCertainty: 1,
    maps: EMPTY_MAPS,
    verdict: { right, place: 1, sides: [1, 1, 1, 1] },
  };
}

/** Of lines of such lengths, px; sharp, near and in good light where nothing else is said. */
function pageWith({ lines = [], quality = {} }: PageParts): UnmeasuredPage {
  return {
    image: { width: 1, height: 1, data: new Uint8Array(3) },
    grey: { width: 1, height: 1, data: new Uint8Array(1) },
    format: 'ID-1',
    outline: box(800, 800, 2000, 1560),
    outlineFound: true,
    pageToPhoto: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    textLines: lines.map((length) => ({ quad: box(0, 0, length, HEIGHT_PX), heightPx: HEIGHT_PX, score: 0.9 })),
    measureQuality: () => Promise.resolve({ ...GOOD, ...quality }),
  };
}

type PageParts = { readonly lines?: readonly number[]; readonly quality?: Partial<PageQuality> };

const GOOD: PageQuality = {
  blurMap: { columns: 1, rows: 1, values: new Float32Array([0.1]) },
  blurToTextHeight: 0.1,
  glare: [],
  covered: [],
  meanLuma: 140,
  pixelsPerMm: 14,
  widthPx: 1200,
  chromaDeviation: 10,
  cutOffEdges: [],
  cornersVisible: 4,
  recapture: 0,
};
