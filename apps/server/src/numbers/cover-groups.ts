/**
 * Which groups are kept back with those that are small. A small number is covered when the same answer could have come of another
 * one: of verifications that lie, or ended, otherwise, with every shown number as it is.
 */
import { FEW } from '@vidimus/protocol';
import type { Whole } from './tell-figures.ts';

type Kept = ReadonlySet<Whole>;

/** Groups whose sizes are kept back: `small`, and as many others as cover them, the smallest first. Undefined: all are not enough. */
export function coverSizes(all: readonly Whole[], small: Kept): Kept | undefined {
  return cover(all, small, (kept) =>
    SIZES.every((size) => kept.every((one) => !isFew(size(one)) || mayLieElsewhere(one, kept, size))),
  );
}

/** Groups whose outcomes are kept back, those of `sizes` among them: `small`, and as many others as cover them. */
export function coverOutcomes(all: readonly Whole[], sizes: Kept, small: Kept): Kept | undefined {
  return cover(all, new Set([...sizes, ...small]), (kept) => {
    const columns = [...OUTCOMES, ...reasonsOf(kept).map((code) => (one: Whole) => timesOf(one, code))];
    const sized = [...sizes];
    const isOther = (one: Whole, column: Column) =>
      isExchangeable(one, kept, column, ({ decided }) => decided) ||
      (sizes.has(one) && mayLieElsewhere(one, sized, column));
    return columns.every((column) => kept.every((one) => !isFew(column(one)) || isOther(one, column)));
  });
}

/** Few enough to be somebody; nobody is nobody. */
export function isFew(count: number): boolean {
  return count > 0 && count < FEW;
}

function cover(all: readonly Whole[], small: Kept, isCovered: (kept: readonly Whole[]) => boolean): Kept | undefined {
  const kept = all.filter((one) => small.has(one));
  if (kept.length === 0) return small;
  const others = all.filter((one) => !small.has(one)).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  while (!isCovered(kept)) {
    const next = others.shift();
    if (next === undefined) return undefined;
    kept.push(next);
  }
  return new Set(kept);
}

type Column = (one: Whole) => number;
const SIZES: readonly Column[] = [({ started }) => started, ({ decided }) => decided, ({ expired }) => expired];
const OUTCOMES: readonly Column[] = [
  ({ approved }) => approved,
  ({ action_required }) => action_required,
  ({ in_review }) => in_review,
  ({ declined }) => declined,
  ({ approved_at_first_try }) => approved_at_first_try,
  ({ time_to_decision }) => time_to_decision.from_link_opened.of,
  ({ time_to_decision }) => time_to_decision.from_first_hand_in.of,
];

/** One verification could lie in another of these groups: no group is named that has nobody, so that its last one stays. */
function isMovable(one: Whole, kept: readonly Whole[], column: Column): boolean {
  const others = kept.filter((other) => other !== one);
  return others.length > 0 && (sizeOf(one) > 1 || others.some((other) => column(other) > 0 && sizeOf(other) > 1));
}

/** Of two of these groups one verification counts in the column and one does not: `among` so many, each could be the other. */
function isExchangeable(one: Whole, kept: readonly Whole[], column: Column, among: Column): boolean {
  return kept.some(
    (other) => other !== one && (column(other) < among(other) || (column(other) > 0 && column(one) < among(one))),
  );
}

function mayLieElsewhere(one: Whole, kept: readonly Whole[], column: Column): boolean {
  return isMovable(one, kept, column) || isExchangeable(one, kept, column, sizeOf);
}

function reasonsOf(kept: readonly Whole[]) {
  return [...new Set(kept.flatMap(({ reasons }) => reasons.map(({ code }) => code)))];
}

function timesOf({ reasons }: Whole, code: Whole['reasons'][number]['code']): number {
  return reasons.find((one) => one.code === code)?.count ?? 0;
}

function sizeOf({ started, decided, expired }: Whole): number {
  return Math.max(started, decided, expired);
}
