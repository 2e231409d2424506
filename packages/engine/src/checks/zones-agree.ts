import type { CheckResult } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { whyNoPage } from './located-pages.ts';
import { areOfTwoDocuments } from './two-documents.ts';
import { ANCHORS, pairEvidence, witnessPairs } from './witness-pairs.ts';

const NAME = 'zones-agree';

/**
 * What is printed and what is coded say the same; names after transliteration (ICAO Doc 9303-3 §6). Passes when the number, the
 * birth or the name agrees and nothing differs: the evidence tells which fields were compared, and why the others were not.
 */
export const zonesAgree: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const twoDocuments = areOfTwoDocuments(subject);
    const pairs = witnessPairs(subject).filter(
      ({ sameMedia, printed, coded }) => sameMedia || (!twoDocuments && printed.witness !== coded.witness),
    );
    const [first] = pairs;
    if (first === undefined) {
      // Silence is not a pass: every document with a zone prints these fields, too.
      const coded = subject.fields.some(({ witness }) => witness !== 'visual_zone');
      return coded && !twoDocuments
        ? notPerformed(NAME, 'no printed field was read to compare with the code')
        : notApplicable(NAME, 'no field is both printed and coded');
    }
    const [different, ...others] = pairs.filter(({ verdict }) => verdict === 'differ').map(pairEvidence);
    if (different) return failed(NAME, 'machine_zone_mismatch', [different, ...others]);
    if (pairs.some(({ field, verdict }) => verdict === 'agree' && ANCHORS.has(field))) {
      return passed(NAME, ...pairs.map(pairEvidence));
    }
    const unclear = pairs.filter(({ verdict }) => verdict === 'unclear');
    const disturbed = unclear.find((pair) => pair.disturbed);
    if (disturbed) return notPerformed(NAME, disturbed.because ?? 'the picture is not clear');
    const [doubt = first, ...more] = unclear.length > 0 ? unclear : pairs;
    const because = unclear[0]?.because ?? 'neither number, birth nor name could be compared';
    return inconclusive(NAME, because, [pairEvidence(doubt), ...more.map(pairEvidence)]);
  },
};
