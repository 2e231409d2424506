/** Verifications on the wire: to the operator, and to the applicant. */
import type { ApplicantView, ReasonView, VerificationView } from '@vidimus/protocol';
import {
  discloseReason,
  type Locale,
  type Policy,
  type Reason,
  reasonEntry,
  renderReason,
  type TextContext,
} from '@vidimus/vocabulary';
import type { StoredAttempt, StoredVerification } from './stored-verification.ts';

/** Without the right to evidence, codes and headings alone: sentence and value quote the document. */
export function presentVerification(
  stored: StoredVerification,
  policy: Pick<Policy, 'operator'>,
  mayEvidence: boolean,
): VerificationView {
  const { verification, locale } = stored;
  const context = contextOf(stored, policy);
  return {
    object: 'verification',
    id: verification.id,
    mode: stored.mode,
    state: verification.state,
    applicant: stored.applicant,
    policy: stored.policy,
    residence: stored.residence,
    locale,
    return_url: stored.returnUrl,
    steps: verification.steps.map(({ attempts, ...step }) => ({ ...step, attempts: [...attempts] })),
    reasons: reasonsOf(stored).map((reason) =>
      mayEvidence ? wholeReason(reason, locale, context) : bareReason(reason, locale),
    ),
    decisions: verification.decisions.map((decision, i) => {
      const row = stored.decisionRows[i];
      if (row === undefined) throw new Error(`a decision of ${verification.id} has no row`);
      return {
        id: row.id,
        outcome: decision.outcome,
        decided_by: decision.by.kind,
        reason_codes: decision.outcome === 'approved' ? [] : decision.reasons.map(({ code }) => code),
        policy: decision.basis.policy,
        created_at: row.createdAt.toISOString(),
      };
    }),
    expected_by: 'expectedBy' in verification ? verification.expectedBy : null,
    appeal: appealOf(stored),
    expires_at: verification.expiresAt,
    redaction: stored.redaction,
    created_at: stored.createdAt.toISOString(),
    updated_at: stored.updatedAt.toISOString(),
    decided_at: stored.decidedAt?.toISOString() ?? null,
  };
}

/** Every reason with what its disclosure allows, in the applicant's language. */
export function presentToApplicant(
  stored: StoredVerification,
  policy: Pick<Policy, 'operator' | 'name'>,
  attempts: readonly StoredAttempt[],
): ApplicantView {
  const { verification, locale } = stored;
  const context = contextOf(stored, policy);
  const submitted = new Set(verification.steps.flatMap((step) => step.attempts));
  return {
    object: 'applicant_verification',
    id: verification.id,
    mode: stored.mode,
    state: verification.state,
    operator: policy.operator,
    policy: { name: policy.name, version: stored.policy.version },
    locale,
    return_url: stored.returnUrl,
    steps: verification.steps.map(({ attempts: ids, ...step }) => ({ ...step, attempts: [...ids] })),
    attempts: attempts.map((attempt) => ({
      id: attempt.id,
      step: attempt.step,
      media_id: attempt.mediaId,
      submitted: submitted.has(attempt.id),
      created_at: attempt.createdAt.toISOString(),
      look: null,
    })),
    link: { kind: 'apply', expires_at: verification.expiresAt },
    hand_off: { offered: false, opened_at: null },
    residence: stored.residence,
    consent: null,
    details: null,
    claims: {},
    reading: null,
    decisions: [],
    appeals: [],
    device_troubles: [],
    reasons: shownReasons(stored).map((reason) => shownReason(reason, locale, context)),
    expected_by: 'expectedBy' in verification ? verification.expectedBy : null,
    appeal: appealOf(stored),
    expires_at: verification.expiresAt,
    redaction: stored.redaction,
    decided_at: stored.decidedAt?.toISOString() ?? null,
  };
}

/** While something is being done again, why it is: the reasons of the last decision stay until there is another. */
function reasonsOf({ verification }: StoredVerification): readonly Reason[] {
  if ('reasons' in verification) return verification.reasons;
  const isAgain = verification.state === 'open' || verification.state === 'expired';
  const last = verification.decisions.at(-1);
  return isAgain && last?.outcome === 'action_required' ? last.reasons : [];
}

function bareReason(reason: Reason, locale: Locale): ReasonView {
  return {
    code: reason.code,
    number: reasonEntry(reason.code).number,
    class: reason.class,
    disclosure: reason.disclosure,
    heading: renderReason(reason, locale).heading,
  };
}

/** A refusal is told by what may be told of it: a reason that is withheld says nothing beside the others. */
function shownReasons(stored: StoredVerification): readonly Reason[] {
  const reasons = reasonsOf(stored);
  const told = reasons.filter(({ disclosure }) => disclosure !== 'withheld');
  return stored.verification.state === 'in_review' || told.length === 0 ? reasons : told;
}

/** Of a reason that is withheld, not even the code: it would tell what the words keep back (NIST SP 800-63A-4 §3.2.1(5)). */
function shownReason(reason: Reason, locale: Locale, context: TextContext): ReasonView {
  const shown = discloseReason(reason);
  const { heading, applicant } = renderReason(shown, locale, context);
  const { code, class: reasonClass, disclosure } = reason.disclosure === 'withheld' ? REVIEW : reason;
  const known = bareReason({ ...reason, code, class: reasonClass, disclosure }, locale);
  return { ...known, heading, message: applicant, evidence: [...shown.evidence] };
}
const REVIEW = reasonEntry('review_required');

function wholeReason(reason: Reason, locale: Locale, context: TextContext): ReasonView {
  const words = renderReason(reason, locale, context);
  return {
    ...bareReason(reason, locale),
    message: words.applicant,
    reviewer_message: words.reviewer,
    operator_message: words.operator,
    evidence: [...reason.evidence],
  };
}

function contextOf({ verification }: StoredVerification, { operator }: Pick<Policy, 'operator'>): TextContext {
  return { operator, ...('expectedBy' in verification ? { by: verification.expectedBy } : {}) };
}

function appealOf({ verification }: StoredVerification): VerificationView['appeal'] {
  if (verification.state !== 'declined') return null;
  return { path: verification.appeal.path, last_day: verification.appeal.lastDay };
}
