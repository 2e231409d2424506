import { drawSide } from './documents/draw-side.ts';
import { type DocumentRecord, issueDocument, recordZone } from './documents/issue-document.ts';
import { passportSides } from './documents/layouts/passport.ts';
import { seededRandom } from './documents/seeded-random.ts';
import { ISSUING_STATES } from './documents/states.table.ts';
import type { Fault } from './fault.ts';
import type { FlatDocument, SpecimenKind } from './flat-document.ts';

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
};

/** At 16 pixels a millimetre (406 dpi) the smallest print, 1.1 mm labels, is 18 pixels high. */
const DEFAULT_PIXELS_PER_MM = 16;

/**
 * Draws a fictional document, flat, with everything that is true of it. The same request gives the same bytes everywhere.
 * Throws on a state or kind that is not in the tables.
 */
export async function drawDocument(request: DocumentRequest): Promise<FlatDocument> {
  const state = ISSUING_STATES[request.state];
  if (state === undefined) throw new Error(`no such issuing state: ${request.state}`);
  const random = seededRandom(request.kind, request.state, request.seed);
  const record = issueDocument(request.kind, state, request.asOf, random);
  const designs = passportSides(record, random);
  return {
    kind: request.kind,
    state: state.code,
    fields: recordFields(record),
    mrz: recordZone(record),
    sides: designs.map((design) => drawSide(design, request.pixelsPerMm ?? DEFAULT_PIXELS_PER_MM)),
  };
}

function recordFields(record: DocumentRecord): Readonly<Record<string, string>> {
  return {
    document_type: 'passport',
    issuing_state: record.state.code,
    document_number: record.documentNumber,
    primary_identifier: record.holder.primary.latin,
    ...(record.holder.secondary === undefined ? {} : { secondary_identifier: record.holder.secondary.latin }),
    nationality: record.state.code,
    birth_date: record.birthDate,
    sex: record.holder.sex,
    issue_date: record.issueDate,
    expiry_date: record.expiryDate,
    ...(record.personalNumber === undefined ? {} : { personal_number: record.personalNumber }),
    birth_place: record.holder.birthPlace,
  };
}
