/** A reason on the wire: whole to whom may see evidence, bare to who may not, and to the applicant as far as it is disclosed. */
import type { ReasonView } from '@vidimus/protocol';
import {
  discloseReason,
  type Locale,
  type Policy,
  type Reason,
  reasonEntry,
  renderReason,
  type TextContext,
} from '@vidimus/vocabulary';
import type { StoredVerification } from './stored-verification.ts';

/** Code and heading alone: sentence and value quote the document. */
export function bareReason(reason: Reason, locale: Locale): ReasonView {
  return {
    code: reason.code,
    number: reasonEntry(reason.code).number,
    class: reason.class,
    disclosure: reason.disclosure,
    heading: renderReason(reason, locale).heading,
  };
}

/** With all three texts and every value. */
export function wholeReason(reason: Reason, locale: Locale, context: TextContext): ReasonView {
  const words = renderReason(reason, locale, context);
  return {
    ...bareReason(reason, locale),
    message: words.applicant,
    reviewer_message: words.reviewer,
    operator_message: words.operator,
    evidence: [...reason.evidence],
  };
}

/** Of a reason that is withheld, not even the code: it would tell what the words keep back (NIST SP 800-63A-4 §3.2.1(5)). */
export function shownReason(reason: Reason, locale: Locale, context: TextContext): ReasonView {
  const shown = discloseReason(reason);
  const { heading, applicant } = renderReason(shown, locale, context);
  const { code, class: reasonClass, disclosure } = reason.disclosure === 'withheld' ? REVIEW : reason;
  const known = bareReason({ ...reason, code, class: reasonClass, disclosure }, locale);
  return { ...known, heading, message: applicant, evidence: [...shown.evidence] };
}
const REVIEW = reasonEntry('review_required');

/** A refusal is told by what may be told of it: a reason that is withheld says nothing beside the others. */
export function toldReasons(reasons: readonly Reason[], isInReview: boolean): readonly Reason[] {
  const told = reasons.filter(({ disclosure }) => disclosure !== 'withheld');
  return isInReview || told.length === 0 ? reasons : told;
}

/** While something is being done again, why it is: the reasons of the last decision stay until there is another. */
export function reasonsOf({ verification }: StoredVerification): readonly Reason[] {
  if ('reasons' in verification) return verification.reasons;
  const isAgain = verification.state === 'open' || verification.state === 'expired';
  const last = verification.decisions.at(-1);
  return isAgain && last?.outcome === 'action_required' ? last.reasons : [];
}

/** What the texts of a verification's reasons may know beside their evidence. */
export function textContextOf(
  { verification }: StoredVerification,
  { operator }: Pick<Policy, 'operator'>,
): TextContext {
  return { operator, ...('expectedBy' in verification ? { by: verification.expectedBy } : {}) };
}
