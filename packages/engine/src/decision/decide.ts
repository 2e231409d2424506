/**
 * The policy weighs the checks' results here, and nothing else does.
 *
 * Outcome, the first line that holds:
 * 1. `declined`: a reason of class `policy`. It stands first because nothing that the applicant uploads would change it.
 * 2. `action_required`: a reason of class `retake` or `supply`. It goes before a review because a new photo may settle that too.
 * 3. `in_review`: a reason of class `human` or `ours`, something inconclusive, or something that could not be looked at.
 * 4. `approved`: something passed and nothing above holds; where the policy has every approval reviewed, `in_review` instead.
 *
 * A hint (`document_not_original`) is told, and brings a person; alone it asks for nothing.
 * A machine never declines on `human`, `ours`, `final`, an inconclusive check or one that was not performed.
 */
import {
  type CheckResult,
  type Decision,
  type Evidence,
  type NonEmpty,
  type Outcome,
  type Policy,
  REASON_CODES,
  type Reason,
  type ReasonClass,
  type ReasonCode,
} from '@vidimus/vocabulary';
import { mergeReasons } from './merge-reasons.ts';
import { notesOf } from './notes-of.ts';
import { reasonOf } from './reason-of.ts';
import { reviewReason } from './review-reason.ts';

/** Weighs results under a policy. Pure; the order of the results does not matter to the outcome. */
export function decide(results: readonly CheckResult[], policy: Policy): Decision {
  const isGround = groundsAmong(results);
  const found = mergeReasons([...failures(results, isGround), ...doubts(results)]);
  const isSettled = found.some((reason) => isGround(reason.code) && SETTLES.has(reason.class));
  const blind = isSettled ? [] : [...notLookedAt(results), ...nothingLookedAt(results)];
  const [first, ...rest] = mergeReasons([...found, ...blind, ...askedFor(policy)]).toSorted(byEaseOfMending);
  const notes = mergeReasons(notesOf(results));
  if (first === undefined) return { outcome: 'approved', notes };
  const all: NonEmpty<Reason> = [first, ...rest];
  return { outcome: outcomeOf(all.filter(({ code }) => isGround(code))), reasons: all, notes };
}

/** Classes that end this attempt: what could not be seen in it need not be told, as a new one is looked at anew or none follows. */
const SETTLES: ReadonlySet<ReasonClass> = new Set<ReasonClass>(['retake', 'supply', 'policy']);

/** What a photograph of a screen looks like is a weak measure: never a ground alone. */
const HINTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['document_not_original']);

/** Findings that bear on authenticity, next to which a hint counts. */
const AUTHENTICITY: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'image_not_colour',
  'document_image_edited',
  'document_design_mismatch',
  'chip_signature_invalid',
  'capture_source_not_trusted',
  'document_voided_or_damaged',
]);

function failures(results: readonly CheckResult[], isGround: IsGround): readonly Reason[] {
  return results.flatMap((result) => {
    if (result.outcome !== 'failed') return [];
    const reason = reasonOf(result);
    const review = reviewReason(result.check, `hint: ${result.code}`, result.evidence);
    // A final reason is a named person's, so a check that raises one asks for that person.
    if (reason.class === 'final') return [review];
    return isGround(result.code) ? [reason] : [reason, review];
  });
}

type IsGround = (code: ReasonCode) => boolean;

/** What may carry an outcome: everything but a hint without support. */
function groundsAmong(results: readonly CheckResult[]): IsGround {
  const isSupported = results.some((result) => result.outcome === 'failed' && AUTHENTICITY.has(result.code));
  return (code) => isSupported || !HINTS.has(code);
}

function doubts(results: readonly CheckResult[]): readonly Reason[] {
  return results
    .filter((result) => result.outcome === 'inconclusive')
    .map((result) => reviewReason(result.check, result.because, result.evidence));
}

/** What could not be looked at brings a person. */
function notLookedAt(results: readonly CheckResult[]): readonly Reason[] {
  return results
    .filter((result) => result.outcome === 'not_performed')
    .map((result) => {
      const evidence: Evidence = { measure: result.check, observed: result.outcome };
      return reviewReason(result.check, result.because, [evidence]);
    });
}

/** Silence is not a pass: that nothing concerned this document, or that there was no check, brings a person, too. */
function nothingLookedAt(results: readonly CheckResult[]): readonly Reason[] {
  if (results.some(({ outcome }) => outcome !== 'not_applicable')) return [];
  return [reviewReason('decision', 'no check passed', [{ measure: 'checks passed', observed: 0, threshold: 1 }])];
}

/** The policy itself may want a person before anything is approved. */
function askedFor(policy: Policy): readonly Reason[] {
  if (policy.review_every_approval !== true) return [];
  return [reviewReason('decision', 'the policy has every approval reviewed', [{ measure: 'policy', observed: true }])];
}

function outcomeOf(reasons: readonly Reason[]): Exclude<Outcome, 'approved'> {
  const classes = new Set(reasons.map((reason) => reason.class));
  if (classes.has('policy')) return 'declined';
  if (classes.has('retake') || classes.has('supply')) return 'action_required';
  return 'in_review';
}

/** A policy reason leads, as it makes the rest useless; then what can be mended now, then what needs other papers, then waiting. */
const EASE: Readonly<Record<ReasonClass, number>> = { policy: 0, retake: 1, supply: 2, ours: 3, human: 4, final: 5 };

function byEaseOfMending(one: Reason, other: Reason): number {
  return EASE[one.class] - EASE[other.class] || REASON_CODES.indexOf(one.code) - REASON_CODES.indexOf(other.code);
}
