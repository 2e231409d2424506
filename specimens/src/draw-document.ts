import { designBack } from './documents/design-back.ts';
import { designFront } from './documents/design-front.ts';
import { drawSide } from './documents/draw-side.ts';
import { type PrintPlan, planPrint } from './documents/print-plan.ts';
import { documentType, printedFields } from './documents/printed-fields.ts';
import { punchHole } from './documents/punch-hole.ts';
import { seededRandom } from './documents/seeded-random.ts';
import { ISSUING_STATES, statesOfKind } from './documents/states.table.ts';
import type { Fault } from './fault.ts';
import type { FlatDocument, SpecimenKind } from './flat-document.ts';
import type { ZoneFace } from './glyphs/zone-faces.ts';

export type DocumentRequest = {
  readonly kind: SpecimenKind;
  /** ISO 3166-1 alpha-3, or UTO. */
  readonly state: string;
  readonly seed: number;
  /** The day that "today" means, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Those about the document are drawn; those about the picture are the camera's. */
  readonly faults?: readonly Fault[];
  readonly pixelsPerMm?: number;
  /** What the zone is printed in; our own OCR-B without it. */
  readonly zoneFace?: ZoneFace;
};

/** 406 dpi: the smallest print, labels of 0.95 mm, is 15 pixels high. */
const DEFAULT_PIXELS_PER_MM = 16;

/**
 * Draws a fictional document, flat, with everything that is true of it. The same request gives the same bytes everywhere.
 * `fields` tells what is printed on the front (and only there or also on the back); a zone or barcode that a fault set
 * apart tells its own story in `mrz` and in the barcode's element.
 * Throws where the state does not issue the kind, or the fault makes no sense on it.
 */
export async function drawDocument(request: DocumentRequest): Promise<FlatDocument> {
  const { kind, seed, asOf, faults = [], pixelsPerMm = DEFAULT_PIXELS_PER_MM } = request;
  const state = ISSUING_STATES.get(request.state);
  if (state === undefined || !statesOfKind(kind).includes(state.code))
    throw new Error(`no ${kind} is drawn for ${request.state}; there are ${statesOfKind(kind).join(', ')}`);
  const random = seededRandom(kind, state.code, seed);
  const plan = planPrint(kind, state, asOf, faults, random);
  const look = seededRandom('look', kind, state.code, seed);
  const designs = [designFront(plan, look), await designBack(plan)].filter((design) => design !== undefined);
  const sides = designs.map((design) => drawSide(design, pixelsPerMm, request.zoneFace));
  return {
    kind,
    state: state.code,
    fields: trueFields(plan),
    ...(plan.zone === undefined ? {} : { mrz: plan.zone }),
    sides: plan.punched ? punchHole(sides, seededRandom('hole', kind, state.code, seed)) : sides,
  };
}

function trueFields(plan: PrintPlan): Readonly<Record<string, string>> {
  const fields = [...printedFields(plan.front, plan.absent, plan.originalOnly)]
    .filter(([name]) => name !== 'document_code')
    .map(([name, { value }]): [string, string] => [name, value]);
  return Object.fromEntries([['document_type', documentType(plan.front.kind)], ...fields]);
}
