import { FAULT_LIMITS, type PhotographTruth, type SpecimenTruth } from '@vidimus/specimens';
import { LIMITED_FAULTS } from './bench-case.ts';

/** What a verdict has to say of a code: `open` where the truth lies between the two limits, or cannot be told. */
export type Expectation = 'must' | 'must-not' | 'open';

/** The codes of groups C and D that drawn faults provoke. */
export const FAULT_CODES = [...new Set(LIMITED_FAULTS.map((name) => FAULT_LIMITS[name].code))] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/**
 * Judges every code by what was measured in the photographs, not by what was asked for: one photograph over `must`
 * makes it due, all of them under `mustNot` rule it out.
 */
export function expectedCodes(truth: SpecimenTruth): ReadonlyMap<FaultCode, Expectation> {
  const expected = new Map<FaultCode, Expectation>();
  for (const code of FAULT_CODES) {
    const all = LIMITED_FAULTS.filter((name) => FAULT_LIMITS[name].code === code).flatMap((name) =>
      truth.photographs.map((photo) => judge(name, photo, truth)),
    );
    const isDue = all.includes('must');
    const isOut = all.every((each) => each === 'must-not');
    expected.set(code, isDue ? 'must' : isOut ? 'must-not' : 'open');
  }
  for (const { code, when, isHidden } of HIDDEN) {
    if (expected.get(code) === when && truth.photographs.some(isHidden)) expected.set(code, 'open');
  }
  return expected;
}

/**
 * What a picture cannot show, by what was measured in it, and nothing else: a code is open there only where the truth itself cannot
 * tell. A fault never excuses a reason that has nothing to do with it: an engine that calls a reflection a finger is wrong.
 */
const HIDDEN: readonly {
  readonly code: FaultCode;
  readonly when: Exclude<Expectation, 'open'>;
  readonly isHidden: (photo: PhotographTruth) => boolean;
}[] = [
  // In dusk and where all is burnt out the colours of any document fade until they measure like a grey copy's.
  { code: 'image_not_colour', when: 'must', isHidden: isBadlyLit },
  // Print that is burnt out has no edges left to be sharp.
  { code: 'image_blurry', when: 'must-not', isHidden: isBurntOut },
  // Without a document nothing of this is measured, though the picture has light, colour and sharpness of some kind.
  { code: 'image_lighting', when: 'must-not', isHidden: isEmpty },
  { code: 'image_not_colour', when: 'must-not', isHidden: isEmpty },
  { code: 'image_blurry', when: 'must-not', isHidden: isEmpty },
  // No side of the document was shown.
  { code: 'document_side_missing', when: 'must-not', isHidden: isEmpty },
];

function isEmpty({ side }: PhotographTruth): boolean {
  return side === null;
}

function isBadlyLit({ measured }: PhotographTruth): boolean {
  const luma = measured?.dark;
  return luma !== undefined && (luma <= FAULT_LIMITS.dark.must || luma >= FAULT_LIMITS.bright.must);
}

/** Less contrast is not readable (fault-limits.table.ts). */
const LEAST_CONTRAST = 0.4;

/** Most of the print is too faint to be read, and the light is why. */
function isBurntOut(photo: PhotographTruth): boolean {
  const print = photo.elements.filter(({ kind }) => kind === 'text' || kind === 'mrz-line');
  const faint = print.filter(({ contrast }) => contrast < LEAST_CONTRAST);
  return (photo.measured?.bright ?? 0) >= FAULT_LIMITS.bright.must && faint.length * 2 > print.length;
}

function judge(name: (typeof LIMITED_FAULTS)[number], photo: PhotographTruth, truth: SpecimenTruth): Expectation {
  const { must, mustNot } = FAULT_LIMITS[name];
  if (name === 'wrong-side' || name === 'side-missing') {
    return truth.request.faults.some((fault) => fault.name === name) ? 'must' : 'must-not';
  }
  const observed = photo.measured?.[name];
  if (observed === undefined) return 'must-not';
  const isWorseUp = must > mustNot;
  if (isWorseUp ? observed >= must : observed <= must) return 'must';
  return (isWorseUp ? observed <= mustNot : observed >= mustNot) ? 'must-not' : 'open';
}
