import { backgroundItems } from './background.ts';
import { fieldLabel } from './field-labels.ts';
import { setForm } from './form.ts';
import { headerItems, ZONE_MM } from './header.ts';
import { KIND_FORMATS } from './layouts.table.ts';
import { drawFace, type Face, portraitSvg } from './portrait.ts';
import type { PrintPlan } from './print-plan.ts';
import { printedFields } from './printed-fields.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { DesignItem, SideDesign } from './side-design.ts';
import { signatureSvg } from './signature.ts';
import { specimenMark } from './specimen-mark.ts';

/** Designs the front (or the only page) of a document. */
export function designFront(plan: PrintPlan, random: SeededRandom): SideDesign {
  const record = plan.front;
  const { kind, state } = record;
  const format = KIND_FORMATS[kind];
  const layout = format.fronts[state.layout];
  const { widthMm, heightMm } = format;
  const face = drawFace(random, record.holder.sex);
  const zoneHere = format.zone?.side === 'front' ? format.zone : undefined;
  const patternHeight = zoneHere === undefined ? heightMm : heightMm - ZONE_MM;
  const numbered = kind === 'driving-licence-eu' || kind === 'driving-licence-na';
  const items: DesignItem[] = [
    ...backgroundItems(state, kind, widthMm, heightMm, patternHeight),
    ...headerItems(kind, state, format, layout),
    ...portraitItems(face, layout.portrait, layout.ghost, state.colours.main),
    ...specimenMark(state, widthMm, patternHeight, format.valueCapMm),
  ];
  if (layout.signature !== undefined)
    items.push({ draw: 'art', svg: signatureSvg(random, layout.signature, SIGNATURE_INK) });
  items.push(
    ...setForm(layout.fields, layout.rows, printedFields(record, plan.absent, plan.originalOnly), {
      labels: numbered ? 'before' : 'above',
      labelFor: (field) => fieldLabel(kind, state, field),
      labelCapMm: format.labelCapMm,
      valueCapMm: format.valueCapMm,
      labelColour: state.colours.main,
      valueColour: state.colours.ink,
      valueFace: kind === 'driving-licence-eu' ? 'sans' : VALUE_FACES[state.layout],
      indentMm: kind === 'driving-licence-eu' ? ISO_INDENT_MM : AAMVA_INDENT_MM,
    }),
  );
  if (zoneHere !== undefined) {
    items.push({ draw: 'art', svg: zoneGround(heightMm, widthMm) });
    if (plan.zone !== undefined)
      items.push({ draw: 'mrz', lines: plan.zone.lines, x: zoneHere.x, baselines: zoneHere.baselines });
  }
  return { side: 'front', widthMm, heightMm, cornerRadiusMm: format.cornerRadiusMm, items };
}

/** White under the zone: nothing may be printed there that readers could take for a character (ICAO Doc 9303-3 §4.1). */
export function zoneGround(heightMm: number, widthMm: number): string {
  return `<rect y="${heightMm - ZONE_MM}" width="${widthMm}" height="${ZONE_MM}" fill="#fbfbf8" fill-opacity="0.94"/>`;
}

const SIGNATURE_INK = '#20304f';
const VALUE_FACES = ['sans-bold', 'condensed-bold', 'sans'] as const;
/** Room for `4d.` and for `9 CLASS`. */
const ISO_INDENT_MM = 4.6;
const AAMVA_INDENT_MM = 8.4;

function portraitItems(
  face: Face,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ghost: typeof box | undefined,
  colour: string,
): readonly DesignItem[] {
  const items: DesignItem[] = [
    { draw: 'picture', name: 'portrait', kind: 'portrait', box, svg: portraitSvg(face, box, 'portrait') },
  ];
  if (ghost !== undefined)
    items.push({
      draw: 'picture',
      name: 'ghost_portrait',
      kind: 'portrait',
      box: ghost,
      svg: portraitSvg(face, ghost, 'ghost', colour),
    });
  return items;
}
