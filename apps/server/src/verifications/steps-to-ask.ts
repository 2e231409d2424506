/** Which steps a decision sends back to: the ones that its reasons are about, and no other. */
import type { DocumentSide, Reason } from '@vidimus/vocabulary';
import type { StepName } from './step.ts';

/** Reasons about what the applicant said rather than showed. */
const OF_DETAILS: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'name_mismatch',
  'name_spelling_unconfirmed',
  'claimed_detail_mismatch',
]);

const OF_SIDE: Readonly<Record<DocumentSide, StepName>> = { front: 'document_front', back: 'document_back' };

/** `sideOfMedia`: which side a photo was taken as, by the id that the evidence carries. */
export function stepsToAsk(
  reasons: readonly Reason[],
  sideOfMedia: ReadonlyMap<string, DocumentSide>,
): readonly StepName[] {
  const asked = new Set<StepName>();
  for (const reason of reasons) {
    if (reason.class !== 'retake' && reason.class !== 'supply') continue;
    for (const step of stepsOf(reason, sideOfMedia)) asked.add(step);
  }
  return [...asked];
}

function stepsOf(reason: Reason, sideOfMedia: ReadonlyMap<string, DocumentSide>): readonly StepName[] {
  if (reason.code === 'consent_declined') return ['consent'];
  if (OF_DETAILS.has(reason.code)) return ['details'];
  if (reason.code === 'document_side_missing') return [missingSide(reason)];
  // Two sides that differ do not say which of them is the right one.
  if (reason.code === 'sides_mismatch') return [...new Set(sideOfMedia.values())].map((side) => OF_SIDE[side]);
  const sides = new Set(
    reason.evidence.flatMap(({ media_id }) => {
      const side = media_id === undefined ? undefined : sideOfMedia.get(media_id);
      return side === undefined ? [] : [side];
    }),
  );
  // A reason about the document as a whole concerns every photo of it.
  return (sides.size > 0 ? [...sides] : [...new Set(sideOfMedia.values())]).map((side) => OF_SIDE[side]);
}

/** The side that was not handed in; a card that shows neither is asked for its back, as a front is always there. */
function missingSide(reason: Reason): StepName {
  const side = reason.evidence.map(({ facts }) => facts?.side).find((word) => word === 'front' || word === 'back');
  return side === 'front' ? 'document_front' : 'document_back';
}
