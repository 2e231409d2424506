/** Small cells, told as small: one applicant of a rare country is somebody whom those who know them recognise. */
import { FEW, type Figures } from '@vidimus/protocol';
import type { Count, Whole } from './tell-figures.ts';

/**
 * Counts from 1 to 4 are told as `<5`, and what could be worked back to them is left out. A reader who subtracts all other groups
 * from the whole may still find one that stands alone: it keeps a person out of a chart, not out of a determined search.
 */
export function hideFew(figures: Whole): Figures {
  const { pass_rate, first_try_rate, photographs_per_verification, reasons, days, time_to_decision } = figures;
  const isSmall = isFew(figures.decided);
  const rate = (value: number | null, part: number) => (isSmall || isFew(part) ? null : value);
  return {
    ...counts(figures),
    pass_rate: rate(pass_rate, figures.approved),
    first_try_rate: rate(first_try_rate, figures.approved_at_first_try),
    time_to_decision: {
      from_link_opened: span(time_to_decision.from_link_opened),
      from_first_hand_in: span(time_to_decision.from_first_hand_in),
    },
    photographs_per_verification: isSmall ? null : photographs_per_verification,
    reasons: reasons.map(({ code, count }) => ({ code, count: hidden(count) })),
    days: days.map(({ day, ...rest }) => ({ day, ...counts(rest) })),
  };
}

/** All counts as they are. */
export function showAll(figures: Whole): Figures {
  return { ...figures, reasons: [...figures.reasons], days: [...figures.days] };
}

function counts(of: Pick<Whole, Count>) {
  return {
    started: hidden(of.started),
    decided: hidden(of.decided),
    approved: hidden(of.approved),
    action_required: hidden(of.action_required),
    in_review: hidden(of.in_review),
    declined: hidden(of.declined),
    approved_at_first_try: hidden(of.approved_at_first_try),
    expired: hidden(of.expired),
  };
}

function span({ of, median_s, p90_s }: Whole['time_to_decision']['from_link_opened']) {
  return isFew(of) ? { of: hidden(of), median_s: null, p90_s: null } : { of, median_s, p90_s };
}

function isFew(count: number): boolean {
  return count > 0 && count < FEW;
}

function hidden(count: number): number | `<${typeof FEW}` {
  return isFew(count) ? `<${FEW}` : count;
}
