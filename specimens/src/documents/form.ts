import type { BoxMm } from '../flat-document.ts';
import type { Typeface } from '../glyphs/outline-text.ts';
import type { PrintedField } from './printed-fields.ts';
import type { TextItem } from './side-design.ts';

/** A cell of a form: a field and its share of the row's width. */
export type Cell = readonly [field: string, share: number];
export type Row = readonly Cell[];

export type FormStyle = {
  /** `above`: a label line over the value; `before`: a short label left of it, as on driving licences. */
  readonly labels: 'above' | 'before';
  readonly labelFor: (field: string) => string;
  readonly labelCapMm: number;
  readonly valueCapMm: number;
  readonly labelColour: string;
  readonly valueColour: string;
  readonly valueFace: Typeface;
  /** With labels before the value: where values begin, mm after the label. */
  readonly indentMm?: number;
};

/**
 * Sets rows of fields into a box from the top. A field that is not printed leaves its place empty; a row without any field
 * is left out. Names in two scripts take a second line. Rows close up where the box would overflow.
 */
export function setForm(
  box: BoxMm,
  rows: readonly Row[],
  fields: ReadonlyMap<string, PrintedField>,
  style: FormStyle,
): readonly TextItem[] {
  const shown = rows.filter((row) => row.some(([name]) => fields.has(name)));
  const linesOf = (row: Row): number => (row.some(([name]) => fields.get(name)?.original !== undefined) ? 2 : 1);
  const labelMm = style.labels === 'above' ? style.labelCapMm * LABEL_LEADING : 0;
  const lineMm = style.valueCapMm * VALUE_LEADING;
  const content = shown.reduce((sum, row) => sum + labelMm + lineMm * linesOf(row), 0);
  const gap = Math.min(
    style.valueCapMm * WIDEST_GAP,
    Math.max(0, (box.height - content) / Math.max(1, shown.length - 1)),
  );
  const shrink = Math.min(1, box.height / content);
  const items: TextItem[] = [];
  let y = box.y;
  for (const row of shown) {
    const whole = row.reduce((sum, [, share]) => sum + share, 0);
    let x = box.x;
    for (const [name, share] of row) {
      const width = (box.width * share) / whole;
      const field = fields.get(name);
      if (field !== undefined) items.push(...setField(name, field, x, y, width - CELL_GAP_MM, shrink, style));
      x += width;
    }
    y += (labelMm + lineMm * linesOf(row)) * shrink + gap;
  }
  return items;
}

/** Distance from one line to the next in capital heights. */
const LABEL_LEADING = 1.55;
const VALUE_LEADING = 1.6;
/** From the label to the first baseline: room for the stacked marks of Vietnamese and for Arabic. */
const FIRST_LINE = 1.25;
/** Between rows, in capital heights of the values. */
const WIDEST_GAP = 1.1;
const CELL_GAP_MM = 1.5;

function setField(
  name: string,
  field: PrintedField,
  x: number,
  top: number,
  width: number,
  shrink: number,
  style: FormStyle,
): readonly TextItem[] {
  const labelCap = style.labelCapMm * shrink;
  const valueCap = style.valueCapMm * shrink;
  const above = style.labels === 'above';
  const label = shortened(style.labelFor(name), width / labelCap, above);
  const indent = above || label === '' ? 0 : (style.indentMm ?? 0);
  const firstBaseline = above ? top + labelCap * LABEL_LEADING + valueCap * FIRST_LINE : top + valueCap * FIRST_LINE;
  const base = {
    draw: 'text',
    x: x + indent,
    capHeightMm: valueCap,
    face: style.valueFace,
    colour: style.valueColour,
    maxWidthMm: width - indent,
  } as const;
  const items: TextItem[] = [];
  if (label !== '')
    items.push({
      draw: 'text',
      name: `${name}_label`,
      kind: 'label',
      text: label,
      x,
      baseline: above ? top + labelCap * 1.1 : firstBaseline,
      capHeightMm: labelCap,
      face: 'condensed',
      colour: style.labelColour,
      maxWidthMm: above ? width : indent - 0.6,
    });
  if (field.original !== undefined)
    items.push({
      ...base,
      name: `${name}_original`,
      kind: 'text',
      text: field.original,
      value: field.value,
      baseline: firstBaseline,
    });
  const baseline = firstBaseline + (field.original === undefined ? 0 : valueCap * VALUE_LEADING);
  items.push({ ...base, name, kind: 'text', text: field.printed, value: field.value, baseline });
  return items;
}

/** Capital heights that a letter of the label face takes, on average. */
const LETTER_PITCH = 0.74;
/** Labels may be set this narrow before a language is dropped. */
const NARROWEST_THREE = 0.85;
const NARROWEST_TWO = 0.6;

/** Drops the last languages of a label that would be squeezed too much. */
function shortened(label: string, widthInCaps: number, above: boolean): string {
  if (!above) return label;
  const parts = label.split(' / ');
  const squeeze = (): number => widthInCaps / (parts.join(' / ').length * LETTER_PITCH);
  while (parts.length > 2 && squeeze() < NARROWEST_THREE) parts.pop();
  if (parts.length === 2 && squeeze() < NARROWEST_TWO) parts.pop();
  return parts.join(' / ');
}
