/** The cells of the database, as figures of groups. */
import type { Figures } from '@vidimus/protocol';
import type { BegunCell, DecidedCell, ReasonRow, TimeRow } from './figures-store.ts';

export type Cells = {
  readonly begun: readonly BegunCell[];
  readonly decided: readonly DecidedCell[];
  readonly times: readonly TimeRow[];
  readonly reasons: readonly ReasonRow[];
};

/** Of every group that is in the cells, the largest first. */
export function tellGroups(cells: Cells): readonly { readonly group: string | null; readonly figures: Whole }[] {
  const all = [...cells.begun, ...cells.decided, ...cells.times, ...cells.reasons];
  const groups = [...new Set(all.map(({ grp }) => grp))];
  return groups
    .map((group) => ({ group, figures: tellFigures(cells, group) }))
    .toSorted((one, other) => sizeOf(other.figures) - sizeOf(one.figures) || inOrder(one.group, other.group));
}

/** Figures with every count as it is. */
export type Whole = Omit<Figures, Count | 'days' | 'reasons' | 'time_to_decision'> &
  Readonly<Record<Count, number>> & {
    readonly days: readonly ({ readonly day: string } & Readonly<Record<Count, number>>)[];
    readonly reasons: readonly { readonly code: Figures['reasons'][number]['code']; readonly count: number }[];
    readonly time_to_decision: { readonly from_link_opened: Span; readonly from_first_hand_in: Span };
  };
type Span = { readonly of: number; readonly median_s: number | null; readonly p90_s: number | null };

export type Count =
  | 'started'
  | 'decided'
  | 'approved'
  | 'action_required'
  | 'in_review'
  | 'declined'
  | 'approved_at_first_try'
  | 'expired';

/** Of one group; null is the whole where the cells are of no group, and otherwise what is not known. */
export function tellFigures(cells: Cells, group: string | null): Whole {
  const begun = cells.begun.filter(({ grp }) => grp === group);
  const decided = cells.decided.filter(({ grp }) => grp === group);
  const countsOn = (day: string | null) =>
    countsOf(
      begun.find((cell) => cell.day === day),
      decided.find((cell) => cell.day === day),
    );
  const counts = countsOn(null);
  const times = cells.times.find(({ grp }) => grp === group);
  const days = new Set([...begun, ...decided].flatMap(({ day }) => (day === null ? [] : [day])));
  const photographs = decided.find(({ day }) => day === null)?.photographs ?? null;
  return {
    ...counts,
    pass_rate: share(counts.approved, counts.decided),
    first_try_rate: share(counts.approved_at_first_try, counts.decided),
    time_to_decision: {
      from_link_opened: spanOf(times?.opened_of, times?.opened),
      from_first_hand_in: spanOf(times?.handed_in_of, times?.handed_in),
    },
    photographs_per_verification: photographs === null ? null : Math.round(Number(photographs) * 100) / 100,
    reasons: cells.reasons
      .filter(({ grp }) => grp === group)
      .map(({ code, count }) => ({ code, count: Number(count) })),
    days: [...days].toSorted().map((day) => ({ day, ...countsOn(day) })),
  };
}

function countsOf(begun: BegunCell | undefined, decided: DecidedCell | undefined): Readonly<Record<Count, number>> {
  return {
    started: Number(begun?.started ?? 0),
    decided: Number(decided?.decided ?? 0),
    approved: Number(decided?.approved ?? 0),
    action_required: Number(decided?.action_required ?? 0),
    in_review: Number(decided?.in_review ?? 0),
    declined: Number(decided?.declined ?? 0),
    approved_at_first_try: Number(decided?.approved_at_first_try ?? 0),
    expired: Number(begun?.expired ?? 0),
  };
}

function spanOf(of: string | undefined, percentiles: readonly number[] | null | undefined): Span {
  const [median, p90] = percentiles ?? [];
  return { of: Number(of ?? 0), median_s: rounded(median), p90_s: rounded(p90) };
}

/** To a tenth of a second. */
function rounded(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds * 10) / 10;
}

function share(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 10_000) / 10_000;
}

/** By name, what is not known last. */
export function inOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : 1;
}

function sizeOf({ started, decided, expired }: Whole): number {
  return Math.max(started, decided, expired);
}
