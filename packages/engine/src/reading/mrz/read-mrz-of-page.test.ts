import { type BoxMm, drawDocument, type FlatSide, type SpecimenKind } from '@vidimus/specimens';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { ModelSessions } from '../../node/model-sessions.ts';
import type { Page, PagePoint, Quad } from '../../photo/index.ts';
import { toGrey } from '../../photo/to-grey.ts';
import { readMrzOfPage } from './read-mrz-of-page.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const ports = {
  infer: (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input),
  now: () => performance.now(),
};
const OPTIONS = { budgetMs: 60_000, asOf: '2026-11-01' };
/** 1.5 times the height of a capital, as a text detector boxes it. */
const BOX_FACTOR = 0.25;

/** A flat side as the page it would be straightened to, its lines of text where they were drawn. */
function pageOf(side: FlatSide, without: (name: string, index: number) => boolean = () => false): Page {
  const k = side.pixelsPerMm;
  const lines = side.elements
    .filter(({ kind }) => kind !== 'portrait' && kind !== 'barcode')
    .filter(({ name }, index) => !without(name, index));
  return {
    image: side.pixels,
    grey: toGrey(side.pixels),
    format: 'unknown',
    outline: [
      { x: 0, y: 0 },
      { x: side.pixels.width, y: 0 },
      { x: side.pixels.width, y: side.pixels.height },
      { x: 0, y: side.pixels.height },
    ],
    outlineFound: true,
    pageToPhoto: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    textLines: lines.map(({ box }) => {
      const pad = box.height * BOX_FACTOR;
      return { quad: quadOf(box, k, pad), heightPx: (box.height + 2 * pad) * k, score: 1 };
    }),
    quality: {
      blurMap: { columns: 0, rows: 0, values: new Float32Array() },
      blurToTextHeight: 0,
      glare: [],
      covered: [],
      meanLuma: 200,
      pixelsPerMm: k,
      widthPx: side.pixels.width,
      chromaDeviation: 10,
      cutOffEdges: [],
      cornersVisible: 4,
      recapture: 0,
    },
  };
}

function quadOf({ x, y, width, height }: BoxMm, k: number, pad: number): Quad<PagePoint> {
  const [left, top] = [(x - pad) * k, (y - pad) * k];
  const [right, bottom] = [(x + width + pad) * k, (y + height + pad) * k];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

async function draw(kind: SpecimenKind, seed: number, pixelsPerMm = 12) {
  const document = await drawDocument({ kind, state: 'UTO', seed, asOf: '2026-11-01', pixelsPerMm });
  const side = document.sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line'));
  const other = document.sides.find((one) => one !== side);
  return { document, side, other };
}

async function drawZoneSide(kind: SpecimenKind, seed: number, pixelsPerMm?: number) {
  const { document, side } = await draw(kind, seed, pixelsPerMm);
  if (!side) throw new Error(`${kind} has no zone`);
  return { document, side };
}

describe('drawn documents', () => {
  test.each([
    ['passport', 11],
    ['passport', 12],
    ['identity-card-td1', 11],
    ['identity-card-td2', 11],
    ['visa-a', 11],
    ['visa-b', 11],
  ] as const)('the zone of %s %i is read exactly at a comfortable size', async (kind, seed) => {
    const { document, side } = await drawZoneSide(kind, seed);
    const reading = await readMrzOfPage(pageOf(side), ports, OPTIONS);
    expect('lines' in reading && reading.lines).toEqual(document.mrz?.lines);
    expect('format' in reading && reading.format).toBe(document.mrz?.format);
    expect('checkDigits' in reading && reading.checkDigits.every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  test('fields carry value, confidence and their place in the photo', async () => {
    const { document, side } = await drawZoneSide('passport', 11);
    const reading = await readMrzOfPage(pageOf(side), ports, OPTIONS);
    const birth = 'fields' in reading ? reading.fields.find(({ field }) => field === 'birth_date') : undefined;
    expect(birth?.value).toBe(document.fields.birth_date);
    expect(birth?.confidence).toBeGreaterThan(0.5);
    const box = side.elements.filter(({ kind }) => kind === 'mrz-line')[1]?.box;
    if (!box || !birth?.region) throw new Error('no region');
    const pitch = (box.width / 44) * side.pixelsPerMm;
    expect(Math.abs(birth.region[0].x - (box.x * side.pixelsPerMm + 13 * pitch))).toBeLessThan(pitch);
    expect(Math.abs(birth.region[1].x - (box.x * side.pixelsPerMm + 19 * pitch))).toBeLessThan(pitch);
  });

  test('a line that the text detector missed is found beside the other one', async () => {
    const { document, side } = await drawZoneSide('passport', 12);
    const first = side.elements.find(({ kind }) => kind === 'mrz-line');
    const page = pageOf(side, (name) => name === first?.name);
    const reading = await readMrzOfPage(page, ports, OPTIONS);
    expect('lines' in reading && reading.lines).toEqual(document.mrz?.lines);
  });

  test('a smudged character is told with low confidence', async () => {
    const { document, side } = await drawZoneSide('passport', 11);
    const box = side.elements.filter(({ kind }) => kind === 'mrz-line')[0]?.box;
    if (!box) throw new Error('no line');
    const data = side.pixels.data.slice();
    const k = side.pixelsPerMm;
    const [left, right] = [6, 7].map((column) => Math.round((box.x + (column * box.width) / 44) * k));
    const [top, bottom] = [Math.round((box.y - 1) * k), Math.round((box.y + box.height + 1) * k)];
    for (let y = top ?? 0; y < (bottom ?? 0); y++) {
      data.fill(OVERPAINT, (y * side.pixels.width + (left ?? 0)) * 3, (y * side.pixels.width + (right ?? 0)) * 3);
    }
    const reading = await readMrzOfPage(pageOf({ ...side, pixels: { ...side.pixels, data } }), ports, OPTIONS);
    const characters = 'characters' in reading ? (reading.characters[0] ?? []) : [];
    expect(characters).toHaveLength(44);
    expect(characters[6]?.confidence).toBeLessThan(0.5);
    const others = characters.filter((_, column) => Math.abs(column - 6) > 1).map(({ character }) => character);
    expect(others.join('')).toBe([...(document.mrz?.lines[0] ?? '')].filter((_, c) => Math.abs(c - 6) > 1).join(''));
  });
});
const OVERPAINT = 190;

describe('pages without a zone', () => {
  test.each(['identity-card-td1', 'driving-licence-eu', 'driving-licence-na'] as const)('%s', async (kind) => {
    const { side, other, document } = await draw(kind, 3);
    const page = other ?? (document.sides[0] === side ? undefined : document.sides[0]);
    if (!page) throw new Error(`${kind} has no side without a zone`);
    const reading = await readMrzOfPage(pageOf(page), ports, OPTIONS);
    expect('tried' in reading && reading.tried.length).toBeGreaterThan(0);
  });

  test('an empty page', async () => {
    const { side } = await drawZoneSide('passport', 11);
    const data = new Uint8Array(side.pixels.data.length).fill(OVERPAINT);
    const reading = await readMrzOfPage(pageOf({ ...side, pixels: { ...side.pixels, data } }), ports, OPTIONS);
    expect('tried' in reading).toBe(true);
  });
});
