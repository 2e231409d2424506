import type { CheckResult } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { areOfTwoDocuments } from './two-documents.ts';
import { ANCHORS, pairEvidence, type WitnessPair, witnessPairs } from './witness-pairs.ts';

const NAME = 'sides-agree';

/** Front and back are of one document. One coded field that differs among others that agree is `zones-agree`'s matter. */
export const sidesAgree: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    if (new Set(locatedPages(subject).map(({ mediaId }) => mediaId)).size <= 1)
      return notApplicable(NAME, 'one side was given');
    const pairs = witnessPairs(subject).filter(({ sameMedia }) => !sameMedia);
    const [first, ...rest] = pairs;
    if (first === undefined) return notApplicable(NAME, 'the sides have no field in common');
    const [different, ...others] = pairs.filter(({ verdict }) => verdict === 'differ').map(pairEvidence);
    if (different && areOfTwoDocuments(subject)) return failed(NAME, 'sides_mismatch', [different, ...others]);
    const [inPrint, ...othersInPrint] = inPrintAlone(pairs).map(pairEvidence);
    if (inPrint)
      return inconclusive(NAME, 'the sides print different values of one field', [inPrint, ...othersInPrint]);
    const agreeing = pairs.filter(({ verdict }) => verdict === 'agree').length;
    if (agreeing > 0) return passed(NAME, { measure: 'fields that agree', observed: agreeing });
    const disturbed = pairs.find((pair) => pair.disturbed);
    if (disturbed) return notPerformed(NAME, disturbed.because ?? 'the picture is not clear');
    const doubts = [pairEvidence(first), ...rest.map(pairEvidence)] as const;
    return inconclusive(NAME, 'no field that both sides show was read with certainty', doubts);
  },
};

/** What the sides print differently of the holder or the number; where a code differs as well, `zones-agree` tells. */
function inPrintAlone(pairs: readonly WitnessPair[]): readonly WitnessPair[] {
  const differing = pairs.filter(({ field, verdict }) => verdict === 'differ' && ANCHORS.has(field));
  const isCoded = ({ printed, coded }: WitnessPair) => printed.witness !== coded.witness;
  const told = new Set(differing.filter(isCoded).map(({ field }) => field));
  return differing.filter((pair) => !isCoded(pair) && !told.has(pair.field));
}
