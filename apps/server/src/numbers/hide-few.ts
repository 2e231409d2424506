/**
 * Small groups, for readers who may not see evidence: one applicant of a rare country is somebody whom those who know them
 * recognise. The whole is told as it is, so that what is kept back of one group must not be what is left when all others are
 * subtracted: others are kept back with it, until every number that is few could as well be another one.
 */
import type { Figures } from '@vidimus/protocol';
import { coverOutcomes, coverSizes, isFew } from './cover-groups.ts';
import { inOrder, type Whole } from './tell-figures.ts';

export type Group = { readonly group: string | null; readonly figures: Whole };
type ToldGroup = { readonly group: string | null; readonly figures: Figures };

/**
 * Of each group all, its sizes (begun, decided, run out), or its name alone. No days: on a day everybody is one of few. No groups
 * at all where they would give each other away.
 */
export function hideFew(groups: readonly Group[], overlap: boolean): readonly ToldGroup[] {
  const all = groups.map(({ figures }) => figures);
  const sizes = coverSizes(all, new Set(all.filter(hasSmallSize)));
  const outcomes =
    sizes && coverOutcomes(all, sizes, new Set(all.filter((one) => sizes.has(one) || hasSmallOutcome(one))));
  if (sizes === undefined || outcomes === undefined) return [];
  const isNamedOnly = ({ figures }: Group) => sizes.has(figures);
  // Their order by size would tell which is larger.
  const named = groups.filter(isNamedOnly).toSorted((one, other) => inOrder(one.group, other.group));
  return [...groups.filter((one) => !isNamedOnly(one)), ...named].map(({ group, figures }) => {
    // A verification with two reasons is in both groups: the reasons of one tell the size of the other.
    const reasons = overlap ? [] : [...figures.reasons];
    const whole: Figures = { ...figures, reasons, days: [] };
    if (!outcomes.has(figures)) return { group, figures: whole };
    return { group, figures: { ...whole, ...NO_OUTCOMES, ...(sizes.has(figures) ? NO_SIZES : {}) } };
  });
}

/** All counts as they are. */
export function showAll(figures: Whole): Figures {
  return { ...figures, reasons: [...figures.reasons], days: [...figures.days] };
}

function hasSmallSize({ started, decided, expired }: Whole): boolean {
  return [started, decided, expired].some(isFew);
}

function hasSmallOutcome(figures: Whole): boolean {
  const { approved, action_required, in_review, declined, approved_at_first_try, reasons, time_to_decision } = figures;
  const { from_link_opened, from_first_hand_in } = time_to_decision;
  const counts = [approved, action_required, in_review, declined, approved_at_first_try];
  return [...counts, from_link_opened.of, from_first_hand_in.of, ...reasons.map(({ count }) => count)].some(isFew);
}

const HIDDEN = 'hidden' as const;
const NO_SPAN = { of: HIDDEN, median_s: null, p90_s: null };
const NO_SIZES = { started: HIDDEN, decided: HIDDEN, expired: HIDDEN };
const NO_OUTCOMES = {
  approved: HIDDEN,
  action_required: HIDDEN,
  in_review: HIDDEN,
  declined: HIDDEN,
  approved_at_first_try: HIDDEN,
  pass_rate: null,
  first_try_rate: null,
  time_to_decision: { from_link_opened: NO_SPAN, from_first_hand_in: NO_SPAN },
  photographs_per_verification: null,
  reasons: [],
};
