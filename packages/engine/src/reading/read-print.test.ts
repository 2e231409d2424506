import { drawDocument, type FlatSide, type SpecimenKind } from '@vidimus/specimens';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { decodeBarcodes } from '../node/barcode-decoder.ts';
import { ModelSessions } from '../node/model-sessions.ts';
import { downscale, type Page } from '../photo/index.ts';
import { findTextLines } from '../photo/text/find-text-lines.ts';
import { toGrey } from '../photo/to-grey.ts';
import { readBarcode } from './barcode/read-barcode.ts';
import type { NotRead, SideReading } from './document-reading.ts';
import { recogniseKind } from './recognise-kind.ts';
import { recogniseSide } from './recognise-side.ts';
import { readVisualZone } from './visual-zone/read-visual-zone.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const ports = {
  infer: (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input),
  decodeBarcodes,
  now: () => performance.now(),
};
const AS_OF = '2026-11-01';
/** As long as a straightened page. */
const PAGE_LONG_EDGE = 1600;
const TEXT_LONG_EDGE = 736;
const NO_ZONE: NotRead = { tried: [], elapsedMs: 0 };

/** A flat side as the page it would be straightened to. */
async function pageOf(side: FlatSide): Promise<Page> {
  const image = downscale(side.pixels, PAGE_LONG_EDGE);
  const { width, height } = image;
  return {
    image,
    grey: toGrey(image),
    format: 'unknown',
    outline: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    outlineFound: true,
    pageToPhoto: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    textLines: await findTextLines(image, TEXT_LONG_EDGE, ports.infer),
    quality: {
      blurMap: { columns: 0, rows: 0, values: new Float32Array() },
      blurToTextHeight: 0,
      glare: [],
      covered: [],
      meanLuma: 200,
      pixelsPerMm: side.pixelsPerMm,
      widthPx: width,
      chromaDeviation: 10,
      cutOffEdges: [],
      cornersVisible: 4,
      recapture: 0,
    },
  };
}

async function read(kind: SpecimenKind, seed: number) {
  const document = await drawDocument({ kind, state: 'UTO', seed, asOf: AS_OF, pixelsPerMm: 16 });
  const sides = [];
  for (const side of document.sides) {
    const page = await pageOf(side);
    const witnesses = {
      mrz: NO_ZONE,
      barcode: await readBarcode(page, ports),
      visualZone: await readVisualZone(page, ports, { asOf: AS_OF }),
    };
    const reading: SideReading = { side: recogniseSide(witnesses), ...witnesses };
    sides.push({ drawn: side, page, reading });
  }
  return { document, sides };
}

/** Without marks, which the recogniser hardly knows, and without spaces, which it drops. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

describe.each([
  ['passport', 3, 'passport'],
  ['identity-card-td1', 5, 'identity_card'],
  ['identity-card-td2', 4, 'identity_card'],
  ['visa-b', 6, 'visa'],
  ['driving-licence-na', 7, 'driving_licence'],
] as const)('a flat %s', (kind, seed, type) => {
  test('is told for what it is, and each side for which it is, and says what is printed on it', async () => {
    const { document, sides } = await read(kind, seed);
    expect(recogniseKind(sides.map(({ reading }) => reading))).toMatchObject({ type, issuingState: 'UTO' });
    expect(sides.map(({ reading }) => reading.side)).toEqual(sides.map(({ drawn }) => drawn.side));
    const printed = sides.flatMap(({ drawn, reading }) =>
      drawn.elements
        .filter((one) => one.kind === 'text' && one.value !== undefined && one.name in document.fields)
        .map(({ name, value = '' }) => {
          const field = reading.visualZone.fields.find((one) => one.field === name);
          return { name, isExact: bare(field?.value ?? '') === bare(value) };
        }),
    );
    const missed = printed.filter(({ isExact }) => !isExact).map(({ name }) => name);
    expect(missed.length / printed.length, missed.join(', ')).toBeLessThanOrEqual(MOST_MISSED);
  });
});

/** A field in six may be missed on a single page; over all pages it is one in twenty. */
const MOST_MISSED = 0.17;

test('the bar code of a North American back says what the front prints', async () => {
  const { document, sides } = await read('driving-licence-na', 7);
  const back = sides[1]?.reading.barcode;
  if (!back || !('fields' in back)) throw new Error('no bar code was read');
  const values = Object.fromEntries(back.fields.map(({ field, value }) => [field, value]));
  const { birth_date, expiry_date, document_number } = document.fields;
  expect(values).toMatchObject({ document_type: 'driving_licence', birth_date, expiry_date, document_number });
});

test('lines that were not looked at in time are counted', async () => {
  const document = await drawDocument({ kind: 'visa-a', state: 'UTO', seed: 2, asOf: AS_OF });
  const [side] = document.sides;
  if (!side) throw new Error('a visa has a side');
  const page = await pageOf(side);
  const reading = await readVisualZone(page, ports, { asOf: AS_OF, budgetMs: -1 });
  expect(reading.fields).toEqual([]);
  expect(reading.linesNotLookedAt).toBeGreaterThan(10);
});
