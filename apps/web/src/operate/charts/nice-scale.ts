/** A scale that a person can read: from 0 to a round number, with few round steps. */

export type NiceScale = { readonly most: number; readonly ticks: readonly number[] };

/** Ends of a step that people count in. */
const ROUND = [1, 2, 5, 10] as const;

/**
 * Reaches at least `largest` (not negative) in at most `steps` steps of 1, 2 or 5 times a power of ten; whole numbers where
 * `isWhole`. Where everything is 0 it still has a height.
 */
export function niceScale(largest: number, steps: number, isWhole: boolean): NiceScale {
  const least = isWhole ? 1 : Number.MIN_VALUE;
  const wanted = Math.max(largest > 0 ? largest / steps : 1, least);
  const power = Math.floor(Math.log10(wanted));
  const unit = 10 ** power;
  const times = ROUND.find((one) => one * unit >= wanted * (1 - Number.EPSILON * 4)) ?? 10;
  const step = isWhole ? Math.max(1, Math.round(times * unit)) : times * unit;
  const count = Math.max(1, Math.ceil(largest / step - Number.EPSILON * 8));
  const digits = Math.max(0, -power);
  const ticks = Array.from({ length: count + 1 }, (_one, index) => rounded(index * step, digits));
  return { most: ticks.at(-1) ?? step, ticks };
}

/** A position on the scale, in percent of its length. */
export function percentOf(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(100, Math.max(0, (value / most) * 100));
}

/** 0.30000000000000004 is no tick. */
function rounded(value: number, digits: number): number {
  return digits > 100 ? value : Number(value.toFixed(digits));
}
