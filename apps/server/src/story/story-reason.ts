/** A reason as staff read it: whole, in all voices, with the rules that it rests on. */
import type { StoryReason } from '@vidimus/protocol';
import {
  type Evidence,
  type Locale,
  type NonEmpty,
  type PracticeRule,
  type Reason,
  reasonEntry,
  renderReason,
} from '@vidimus/vocabulary';

export type ReasonTeller = {
  /** Of the applicant's words; the staff's are English. */
  readonly locale: Locale;
  readonly operator: string;
  /** Every rule of the version that it was judged under. */
  readonly rules: readonly PracticeRule[];
};

export function tellReason(reason: Reason, { locale, operator, rules }: ReasonTeller): StoryReason {
  const words = renderReason(reason, locale, { operator });
  return {
    code: reason.code,
    number: reasonEntry(reason.code).number,
    class: reason.class,
    disclosure: reason.disclosure,
    check: reason.check,
    heading: words.heading,
    message: words.applicant,
    reviewer_message: words.reviewer,
    operator_message: words.operator,
    evidence: [...reason.evidence],
    policy_rules: rules
      .filter(({ reason_codes }) => reason_codes.includes(reason.code))
      .map(({ pointer, value, meaning }) => ({ pointer, value, meaning })),
  };
}

/** The reasons of which some evidence lies on that photograph, each with that evidence alone. */
export function reasonsOn(reasons: readonly Reason[], mediaId: string): readonly Reason[] {
  return reasons.flatMap((reason) => {
    const [first, ...rest] = reason.evidence.filter((evidence) => liesOn(evidence, mediaId));
    if (first === undefined) return [];
    const evidence: NonEmpty<Evidence> = [first, ...rest];
    return [{ ...reason, evidence }];
  });
}

/** A PDF's pages are named after it: `med_…_page_2`. */
export function isOf(name: string | undefined, mediaId: string): boolean {
  return name === mediaId || name?.startsWith(`${mediaId}_page_`) === true;
}

function liesOn({ media_id, sources }: Evidence, mediaId: string): boolean {
  return isOf(media_id, mediaId) || sources?.some((source) => isOf(source.media_id, mediaId)) === true;
}
