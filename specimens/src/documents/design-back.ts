import { backgroundItems } from './background.ts';
import { zoneGround } from './design-front.ts';
import { emblemSvg } from './emblem.ts';
import { fieldLabel } from './field-labels.ts';
import { type Row, setForm } from './form.ts';
import { ZONE_MM } from './header.ts';
import { KIND_FORMATS } from './layouts.table.ts';
import { barcodePicture } from './licence-barcode.ts';
import type { PrintPlan } from './print-plan.ts';
import { printedFields } from './printed-fields.ts';
import type { DesignItem, SideDesign, TextItem } from './side-design.ts';
import { specimenMark } from './specimen-mark.ts';

/** Designs the back of a card; undefined for kinds with one page. */
export async function designBack(plan: PrintPlan): Promise<SideDesign | undefined> {
  const record = plan.back;
  const { kind, state } = record;
  if (kind === 'passport' || kind === 'visa-a' || kind === 'visa-b') return undefined;
  const format = KIND_FORMATS[kind];
  const { widthMm, heightMm, cornerRadiusMm } = format;
  const zone = format.zone?.side === 'back' ? format.zone : undefined;
  const patternHeight = zone === undefined ? heightMm : heightMm - ZONE_MM;
  const rows: readonly Row[] =
    kind === 'driving-licence-na' ? AMERICAN_BACK : kind === 'driving-licence-eu' ? EUROPEAN_BACK : CARD_BACK;
  const top = kind === 'driving-licence-na' ? AMERICAN_FIELDS_TOP : 5;
  const items: DesignItem[] = [
    ...backgroundItems(state, `${kind}-back`, widthMm, heightMm, patternHeight),
    {
      draw: 'art',
      svg: `<rect width="${widthMm}" height="2.2" fill="${state.colours.main}"/>${kind === 'driving-licence-na' ? '' : emblemSvg(state.emblem, widthMm - 11, 12, 6.5, state.colours.main, 0.8)}`,
    },
    ...specimenMark(state, widthMm, patternHeight, format.valueCapMm),
    ...setForm(
      {
        x: 5,
        y: top,
        width: widthMm - (kind === 'driving-licence-na' ? 10 : 26),
        height: Math.min(patternHeight - top - 3, BACK_FIELDS_MM),
      },
      rows,
      printedFields(record, plan.absent, plan.originalOnly),
      {
        labels: kind === 'driving-licence-eu' ? 'before' : 'above',
        labelFor: (field) =>
          kind === 'driving-licence-na' ? (AMERICAN_BACK_LABELS[field] ?? '') : fieldLabel(kind, state, field),
        labelCapMm: format.labelCapMm,
        valueCapMm: format.valueCapMm * 0.95,
        labelColour: state.colours.main,
        valueColour: state.colours.ink,
        valueFace: 'sans',
        indentMm: 5,
      },
    ),
  ];
  if (kind === 'driving-licence-eu')
    items.push(
      ...categoryTable(record.categories, record.issueDate, record.expiryDate, state.colours.main, state.colours.ink),
    );
  if (kind === 'driving-licence-na') {
    items.push({ draw: 'art', svg: `<rect y="3.4" width="${widthMm}" height="7.5" fill="#26221f"/>` });
    if (state.code !== 'AUS') items.push(await barcodePicture(record));
  }
  if (zone !== undefined) {
    items.push({ draw: 'art', svg: zoneGround(heightMm, widthMm) });
    if (plan.zone !== undefined)
      items.push({ draw: 'mrz', lines: plan.zone.lines, x: zone.x, baselines: zone.baselines });
  }
  return { side: 'back', widthMm, heightMm, cornerRadiusMm, items };
}

const CARD_BACK: readonly Row[] = [
  [['address', 1]],
  [
    ['birth_place', 1],
    ['document_number', 0.8],
  ],
  [['issuing_authority', 1]],
];
const EUROPEAN_BACK: readonly Row[] = [[['document_number', 1]]];
const AMERICAN_BACK: readonly Row[] = [
  [
    ['document_number', 1],
    ['licence_categories', 1],
    ['birth_date', 1],
  ],
];
const AMERICAN_BACK_LABELS: Readonly<Record<string, string>> = {
  document_number: 'LICENCE / CARD NUMBER',
  licence_categories: 'CLASS',
  birth_date: 'BIRTH DATE',
};
const AMERICAN_FIELDS_TOP = 12.5;
/** Enough for three rows. */
const BACK_FIELDS_MM = 24;

/** Columns 9 to 12 of the table of categories: ISO/IEC 18013-1 annex A. */
function categoryTable(
  held: readonly string[],
  from: string,
  to: string,
  colour: string,
  ink: string,
): readonly DesignItem[] {
  const shortDate = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(2, 4)}`;
  const rowMm = (TABLE_BOTTOM - TABLE_TOP) / (TABLE_CATEGORIES.length + 1);
  const lines = Array.from(
    { length: TABLE_CATEGORIES.length + 2 },
    (_, row) => `M6 ${(TABLE_TOP + row * rowMm).toFixed(2)}H66`,
  ).join('');
  const columns = [6, 16, 34, 52, 66].map((x) => `M${x} ${TABLE_TOP}V${TABLE_BOTTOM}`).join('');
  const cell = (text: string, x: number, row: number, colourOfText: string): TextItem => ({
    draw: 'text',
    name: 'category_table',
    kind: 'label',
    text,
    x,
    baseline: TABLE_TOP + (row + 1) * rowMm - rowMm * 0.28,
    capHeightMm: 1.25,
    face: 'condensed',
    colour: colourOfText,
    isElement: false,
  });
  return [
    {
      draw: 'art',
      svg: `<rect x="6" y="${TABLE_TOP}" width="60" height="${TABLE_BOTTOM - TABLE_TOP}" fill="#ffffff" fill-opacity="0.6"/><path d="${lines}${columns}" stroke="${colour}" stroke-width="0.15" fill="none"/>`,
    },
    ...['9.', '10.', '11.', '12.'].map((text, index) => cell(text, [7, 17, 35, 53][index] ?? 0, 0, colour)),
    ...TABLE_CATEGORIES.flatMap((category, index) => [
      cell(category, 7, index + 1, ink),
      ...(held.includes(category)
        ? [cell(shortDate(from), 17, index + 1, ink), cell(shortDate(to), 35, index + 1, ink)]
        : []),
    ]),
  ];
}

const TABLE_CATEGORIES = ['AM', 'A1', 'A', 'B', 'C1', 'C', 'D', 'BE', 'CE', 'T'];
const TABLE_TOP = 10.5;
const TABLE_BOTTOM = 50.5;
