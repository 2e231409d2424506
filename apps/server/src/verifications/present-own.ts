/** A verification on the wire, to its applicant. */
import type { ApplicantView, LookView, OwnContact, WireClaims } from '@vidimus/protocol';
import type { Policy, Reason } from '@vidimus/vocabulary';
import type { Decision } from './decision.ts';
import { troubleReason } from './device-trouble.ts';
import { findingsOn } from './findings-on.ts';
import type { OwnFacts } from './own-facts.ts';
import { ownReading } from './own-reading.ts';
import { appealOf } from './present.ts';
import { reasonsOf, shownReason, textContextOf, toldReasons } from './present-reason.ts';
import type { StoredAttempt, StoredVerification } from './stored-verification.ts';
import { withoutReadings } from './without-readings.ts';

/** Whose link it is, and whether there is a way to another device. */
export type Asking = {
  readonly link: 'apply' | 'receipt';
  /** `outcome`: nothing that was read from the document, or said by the person. */
  readonly opens: 'all' | 'outcome';
  readonly mayHandOff: boolean;
  readonly now: Date;
};

/** Every reason with what its disclosure allows, in the applicant's language. */
export function presentToApplicant(
  stored: StoredVerification,
  policy: Pick<Policy, 'operator' | 'name'>,
  facts: OwnFacts,
  { link, opens, mayHandOff, now }: Asking,
): ApplicantView {
  const { verification, locale } = stored;
  const context = textContextOf(stored, policy);
  const submitted = new Set(verification.steps.flatMap((step) => step.attempts));
  const isAll = opens === 'all';
  const show = (reason: Reason) => shownReason(isAll ? reason : withoutReadings(reason), locale, context);
  const { consent, details, report } = facts;
  const claims: WireClaims = isAll ? (details?.claims ?? {}) : {};
  const isAsked = verification.decisions.some(asksForSpelling);
  return {
    object: 'applicant_verification',
    id: verification.id,
    mode: stored.mode,
    state: verification.state,
    operator: policy.operator,
    policy: { name: policy.name, version: stored.policy.version },
    locale,
    return_url: stored.returnUrl,
    link: { kind: link, opens, expires_at: link === 'apply' ? verification.expiresAt : null },
    hand_off: {
      offered: mayHandOff && link === 'apply',
      opened_at: facts.handOffOpenedAt?.toISOString() ?? null,
      choose: link === 'apply' ? [...facts.handOffNumbers] : [],
    },
    residence: isAll ? stored.residence : null,
    consent: consent?.document ?? null,
    details:
      details === undefined || !isAll
        ? null
        : {
            document_type: details.document_type,
            issuing_state: details.issuing_state ?? null,
            residence: details.residence ?? null,
          },
    claims,
    steps: verification.steps.map(({ attempts: ids, ...step }) => ({ ...step, attempts: [...ids] })),
    contacts: facts.contacts.map((contact) => (isAll ? contact : withoutHints(contact))),
    attempts: facts.attempts.map((attempt) => ({
      id: attempt.id,
      step: attempt.step,
      media_id: attempt.mediaId,
      submitted: submitted.has(attempt.id),
      created_at: attempt.createdAt.toISOString(),
      look: lookOf(stored, facts, attempt, submitted.has(attempt.id), show, { opens, now }),
    })),
    reading:
      report === undefined || !isAll
        ? null
        : ownReading(report, { claims: { ...claims, ...stored.claims }, isAsked }, locale),
    reasons: toldReasons(reasonsOf(stored), verification.state === 'in_review').map(show),
    decisions: verification.decisions
      .map((decision, i) => ({
        outcome: decision.outcome,
        decided_by: decision.by.kind,
        at: (stored.decisionRows[i]?.createdAt ?? stored.updatedAt).toISOString(),
        reasons: toldReasons(foundBy(decision), decision.outcome === 'in_review').map(show),
        policy: { name: policy.name, version: decision.basis.policy.version },
      }))
      .toReversed(),
    appeals: facts.statements.flatMap(({ kind, at, statement }) =>
      kind === 'appeal' && statement !== null ? [{ at: at.toISOString(), statement: isAll ? statement : null }] : [],
    ),
    device_troubles: facts.troubles.map((trouble) => ({
      at: trouble.at.toISOString(),
      reason: shownReason(troubleReason(trouble), locale, context),
    })),
    expected_by: 'expectedBy' in verification ? verification.expectedBy : null,
    appeal: appealOf(stored),
    expires_at: verification.expiresAt,
    redaction: stored.redaction,
    decided_at: stored.decidedAt?.toISOString() ?? null,
  };
}

/** That one was asked for and confirmed, and not which. */
function withoutHints(contact: OwnContact): OwnContact {
  const { confirmed } = contact;
  return {
    ...contact,
    known_hint: null,
    code: null,
    confirmed: confirmed === null ? null : { ...confirmed, hint: '…' },
  };
}

/** A look that has not come by then will not. */
const LOOK_PATIENCE_MS = 60_000;

function lookOf(
  { verification }: StoredVerification,
  facts: OwnFacts,
  { id, mediaId, photo }: StoredAttempt,
  isSubmitted: boolean,
  show: (reason: Reason) => LookView['reasons'][number],
  { opens, now }: Pick<Asking, 'opens' | 'now'>,
): LookView | null {
  if (mediaId === null || photo === null) return null;
  const view = (state: LookView['state'], reasons: readonly Reason[] = []): LookView => ({
    state,
    reasons: reasons.map(show),
    picture: photo.size,
    shows_other: (opens === 'all' && facts.instead.get(mediaId)?.is) || null,
  });
  const judged = verification.decisions.findLast(({ by, basis }) => {
    const isReading = by.kind === 'rule' && Object.keys(basis.detectors).length > 0;
    return isReading && basis.inputs.includes(photo.fingerprint);
  });
  if (isSubmitted && judged !== undefined) return view('done', findingsOn(mediaId, foundBy(judged)));
  const look = facts.looks.get(id);
  const isBeingJudged = isSubmitted && (verification.state === 'processing' || verification.state === 'delayed');
  if (look?.state === 'done') return view('done', look.reasons);
  if (isBeingJudged) return view('reading');
  const isLate = look !== undefined && now.getTime() - look.askedAt.getTime() > LOOK_PATIENCE_MS;
  return view(look?.state === 'reading' && !isLate ? 'reading' : 'unavailable');
}

function foundBy(decision: Decision): readonly Reason[] {
  return decision.outcome === 'approved' ? [] : decision.reasons;
}

/** Beside the check of the engine a person may ask for it, or test mode. */
function asksForSpelling(decision: Decision): boolean {
  return decision.outcome !== 'approved' && decision.reasons.some(({ code }) => code === 'name_spelling_unconfirmed');
}
