import { type Fault, OWN_OCR_B, type SpecimenKind, statesOfKind, type ZoneFace, zoneFaces } from '@vidimus/specimens';
import { type ChanceOf, chanceFrom } from './chance.ts';

/** A photograph of a zone to draw. Strengths of the zone's own are told by its characters; they are met as nearly as the scene lets. */
export type ZoneCase = {
  readonly seed: number;
  readonly kind: ZoneKind;
  readonly state: string;
  /** What the zone is printed in. */
  readonly face: ZoneFace;
  /** What was done to the photograph, for the tables. */
  readonly fault: ZoneFault;
  readonly faults: readonly Fault[];
  /** Height of a capital letter of the zone, pixels; absent: as large as a good photograph shows it. */
  readonly heightPx?: number;
  /** Sigma of the focus blur, by that height. */
  readonly blurToHeight?: number;
  /** Length of the path that a hand smears, by that height. */
  readonly motionToHeight?: number;
  readonly widthPx: number;
};

const ZONE_KINDS = [
  'passport',
  'identity-card-td1',
  'identity-card-td2',
  'visa-a',
  'visa-b',
] as const satisfies readonly SpecimenKind[];
export type ZoneKind = (typeof ZONE_KINDS)[number];

export const ZONE_FAULTS = [
  'clean',
  'small',
  'focus blur',
  'motion blur',
  'glare',
  'dark',
  'bright',
  'sleeve',
  'grey copy',
  'finger',
  'screen',
  'wrong check digit',
] as const;
export type ZoneFault = (typeof ZONE_FAULTS)[number];

/** Lists photographs that go round kinds, states, faces and faults evenly; the same numbers and faces give the same list. */
export function planZones(count: number, firstSeed: number, installed = zoneFaces()): readonly ZoneCase[] {
  return Array.from({ length: count }, (_, turn) => {
    const seed = firstSeed + turn;
    const recipe = ROUND[turn % ROUND.length] ?? CLEAN;
    const round = Math.floor(turn / ROUND.length);
    const kind = ZONE_KINDS[(turn + round) % ZONE_KINDS.length] ?? 'passport';
    const states = statesOfKind(kind);
    const state = states[(turn * 5 + round) % states.length] ?? 'UTO';
    const face = faceOfTurn(turn, installed);
    return { seed, kind, state, face, ...SIZES.usual, faults: [], ...recipe(chanceFrom(seed)) };
  });
}

const OWN = OWN_OCR_B.name;
const [DEBIAN, SHARP] = ['OCR-B of fonts-ocr-b', 'OCR-B of fonts-ocr-b, sharp'];
/**
 * Of nine zones, four are our own centre lines (two of them thin or bold), four the font of that name, one is a typewriter's
 * face. Nine shares no factor with the rounds of kinds and faults, so that each meets each.
 */
const FACES = [OWN, DEBIAN, 'OCR-B, thin strokes', SHARP, OWN, DEBIAN, 'OCR-B, bold strokes', SHARP, null];
const TYPEWRITERS = ['DejaVu Sans Mono', 'Liberation Mono'];

/** What is not installed is printed in our own. */
function faceOfTurn(turn: number, installed: readonly ZoneFace[]): ZoneFace {
  const everyPair = FACES.length * ROUND.length;
  const name = FACES[turn % FACES.length] ?? TYPEWRITERS[Math.floor(turn / everyPair) % TYPEWRITERS.length];
  return installed.find((face) => face.name === name) ?? OWN_OCR_B;
}

type Recipe = (chance: ChanceOf) => Pick<ZoneCase, 'fault'> & Partial<ZoneCase>;

/** Frames in which the document fits as large as its fault wants it; a frame of 12 megapixels shows nothing more of it. */
const SIZES = {
  small: { widthPx: 1344 },
  usual: { widthPx: 2016 },
  large: { widthPx: 2688 },
  full: { widthPx: 4032 },
} as const;

/** Twelve pixels, and a little room for the far side of a leaning page. */
const TWELVE_PX = { least: 12.1, most: 12.7 } as const;
/** Of a character's height, what focus and motion may smear (the fifth that is looked at by itself). */
const FIFTH = 0.2;

const CLEAN: Recipe = () => ({ fault: 'clean' });
const TWELVE: Recipe = (chance) => ({
  fault: 'small',
  heightPx: chance(TWELVE_PX.least, TWELVE_PX.most),
  ...SIZES.small,
});
const MOTION: Recipe = () => ({ fault: 'motion blur', motionToHeight: FIFTH });
const FOCUS: Recipe = () => ({ fault: 'focus blur', blurToHeight: FIFTH });
const between =
  (name: Fault['name'], fault: ZoneFault, least: number, most: number): Recipe =>
  (chance) => ({ fault, faults: [{ name, strength: chance(least, most) }] });

/** Moderate faults: around the limits of `fault-limits.table.ts`, seldom far beyond. */
const ROUND: readonly Recipe[] = [
  CLEAN,
  TWELVE,
  MOTION,
  FOCUS,
  between('glare', 'glare', 0.2, 0.9),
  between('dark', 'dark', 45, 80),
  (chance) => ({ fault: 'focus blur', blurToHeight: chance(0.06, 0.125), ...SIZES.large }),
  between('bright', 'bright', 212, 236),
  (chance) => ({ fault: 'small', heightPx: chance(14, 20), ...SIZES.usual }),
  (chance) => ({ fault: 'motion blur', motionToHeight: chance(0.05, 0.4), ...SIZES.large }),
  TWELVE,
  MOTION,
  FOCUS,
  between('sleeve', 'sleeve', 0.002, 0.02),
  between('grey-copy', 'grey copy', 0, 1.5),
  between('finger', 'finger', 0.2, 0.9),
  between('screen', 'screen', 0.05, 0.3),
  () => ({ fault: 'clean', ...SIZES.full }),
  (chance) => ({ fault: 'small', heightPx: chance(20, 30), ...SIZES.large }),
  () => ({ fault: 'wrong check digit', faults: [{ name: 'mrz-check-digit' }] }),
];
