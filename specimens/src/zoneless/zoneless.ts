import { type ClutterKind, drawClutter } from '../camera/clutter-picture.ts';
import { randomFrom } from '../camera/random.ts';
import { drawSide } from '../documents/draw-side.ts';
import { type SeededRandom, seededRandom } from '../documents/seeded-random.ts';
import type { SideDesign } from '../documents/side-design.ts';
import { statesOfKind } from '../documents/states.table.ts';
import { drawDocument } from '../draw-document.ts';
import type { FlatSide, SpecimenKind } from '../flat-document.ts';
import { cardBack } from './card-back.ts';
import { facePrint } from './face-print.ts';
import { parcelLabel } from './parcel-label.ts';
import { paymentSlip } from './payment-slip.ts';
import { typedSheet } from './typed-sheet.ts';

/** Pictures that show no machine-readable zone: other documents, papers, things, faces, and print that comes near to one. */
export const ZONELESS_KINDS = [
  'licence-eu-front',
  'licence-eu-back',
  'licence-na-front',
  'licence-na-back',
  'identity-card-front',
  'card-back',
  'receipt',
  'letter',
  'newspaper',
  'magazine',
  'book',
  'phone',
  'keyboard',
  'face',
  'typed-sheet',
  'payment-slip',
  'parcel-label',
  'table',
] as const;
export type ZonelessKind = (typeof ZONELESS_KINDS)[number];

/** Draws one of them, flat; null is a table with nothing of note on it. The same seed gives the same bytes everywhere. */
export async function drawZoneless(kind: ZonelessKind, seed: number, asOf: string): Promise<FlatSide | null> {
  const random = seededRandom('zoneless', kind, seed);
  switch (kind) {
    case 'licence-eu-front':
      return documentSide('driving-licence-eu', 'front', seed, asOf);
    case 'licence-eu-back':
      return documentSide('driving-licence-eu', 'back', seed, asOf);
    case 'licence-na-front':
      return documentSide('driving-licence-na', 'front', seed, asOf);
    case 'licence-na-back':
      return documentSide('driving-licence-na', 'back', seed, asOf);
    case 'identity-card-front':
      return documentSide('identity-card-td1', 'front', seed, asOf);
    case 'card-back':
      return drawn(cardBack(random));
    case 'face':
      return drawn(facePrint(random));
    case 'typed-sheet':
      return drawn(typedSheet(random));
    case 'payment-slip':
      return drawn(paymentSlip(random));
    case 'parcel-label':
      return drawn(await parcelLabel(random));
    case 'table':
      return null;
    default:
      return thing(kind, seed, random);
  }
}

const PIXELS_PER_MM = 14;
/** Of papers as large as a newspaper: a photograph shows no more of them. */
const THING_PIXELS_PER_MM = 8;

function drawn(design: SideDesign): FlatSide {
  return drawSide(design, PIXELS_PER_MM);
}

async function documentSide(
  kind: SpecimenKind,
  wanted: FlatSide['side'],
  seed: number,
  asOf: string,
): Promise<FlatSide> {
  const states = statesOfKind(kind);
  const state = states[seed % states.length] ?? 'UTO';
  const { sides } = await drawDocument({ kind, state, seed, asOf });
  const side = sides.find((each) => each.side === wanted);
  if (side === undefined) throw new Error(`a ${kind} has no ${wanted}`);
  if (side.elements.some((element) => element.kind === 'mrz-line'))
    throw new Error(`the ${wanted} of a ${kind} has a machine-readable zone`);
  return side;
}

function thing(kind: ClutterKind, seed: number, random: SeededRandom): FlatSide {
  const { picture, widthMm, heightMm } = drawClutter(kind, randomFrom(seed, `zoneless/${kind}`), THING_PIXELS_PER_MM);
  return {
    side: random.pick(['front', 'back'] as const),
    widthMm,
    heightMm,
    pixelsPerMm: THING_PIXELS_PER_MM,
    pixels: { ...picture, data: new Uint8Array(picture.data.buffer) },
    elements: [],
  };
}
