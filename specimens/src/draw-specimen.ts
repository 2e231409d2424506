import { statesOfKind } from './documents/states.table.ts';
import { drawDocument } from './draw-document.ts';
import type { Fault, FaultName } from './fault.ts';
import type { FlatDocument, FlatSide, SpecimenKind } from './flat-document.ts';
import { type Photograph, photographSide } from './photograph.ts';
import type { CameraOptions, Specimen, SpecimenRequest } from './specimen.ts';

/**
 * Draws a document, photographs every side that the faults leave in, and tells everything that is true of both.
 * `side-missing` leaves the last side out, `wrong-side` gives one side twice; a document of one side knows neither.
 */
export async function drawSpecimen(request: SpecimenRequest, camera: CameraOptions): Promise<Specimen> {
  const document = await drawDocument(request);
  const second = hasFault(request.faults, 'two-documents') ? await drawSecond(request) : undefined;
  const photographs: Photograph[] = [];
  for (const [index, side] of sidesShown(document, request).entries()) {
    photographs.push(await photographSide(side, request, camera, index, second));
  }
  const { sides: _, ...flat } = document;
  return {
    photographs: photographs.map(({ jpeg }) => jpeg),
    truth: { request, document: flat, photographs: photographs.map(({ truth }) => truth) },
  };
}

/** In the order in which they are photographed; null is a table without a document. */
export function sidesShown(
  document: FlatDocument,
  request: Pick<SpecimenRequest, 'faults' | 'seed'>,
): readonly (FlatSide | null)[] {
  const [first, last] = document.sides;
  if (first === undefined) return [];
  if (hasFault(request.faults, 'no-document')) return [null];
  if (last === undefined) return [first];
  if (hasFault(request.faults, 'side-missing')) return [first];
  if (hasFault(request.faults, 'wrong-side')) return request.seed % 2 === 0 ? [first, first] : [last, last];
  return document.sides;
}

/** Another holder's document of a kind that the state issues, as it lies about on the same table. */
async function drawSecond(request: SpecimenRequest): Promise<FlatSide | undefined> {
  const kinds = SECOND_KINDS.filter((kind) => statesOfKind(kind).includes(request.state));
  const kind = kinds[request.seed % kinds.length] ?? request.kind;
  const { sides } = await drawDocument({ ...request, kind, seed: request.seed + SECOND_SEED, faults: [] });
  return sides[0];
}

const SECOND_KINDS: readonly SpecimenKind[] = ['identity-card-td1', 'driving-licence-eu', 'passport'];
/** Far from the seeds that people and benches count up from. */
const SECOND_SEED = 7_000_003;

function hasFault(faults: readonly Fault[], name: FaultName): boolean {
  return faults.some((fault) => fault.name === name && fault.strength !== 0);
}
