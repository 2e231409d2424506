/** A check of a drawn passport of Utopia with faults, for the tests of the reports. The holder is fictional. */
import { type CheckResult, type Evidence, type FieldName, TRY_OUT_POLICY, type Witness } from '@vidimus/vocabulary';
import { decide } from '../decision/index.ts';
import type { Page, PhotoPoint, Quad } from '../photo/index.ts';
import type { FieldReading, ReadPage, SideReading } from '../reading/index.ts';
import { type CheckDigitOf, MRZ_LAYOUTS } from '../standards/index.ts';
import type { CheckInput, ReadInput, ReportOptions } from './report-input.ts';

export const SAMPLE_OPTIONS: ReportOptions = {
  engine: { version: '0.1.0', models: [{ name: 'text-detection', version: 'PP-OCRv4 mobile det' }] },
};

/** What was read; pages are 1250 × 880 px and the photo is 1600 × 1200 px. */
export function sampleReading(): ReadInput {
  const page = samplePage();
  return {
    photos: [
      {
        mediaId: 'photo_1',
        content: { kind: 'located', photo: { width: 1600, height: 1200 }, pages: [page] },
      },
      {
        mediaId: 'photo_2',
        content: {
          kind: 'file_not_usable',
          error: { code: 'file.not-usable', why: 'password_protected', observed: 'PDF 1.7, encrypted' },
        },
      },
    ],
    kind: { type: 'passport', issuingState: 'UTO', score: 0.94 },
    fields: READINGS.map((reading) => ({ ...reading, mediaId: 'photo_1' })),
    timings: { decode: 92.4, locate: 268.1, mrz: 121, barcode: 34, visual_zone: 210, checks: 1.2 },
  };
}

/** The reading, checked under the policy for trying out. */
export function sampleCheck(results: readonly CheckResult[] = RESULTS): CheckInput {
  const { photos, kind, fields, timings } = sampleReading();
  const request = { policy: TRY_OUT_POLICY, asOf: '2026-06-01', claims: {} };
  return { subject: { request, photos, kind, fields }, results, decision: decide(results, request.policy), timings };
}

const quad = (
  numbers: readonly [number, number, number, number, number, number, number, number],
): Quad<{ readonly x: number; readonly y: number }> => {
  const [ax, ay, bx, by, cx, cy, dx, dy] = numbers;
  return [
    { x: ax, y: ay },
    { x: bx, y: by },
    { x: cx, y: cy },
    { x: dx, y: dy },
  ];
};

const MRZ_1 = quad([288, 864, 1327, 997, 1322, 1019, 288, 886]);
const MRZ_2 = quad([289, 916, 1315, 1050, 1310, 1073, 289, 939]);
const EXPIRY = quad([963, 813, 1221, 844, 1217, 868, 959, 837]);
const NUMBER = quad([1104, 397, 1293, 416, 1289, 439, 1101, 420]);

const reading = (
  field: FieldName,
  witness: Witness,
  value: string,
  printed: string,
  confidence: number,
  region: Quad<PhotoPoint>,
): FieldReading => ({ field, witness, value, printed, confidence, region });

const READINGS: readonly FieldReading[] = [
  reading(
    'primary_identifier',
    'visual_zone',
    'MOREAU',
    'MOREAU',
    0.98,
    quad([664, 431, 796, 444, 794, 466, 663, 452]),
  ),
  reading('primary_identifier', 'mrz', 'MOREAU', 'MOREAU', 0.97, MRZ_1),
  reading(
    'secondary_identifier',
    'visual_zone',
    'RAPHAEL',
    'RAPHAEL',
    0.96,
    quad([659, 504, 801, 519, 799, 539, 658, 524]),
  ),
  reading('secondary_identifier', 'mrz', 'RAPHAEL', 'RAPHAEL', 0.95, MRZ_1),
  reading('document_number', 'visual_zone', 'D521348Z0', 'D521348Z0', 0.93, NUMBER),
  reading('document_number', 'mrz', 'D5213482O', 'D5213482O', 0.71, MRZ_2),
  reading('birth_date', 'mrz', '1952-07-30', '520730', 0.97, MRZ_2),
  reading(
    'birth_date',
    'visual_zone',
    '1952-07-30',
    '30 JUL/JUIL 1952',
    0.94,
    quad([651, 643, 899, 671, 896, 696, 650, 668]),
  ),
  reading('expiry_date', 'mrz', '2033-06-12', '330612', 0.9, MRZ_2),
  reading('birth_place', 'visual_zone', 'ZENITH', 'ZENITH', 0.92, quad([773, 725, 881, 738, 879, 757, 772, 744])),
];

const region = (place: Quad<PhotoPoint>): NonNullable<Evidence['region']> => {
  const [a, b, c, d] = place;
  return {
    corners: [
      [a.x, a.y],
      [b.x, b.y],
      [c.x, c.y],
      [d.x, d.y],
    ],
  };
};

