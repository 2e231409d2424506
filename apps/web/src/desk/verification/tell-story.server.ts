/** A story of the wire as the page shows it. */
import type { Story } from '@vidimus/protocol';
import { catalogueOf, type Locale } from '@vidimus/vocabulary';
import { formatMoment, formatSpan } from '../format-moment.server.ts';
import { countryName, documentName, reasonHeading } from '../tell-document.server.ts';
import type { DecisionView, PhotographView, ReviewState, StoryView } from './story-view.ts';
import { fieldLabels, tellClaims, tellFields } from './tell-fields.server.ts';
import { tellChecks, tellFindings } from './tell-findings.server.ts';
import { drawFields, drawFindings, marksOn } from './tell-marks.server.ts';

/** `memberId` is whoever looks. */
export function tellStory(story: Story, of: { readonly memberId: string; readonly locale: Locale }): StoryView {
  const { locale, memberId } = of;
  const { verification } = story;
  const last = story.decisions.at(-1);
  const reasons = last?.reasons ?? [];
  const photographs = tellPhotographs(story, locale);
  return {
    id: verification.id,
    reference: verification.applicant.reference ?? undefined,
    state: verification.state,
    isSimulated: story.simulated,
    document: documentName(story.document, locale),
    residence: verification.residence === null ? undefined : countryName(verification.residence, locale),
    contacts: verification.contacts.map(({ kind, hint, channel, confirmed_at }) => ({
      kind,
      hint: hint === null ? undefined : `\u{2068}${hint}\u{2069}`,
      how: channel === null ? undefined : catalogueOf(locale).terms.words.channel[channel],
      at: confirmed_at === null ? undefined : formatMoment(confirmed_at, locale),
    })),
    policy: { id: story.policy.id, name: story.policy.name, version: story.policy.version },
    applicantLocale: verification.locale,
    createdAt: formatMoment(verification.created_at, locale),
    photographs,
    findings: tellFindings(reasons, photographs, locale),
    notes: (last?.notes ?? []).map(({ code }) => reasonHeading(code, locale)),
    fields: tellFields(story.fields, photographs, locale),
    checks: tellChecks(story.checks, locale),
    claims: tellClaims(story, catalogueOf(locale).terms.field.name.label, locale),
    consent: story.claims.consent,
    attempts: story.attempts.map((attempt) => ({
      id: attempt.id,
      step: attempt.step,
      number: attempt.number,
      at: formatMoment(attempt.created_at, locale),
      submitted: attempt.submitted,
      stands: attempt.stands,
      headings: attempt.reasons.map(({ code }) => reasonHeading(code, locale)),
      showsOther: attempt.shows_other ?? undefined,
    })),
    decisions: story.decisions.map((decision) => tellDecision(decision, locale)),
    review: tellReview(story, memberId, locale),
    appeals: story.appeals.map(({ id, statement, created_at }) => ({
      id,
      statement,
      at: formatMoment(created_at, locale),
    })),
    timeline: story.timeline.map(({ at, words, actor_kind }) => ({
      at: formatMoment(at, locale),
      words,
      actor: actor_kind,
    })),
    steps: verification.steps.map(({ name }) => name).filter((name) => name !== 'consent'),
  };
}

function tellPhotographs(story: Story, locale: Locale): readonly PhotographView[] {
  const reasons = story.decisions.at(-1)?.reasons ?? [];
  const headings = reasons.map(({ code }) => reasonHeading(code, locale));
  const drawn = [...drawFindings(reasons, headings), ...drawFields(story.fields, fieldLabels(locale))];
  return story.photographs.map((photograph) => {
    const { media_id, width_px, height_px, attempt_id } = photograph;
    const attempt = story.attempts.find(({ id }) => id === attempt_id);
    return {
      mediaId: media_id,
      src: `/desk/verifications/${story.verification.id}/media/${media_id}`,
      side: photograph.side,
      attempt: attempt?.number ?? 1,
      takenAt: formatMoment(photograph.created_at, locale),
      stands: attempt?.stands === true,
      submitted: photograph.submitted,
      gone: photograph.erased ? 'erased' : photograph.has_preview ? undefined : 'no-preview',
      size: width_px === null || height_px === null ? undefined : { width: width_px, height: height_px },
      marks: marksOn(media_id, drawn),
    };
  });
}

function tellDecision(decision: Story['decisions'][number], locale: Locale): DecisionView {
  const { decided_by: by } = decision;
  return {
    id: decision.id,
    outcome: decision.outcome,
    by: deciderOf(by),
    name: by.name ?? undefined,
    grounds: by.grounds ?? undefined,
    at: formatMoment(decision.created_at, locale),
    policyVersion: decision.policy.version,
    headings: decision.reasons.map(({ code }) => reasonHeading(code, locale)),
    notes: decision.notes.map(({ code }) => reasonHeading(code, locale)),
    detectors: Object.entries(decision.detectors).map(([name, version]) => `${name} ${version}`),
  };
}

/** Whom the history names: a person without a name is a key's, or a member whom this reader may not see. */
export function deciderOf({ kind, id, name }: Story['decisions'][number]['decided_by']): DecisionView['by'] {
  if (kind !== 'person' || name !== null) return kind;
  return id?.startsWith('key_') === true ? 'key' : 'member';
}

function tellReview({ reviews }: Story, memberId: string, locale: Locale): ReviewState | undefined {
  const review = reviews.findLast(({ state }) => state !== 'decided');
  if (review === undefined) return undefined;
  const { claimed_by, first_member } = review;
  return {
    id: review.id,
    cause: review.cause,
    dueAt: formatMoment(review.expected_by, locale),
    isOverdue: review.overdue,
    waited: formatSpan(review.age_s, locale),
    claimedBy: review.claimed_by_name ?? undefined,
    isMine: claimed_by === memberId,
    isTakenByAnother: claimed_by !== null && claimed_by !== memberId,
    firstOpinion: first_member === null ? undefined : first_member === memberId ? 'mine' : 'anothers',
  };
}
