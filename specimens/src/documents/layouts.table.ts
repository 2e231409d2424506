import type { BoxMm, SpecimenKind } from '../flat-document.ts';
import type { Row } from './form.ts';

/** Where things stand on the front of a kind; millimetres from the top left. */
export type FrontLayout = {
  readonly header: 'band' | 'plain' | 'side';
  readonly portrait: BoxMm;
  readonly ghost?: BoxMm;
  readonly signature?: BoxMm;
  readonly emblem: { readonly x: number; readonly y: number; readonly radius: number };
  readonly fields: BoxMm;
  readonly rows: readonly Row[];
};

/** Size of a kind and of its print. */
export type KindFormat = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly cornerRadiusMm: number;
  readonly headerMm: number;
  readonly labelCapMm: number;
  readonly valueCapMm: number;
  /** Left edge of the zone's first cell and the baselines of its lines, mm from the top. */
  readonly zone?: { readonly side: 'front' | 'back'; readonly x: number; readonly baselines: readonly number[] };
  readonly fronts: readonly [FrontLayout, FrontLayout, FrontLayout];
};

const box = (x: number, y: number, width: number, height: number): BoxMm => ({ x, y, width, height });

const PASSPORT_ROWS: readonly Row[] = [
  [
    ['document_code', 1],
    ['issuing_state', 1.5],
    ['document_number', 4],
  ],
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [
    ['nationality', 3],
    ['sex', 1],
  ],
  [
    ['birth_date', 3],
    ['personal_number', 2.6],
  ],
  [['birth_place', 1]],
  [
    ['issue_date', 3],
    ['expiry_date', 3],
  ],
  [['issuing_authority', 1]],
];
const PASSPORT_ROWS_TWO_COLUMNS: readonly Row[] = [
  [
    ['document_number', 3],
    ['document_code', 1],
    ['issuing_state', 1],
  ],
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [
    ['birth_date', 3],
    ['sex', 1],
    ['nationality', 3],
  ],
  [
    ['birth_place', 1],
    ['personal_number', 0.9],
  ],
  [
    ['issue_date', 1],
    ['expiry_date', 1],
  ],
  [['issuing_authority', 1]],
];
const CARD_ROWS: readonly Row[] = [
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [
    ['birth_date', 2.4],
    ['sex', 0.8],
    ['nationality', 2.2],
  ],
  [
    ['document_number', 1],
    ['personal_number', 1],
  ],
  [
    ['expiry_date', 1],
    ['issue_date', 1],
  ],
];
const CARD_ROWS_NUMBER_FIRST: readonly Row[] = [
  [
    ['document_number', 1],
    ['expiry_date', 1],
  ],
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [
    ['nationality', 1.6],
    ['sex', 0.6],
    ['birth_date', 1.6],
  ],
  [
    ['issue_date', 1],
    ['personal_number', 1],
  ],
];
const VISA_ROWS: readonly Row[] = [
  [
    ['document_code', 1],
    ['issuing_state', 1.5],
    ['document_number', 3],
  ],
  [
    ['issue_date', 1],
    ['expiry_date', 1],
  ],
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [
    ['birth_date', 2.4],
    ['sex', 0.8],
    ['nationality', 2.4],
  ],
  [['issuing_authority', 1]],
];
/** ISO/IEC 18013-1 annex A: the numbers and their order. */
const LICENCE_ROWS: readonly Row[] = [
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [
    ['birth_date', 1],
    ['birth_place', 1.3],
  ],
  [
    ['issue_date', 1],
    ['issuing_authority', 1.3],
  ],
  [
    ['expiry_date', 1],
    ['personal_number', 1.3],
  ],
  [['document_number', 1]],
  [['address', 1]],
  [['licence_categories', 1]],
];
const AMERICAN_ROWS: readonly Row[] = [
  [
    ['document_number', 1],
    ['licence_categories', 0.8],
  ],
  [
    ['expiry_date', 1],
    ['issue_date', 1],
  ],
  [['primary_identifier', 1]],
  [['secondary_identifier', 1]],
  [['address', 1]],
  [
    ['birth_date', 1.5],
    ['sex', 0.7],
  ],
];

