/** A person's decision on a verification in review, with its grounds. */
import type { Result } from '@vidimus/engine/standards';
import { type ReviewDecision, reviewDecisionSchema } from '@vidimus/protocol';
import {
  type Evidence,
  type NonEmpty,
  type Reason,
  type ReasonCode,
  reasonEntry,
  renderReason,
} from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import { type ChangeParts, changeLoaded } from './change-verification.ts';
import { lastDayOfAppeal, reviewedBy } from './deadlines.ts';
import { type DecisionRefused, takeDecision } from './decision.ts';
import { policyOf } from './policy-of.ts';
import {
  claimReview,
  keepOpinion,
  type Looker,
  type ReviewRefused,
  type ReviewRow,
  verificationOf,
} from './review-store.ts';
import { contextOf } from './seal-context.ts';
import type { StepName } from './step.ts';
import { loadVerification, type NotLoaded } from './store.ts';
import type { TransitionRefused } from './verification.ts';

export type DecideRefused = ReviewRefused | DecisionRefused | NotLoaded | TransitionRefused;

/**
 * Takes the review if nobody has, and decides. Where the policy wants two people, the first opinion is kept and the review waits for
 * another person; when both come to the same outcome, it is decided, and when not, the later opinion waits for a third.
 */
export async function decideReview(
  parts: ChangeParts,
  trx: DatabaseTransaction,
  reviewId: string,
  person: Looker & { readonly kind: 'member' | 'api_key' },
  asked: ReviewDecision,
  now: Date,
): Promise<Result<{ readonly verificationId: string }, DecideRefused>> {
  const verificationId = await verificationOf(trx, reviewId);
  if (verificationId === undefined) return { ok: false, error: { code: 'review.not-found', id: reviewId } };
  // The verification before its review, as an appeal and a cancellation hold them: in another order two would wait for each other.
  const loaded = await loadVerification(parts.vault, trx, verificationId, 'change');
  const review = await claimReview(trx, reviewId, person, now);
  if (!review.ok) return review;
  if (!loaded.ok) return loaded;
  const { verification, policy, locale } = loaded.value;
  const rules = await policyOf(trx, loaded.value);
  const known = 'reasons' in verification ? verification.reasons : [];
  const lastDay = lastDayOfAppeal(now);
  if (asked.outcome !== 'approved') {
    const given = asked.reasons.filter((code) => !isCitable(code));
    const onFile = known.map(({ code }) => code).filter(isCitable);
    if (given.length > 0) return { ok: false, error: { code: 'decision.reason-not-citable', given, onFile } };
  }
  if (asked.outcome === 'declined' && asked.reasons.every((code) => reasonEntry(code).class === 'ours')) {
    const allowed = ['policy', 'final', 'human', 'supply', 'retake'] as const;
    return { ok: false, error: { code: 'decision.decline-needs-ground', allowed: [...allowed], given: ['ours'] } };
  }
  if (rules.two_person_review === true) {
    const first = await firstOpinion(parts, trx, review.value);
    if (first?.outcome !== asked.outcome) {
      const sealed = await sealJson(parts.vault, trx, opinionContext(review.value), asked);
      await keepOpinion(trx, reviewId, person.id, sealed);
      await parts.audit.append(trx, {
        organizationId: review.value.organization_id,
        actor: { kind: person.kind, id: person.id },
        action: 'review.opinion',
        objectId: reviewId,
        facts: { outcome: asked.outcome },
      });
      return { ok: true, value: { verificationId } };
    }
  }
  const weighed =
    asked.outcome === 'approved'
      ? ({ outcome: 'approved', notes: known } as const)
      : ({
          outcome: asked.outcome,
          reasons: reasonsFor(asked, known, lastDay, locale),
          notes: [],
        } as const);
  const by = { kind: 'person', memberId: person.id, grounds: asked.grounds } as const;
  const inputs = [reviewId, ...verification.decisions.flatMap(({ basis }) => basis.inputs)];
  const decision = takeDecision(weighed, by, { policy, detectors: {}, inputs });
  if (!decision.ok) return decision;
  const ask: readonly StepName[] = asked.outcome === 'action_required' ? asked.ask : [];
  const appeal = { path: '/v1/applicant/appeal', lastDay };
  const command = { do: 'decide', decision: decision.value, ask, appeal, expectedBy: reviewedBy(now) } as const;
  const actor = { kind: person.kind, id: person.id };
  const changed = await changeLoaded(parts, trx, loaded.value, command, actor, now);
  if (!changed.ok) return changed;
  return { ok: true, value: { verificationId } };
}

async function firstOpinion(parts: ChangeParts, trx: DatabaseTransaction, review: ReviewRow) {
  if (review.sealed_first_opinion === null) return undefined;
  return openJson(parts.vault, trx, opinionContext(review), review.sealed_first_opinion, reviewDecisionSchema);
}

function opinionContext({ organization_id, verification_id, id }: ReviewRow) {
  return contextOf(organization_id, verification_id, id)('opinion');
}

type Refusal = Exclude<ReviewDecision, { readonly outcome: 'approved' }>;

/** Reason 60 is what the decision itself writes, and has to rest on another one that can be raised. */
function isCitable(code: ReasonCode): boolean {
  return code !== 'reviewer_declined' && reasonEntry(code).raisedBy !== 'reserved';
}

/** The cited codes with the evidence that is on file, and for a decline, before them, that a named person declined. */
function reasonsFor(
  asked: Refusal,
  known: readonly Reason[],
  lastDay: string,
  locale: Parameters<typeof renderReason>[1],
): NonEmpty<Reason> {
  const cited = [...new Set(asked.reasons)].map(
    (code) => known.find((reason) => reason.code === code) ?? byPerson(code, asked),
  );
  const [first, ...rest] = cited;
  if (first === undefined) throw new Error('a refusal cites at least one code');
  if (asked.outcome !== 'declined') return [first, ...rest];
  // The applicant reads this reason whole: what is withheld stays with the cited ones.
  const told = cited.filter((reason) => reason.disclosure !== 'withheld');
  const headings = told.map((reason) => renderReason(reason, locale).heading);
  const declined = byPerson('reviewer_declined', asked, {
    reasons: [...new Set([...headings, asked.grounds])],
    date: lastDay,
    codes: told.map(({ code }) => code),
  });
  return [declined, first, ...rest];
}

function byPerson(code: ReasonCode, { grounds }: Refusal, facts: NonNullable<Evidence['facts']> = {}): Reason {
  const { class: reasonClass, disclosure } = reasonEntry(code);
  return {
    code,
    class: reasonClass,
    disclosure,
    check: 'review',
    evidence: [{ measure: 'a person looked', observed: grounds, facts }],
  };
}
