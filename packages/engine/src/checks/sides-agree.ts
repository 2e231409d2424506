import type { CheckResult } from '@vidimus/vocabulary';
import type { Check, CheckSubject } from './check.ts';
import { failed, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { pairEvidence, type WitnessPair, witnessPairs } from './witness-differences.ts';

const NAME = 'sides-agree';

/** Front and back are of one document. One field that differs among others that agree is `zones-agree`'s matter. */
export const sidesAgree: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    if (new Set(locatedPages(subject).map(({ mediaId }) => mediaId)).size <= 1)
      return notApplicable(NAME, 'one side was given');
    const pairs = witnessPairs(subject).filter(({ sameMedia }) => !sameMedia);
    if (pairs.length === 0) return notApplicable(NAME, 'the sides have no field in common');
    const [first, ...rest] = pairs.filter(({ verdict }) => verdict === 'differ').map(pairEvidence);
    if (first && areOfTwoDocuments(subject)) return failed(NAME, 'sides_mismatch', [first, ...rest]);
    if (pairs.some(({ verdict }) => verdict === 'agree')) {
      return passed(NAME, {
        measure: 'fields that agree',
        observed: pairs.filter(({ verdict }) => verdict === 'agree').length,
      });
    }
    const unclear = pairs.find(({ disturbed }) => disturbed);
    if (unclear) return notPerformed(NAME, unclear.because ?? 'the picture is not clear');
    const [doubt, ...more] = pairs.map(pairEvidence);
    return doubt
      ? inconclusive(NAME, 'no field that both sides show was read with certainty', [doubt, ...more])
      : passed(NAME);
  },
};

/**
 * Two fields differ between photos, and no fewer than agree: the backs of two documents of one person share little but a state. Where a
 * number is all that both sides show, it decides alone, unless print and code of one side contradict each other as well.
 */
export function areOfTwoDocuments(subject: CheckSubject): boolean {
  const all = witnessPairs(subject);
  const pairs = all.filter(({ sameMedia }) => !sameMedia);
  const fieldsThat = (verdict: WitnessPair['verdict']) =>
    new Set(pairs.filter((one) => one.verdict === verdict).map(({ field }) => field));
  const [differing, agreeing] = [fieldsThat('differ'), fieldsThat('agree')];
  if (differing.size >= 2) return differing.size >= agreeing.size;
  const contradicted = all.some(({ sameMedia, verdict }) => sameMedia && verdict === 'differ');
  return differing.has('document_number') && agreeing.size === 0 && !contradicted;
}
