/** Verifications on the wire, to the operator. */
import type { VerificationView } from '@vidimus/protocol';
import type { Policy } from '@vidimus/vocabulary';
import { presentContact } from './present-contact.ts';
import { bareReason, reasonsOf, textContextOf, wholeReason } from './present-reason.ts';
import type { StoredVerification } from './stored-verification.ts';

/** Without the right to evidence, codes and headings alone. */
export function presentVerification(
  stored: StoredVerification,
  policy: Pick<Policy, 'operator'>,
  mayEvidence: boolean,
): VerificationView {
  const { verification, locale } = stored;
  const context = textContextOf(stored, policy);
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
    contacts: stored.contacts.map((contact) => presentContact(contact, mayEvidence)),
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

/** How, and until when, a decline is appealed. */
export function appealOf({ verification }: StoredVerification): VerificationView['appeal'] {
  if (verification.state !== 'declined') return null;
  return { path: verification.appeal.path, last_day: verification.appeal.lastDay };
}
