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
  for (const [code, masks] of MASKED_BY) {
    if (masks.some((mask) => expected.get(mask) === 'must')) {
      for (const masked of code)
        if (expected.get(masked) !== 'must' || !KEEPS.has(masked)) expected.set(masked, 'open');
    }
  }
  return expected;
}

/**
 * What cannot be told in a picture with a stronger fault: colour and sharpness in the dark, reflections on a burnt-out
 * page, anything at all where there is no document. A picture like that may raise them or not.
 */
const MASKED_BY: readonly (readonly [readonly FaultCode[], readonly FaultCode[]])[] = [
  [
    [
      'image_not_colour',
      'image_blurry',
      'image_glare',
      'document_covered',
      'document_not_original',
      'image_resolution_low',
    ],
    ['image_lighting', 'document_not_found'],
  ],
  [
    ['image_lighting', 'document_cut_off', 'document_side_missing', 'document_wrong_side', 'document_multiple'],
    ['document_not_found'],
  ],
  [
    ['image_blurry', 'document_covered'],
    ['image_resolution_low', 'image_glare', 'document_not_original'],
  ],
  [['image_not_colour'], ['document_not_original']],
];
/** Masked codes that stay due when their own fault was measured over its limit. */
const KEEPS: ReadonlySet<FaultCode> = new Set([
  'image_blurry',
  'document_covered',
  'image_lighting',
  'document_cut_off',
  'document_multiple',
]);

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