/** ICAO Doc 9303-4 figure 6, -5 figure 7, -6 figure 6, -7 figures 4 and 8: the zone fills the last 23.2 mm; two lines stand 6.35 mm apart, three 4.23 mm. */
export const KIND_FORMATS: Readonly<Record<SpecimenKind, KindFormat>> = {
  passport: {
    widthMm: 125,
    heightMm: 88,
    cornerRadiusMm: 3,
    headerMm: 9,
    labelCapMm: 1.15,
    valueCapMm: 2,
    zone: { side: 'front', x: 6, baselines: [73.5, 79.85] },
    fronts: [
      {
        header: 'band',
        portrait: box(6, 13, 35, 45),
        ghost: box(104.5, 43, 14.5, 18.6),
        emblem: { x: 11, y: 4.5, radius: 3.7 },
        fields: box(45, 11.5, 60, 51),
        signature: box(8, 58.6, 31, 5),
        rows: PASSPORT_ROWS,
      },
      {
        header: 'plain',
        portrait: box(6, 14, 31, 40),
        ghost: box(105, 13, 14, 18),
        emblem: { x: 113, y: 51.5, radius: 7 },
        fields: box(41, 12.5, 64, 50),
        signature: box(6, 55, 31, 7.5),
        rows: PASSPORT_ROWS_TWO_COLUMNS,
      },
      {
        header: 'side',
        portrait: box(14, 8, 32, 41),
        ghost: box(103, 44, 15, 19),
        emblem: { x: 5.5, y: 58.5, radius: 3.8 },
        fields: box(50, 6, 53, 56),
        signature: box(14, 51, 32, 8),
        rows: PASSPORT_ROWS,
      },
    ],
  },
  'identity-card-td1': {
    widthMm: 85.6,
    heightMm: 53.98,
    cornerRadiusMm: 3.18,
    headerMm: 8,
    labelCapMm: 0.95,
    valueCapMm: 1.65,
    zone: { side: 'back', x: 4.7, baselines: [38.4, 42.63, 46.86] },
    fronts: [
      {
        header: 'band',
        portrait: box(4, 11, 24, 31),
        ghost: box(73.5, 40.5, 9, 11.6),
        emblem: { x: 6, y: 4, radius: 3.2 },
        fields: box(31, 11, 52, 38),
        signature: box(4, 44, 24, 6),
        rows: CARD_ROWS,
      },
      {
        header: 'plain',
        portrait: box(58, 10.5, 24, 31),
        ghost: box(4, 40, 9, 11.6),
        emblem: { x: 6.6, y: 5.2, radius: 3.4 },
        fields: box(4, 11.5, 52, 35),
        signature: box(58, 43, 24, 6),
        rows: CARD_ROWS_NUMBER_FIRST,
      },
      {
        header: 'side',
        portrait: box(10.5, 5, 26, 33.5),
        ghost: box(74, 40, 9, 11.6),
        emblem: { x: 4, y: 48, radius: 3 },
        fields: box(40, 5, 43, 44),
        signature: box(11, 41, 25, 7),
        rows: CARD_ROWS,
      },
    ],
  },
  'identity-card-td2': {
    widthMm: 105,
    heightMm: 74,
    cornerRadiusMm: 3.18,
    headerMm: 8.5,
    labelCapMm: 1.05,
    valueCapMm: 1.9,
    zone: { side: 'front', x: 6, baselines: [59.5, 65.85] },
    fronts: [
      {
        header: 'band',
        portrait: box(5, 11, 28, 36),
        ghost: box(91, 34, 11.5, 14.8),
        emblem: { x: 8, y: 4.25, radius: 3.4 },
        fields: box(37, 11, 55, 37),
        rows: CARD_ROWS,
      },
      {
        header: 'plain',
        portrait: box(74, 11, 27, 35),
        ghost: box(60, 34, 11, 14.2),
        emblem: { x: 8, y: 5.2, radius: 3.6 },
        fields: box(5, 12, 66, 36),
        rows: CARD_ROWS_NUMBER_FIRST,
      },
      {
        header: 'side',
        portrait: box(12, 5, 31, 40),
        ghost: box(92, 33.5, 11, 14.2),
        emblem: { x: 4.5, y: 45, radius: 3.2 },
        fields: box(46, 5, 46, 43),
        rows: CARD_ROWS,
      },
    ],
  },
  'visa-a': {
    widthMm: 120,
    heightMm: 80,
    cornerRadiusMm: 0,
    headerMm: 9,
    labelCapMm: 1.1,
    valueCapMm: 1.9,
    zone: { side: 'front', x: 4, baselines: [65.5, 71.85] },
    fronts: [
      {
        header: 'band',
        portrait: box(5, 13, 29, 37.5),
        emblem: { x: 9, y: 4.5, radius: 3.6 },
        fields: box(39, 12, 76, 42),
        rows: VISA_ROWS,
      },
      {
        header: 'plain',
        portrait: box(86, 13, 29, 37.5),
        emblem: { x: 9, y: 5.4, radius: 3.8 },
        fields: box(6, 13, 76, 41),
        rows: VISA_ROWS,
      },
      {
        header: 'side',
        portrait: box(14, 7, 31, 40),
        emblem: { x: 5, y: 50, radius: 3.4 },
        fields: box(50, 7, 65, 46),
        rows: VISA_ROWS,
      },
    ],
  },
  'visa-b': {
    widthMm: 105,
    heightMm: 74,
    cornerRadiusMm: 0,
    headerMm: 8.5,
    labelCapMm: 1.05,
    valueCapMm: 1.8,
    zone: { side: 'front', x: 4, baselines: [59.5, 65.85] },
    fronts: [
      {
        header: 'band',
        portrait: box(5, 11, 27, 35),
        emblem: { x: 8, y: 4.25, radius: 3.4 },
        fields: box(36, 11, 65, 37.5),
        rows: VISA_ROWS,
      },
      {
        header: 'plain',
        portrait: box(74, 12, 26, 33.5),
        emblem: { x: 8, y: 5.2, radius: 3.6 },
        fields: box(5, 12, 66, 36.5),
        rows: VISA_ROWS,
      },
      {
        header: 'side',
        portrait: box(12, 6, 29, 37.5),
        emblem: { x: 4.5, y: 45, radius: 3.2 },
        fields: box(45, 6, 56, 42),
        rows: VISA_ROWS,
      },
    ],
  },
  'driving-licence-eu': {
    widthMm: 85.6,
    heightMm: 53.98,
    cornerRadiusMm: 3.18,
    headerMm: 8.5,
    labelCapMm: 1.15,
    valueCapMm: 1.6,
    fronts: [
      {
        header: 'band',
        portrait: box(4, 12, 23, 29.6),
        emblem: { x: 6.3, y: 4.25, radius: 3.4 },
        fields: box(30, 11.5, 53, 39.5),
        signature: box(4, 43, 23, 7),
        rows: LICENCE_ROWS,
      },
      {
        header: 'plain',
        portrait: box(4, 12.5, 22, 28.4),
        ghost: box(73, 11, 9, 11.6),
        emblem: { x: 7, y: 5.4, radius: 3.6 },
        fields: box(29, 12, 54, 39),
        signature: box(4, 43, 22, 7),
        rows: LICENCE_ROWS,
      },
      {
        header: 'side',
        portrait: box(58, 5, 24, 31),
        emblem: { x: 4, y: 48, radius: 3 },
        fields: box(10.5, 5, 46, 45.5),
        signature: box(58, 39, 24, 8),
        rows: LICENCE_ROWS,
      },
    ],
  },
  'driving-licence-na': {
    widthMm: 85.6,
    heightMm: 53.98,
    cornerRadiusMm: 3.18,
    headerMm: 9,
    labelCapMm: 0.95,
    valueCapMm: 1.75,
    fronts: [
      {
        header: 'band',
        portrait: box(4, 12, 24, 31),
        ghost: box(71, 36, 11, 14.2),
        emblem: { x: 6.5, y: 4.5, radius: 3.6 },
        fields: box(31, 12, 52, 37),
        signature: box(4, 44.5, 24, 6),
        rows: AMERICAN_ROWS,
      },
      {
        header: 'plain',
        portrait: box(57, 12, 25, 32),
        ghost: box(43, 37, 10.5, 13.5),
        emblem: { x: 7, y: 5.6, radius: 3.7 },
        fields: box(4, 13, 51, 35),
        signature: box(57, 45, 25, 6),
        rows: AMERICAN_ROWS,
      },
      {
        header: 'side',
        portrait: box(56, 6, 26, 33.5),
        emblem: { x: 4, y: 48, radius: 3 },
        fields: box(10.5, 6, 44, 42),
        signature: box(56, 41, 26, 8),
        rows: AMERICAN_ROWS,
      },
    ],
  },
};