const RESULTS: readonly CheckResult[] = [
  {
    check: 'free-of-glare',
    outcome: 'failed',
    code: 'image_glare',
    evidence: [
      {
        measure: 'saturated share of the field',
        observed: 0.3127,
        unit: 'share',
        threshold: 0.15,
        field: 'expiry_date',
        region: region(EXPIRY),
        media_id: 'photo_1',
      },
    ],
  },
  {
    check: 'file-usable',
    outcome: 'failed',
    code: 'file_not_usable',
    evidence: [
      {
        measure: 'file',
        observed: 'PDF 1.7, encrypted',
        media_id: 'photo_2',
        facts: { why: 'password_protected' },
      },
    ],
  },
  {
    check: 'zones-agree',
    outcome: 'failed',
    code: 'machine_zone_mismatch',
    evidence: [
      {
        measure: 'visual_zone against mrz',
        observed: 'D521348Z0',
        threshold: 'D5213482O',
        field: 'document_number',
        media_id: 'photo_1',
        sources: [
          { witness: 'visual_zone', value: 'D521348Z0', confidence: 0.93, region: region(NUMBER), media_id: 'photo_1' },
          { witness: 'mrz', value: 'D5213482O', confidence: 0.71, region: region(MRZ_2), media_id: 'photo_1' },
        ],
      },
    ],
  },
  {
    check: 'name-matches-claim',
    outcome: 'inconclusive',
    because: 'the name was not read with certainty',
    evidence: [
      {
        measure: 'claimed name against the document',
        observed: 'RAPHAEL MOREAU',
        threshold: 'RAFAEL MOREAU',
        media_id: 'photo_1',
      },
    ],
  },
  {
    check: 'resolution-sufficient',
    outcome: 'passed',
    evidence: [
      {
        measure: 'resolution across the document',
        observed: 180,
        threshold: 150,
        unit: 'dpi',
        media_id: 'photo_1',
        facts: { note: 'image_resolution_low' },
      },
    ],
  },
  {
    check: 'not-expired',
    outcome: 'passed',
    evidence: [{ measure: 'days left', observed: 2568, threshold: 0, unit: 'days', field: 'expiry_date' }],
  },
  { check: 'sides-agree', outcome: 'not_applicable', because: 'one side was given' },
  { check: 'check-digits-hold', outcome: 'not_performed', because: 'glare lies over document_number' },
];

/** Where a check digit of a passport's zone stands, and what it covers. */
function digitOf(of: CheckDigitOf) {
  const slot = MRZ_LAYOUTS.TD3.checkDigits.find((one) => one.of === of);
  if (!slot) throw new Error(`TD3 has no check digit of ${of}`);
  return slot;
}

function samplePage(): ReadPage {
  const [width, height] = [1250, 880];
  const page: Page = {
    image: { width, height, data: new Uint8Array(0) },
    grey: { width, height, data: new Uint8Array(0) },
    format: 'ID-2-or-ID-3',
    outline: quad([213, 160, 1572, 279, 1368, 1149, 237, 996]),
    outlineFound: true,
    pageToPhoto: [0.9967158, 0.07784607, 212.6126, 0.07907752, 1.162812, 160.4789, -0.00005756439, 0.0002141517, 1],
    textLines: [
      { quad: quad([60, 758, 1190, 758, 1190, 788, 60, 788]), heightPx: 30, score: 0.95 },
      { quad: quad([60, 812, 1190, 812, 1190, 842, 60, 842]), heightPx: 30, score: 0.94 },
      { quad: quad([430, 250, 560, 250, 560, 280, 430, 280]), heightPx: 30, score: 0.9 },
    ],
    quality: {
      blurMap: { columns: 1, rows: 1, values: new Float32Array(1) },
      blurToTextHeight: 0.081,
      glare: [],
      covered: [],
      meanLuma: 171,
      pixelsPerMm: 7.1,
      widthPx: 1364,
      chromaDeviation: 14.2,
      cutOffEdges: [],
      cornersVisible: 4,
      recapture: 0.08,
    },
  };
  const side: SideReading = {
    side: 'front',
    mrz: {
      format: 'TD3',
      lines: ['P<UTOMOREAU<<RAPHAEL<<<<<<<<<<<<<<<<<<<<<<<<', 'D5213482O9UTO5207309M3306127UL420053H<<<<<24'],
      characters: [],
      lineRegions: [MRZ_1, MRZ_2],
      checkDigits: [
        { ...digitOf('birth_date'), outcome: 'passed' },
        { ...digitOf('document_number'), outcome: 'failed', expected: '3', observed: '9' },
      ],
      fields: READINGS.filter(({ witness }) => witness === 'mrz'),
      nameTruncated: false,
    },
    barcode: { tried: ['3 dense blocks', 'decoded at scale 2'], elapsedMs: 34 },
    visualZone: {
      lines: [{ text: 'MOREAU', confidence: 0.98, region: quad([664, 431, 796, 444, 794, 466, 663, 452]) }],
      fields: READINGS.filter(({ witness }) => witness === 'visual_zone'),
      labelsWithoutValue: [],
      unreadScripts: [],
      marks: [],
    },
  };
  return { page, reading: side };
}
