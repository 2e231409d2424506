/**
 * When messages to a place have stopped arriving, and when they arrive again. Pure. What is counted are different numbers, never
 * messages: one person whose telephone is broken asks again and again.
 */
import type { OutageEnd } from '@vidimus/protocol';

/** Of the numbers of a place of which it is known: how many got nothing. */
export type Settled = { readonly settled: number; readonly failed: number };

/** Within which numbers are looked at for a beginning, and for an end. */
export const BEGIN_WINDOW_MS = 15 * 60 * 1000;
export const END_WINDOW_MS = 10 * 60 * 1000;
/** Nobody sends where people are told that nothing arrives: after an hour the next ones have to try. */
export const QUIET_MS = 60 * 60 * 1000;

/** Fewer numbers say nothing: two friends abroad, a night in which three people write. */
const LEAST_FAILED = 5;
const LEAST_SHARE = 0.5;
/** Above what is usual there, of what is left to rise. */
const LEAST_RISE = 0.2;
/** That so many fail by chance, where as many fail as usual. A thousand places are looked at a hundred times a day. */
const MOST_CHANCE = 2e-5;
/** For an end, so that one that arrives between failures does not open and close it: fewer than at the beginning. */
const END_SHARE = 0.25;
const END_RISE = 0.05;
const LEAST_ARRIVED = 3;
/** What is left of a wide place without its worst part. */
const LEAST_FAILED_ELSEWHERE = 3;

/** Of a place of which little is known; it weighs as much as so many numbers. */
const ASSUMED_SHARE = 0.1;
const ASSUMED_WEIGHT = 20;
/** The best carriers lose some. */
export const LEAST_USUAL = 0.05;

/** The share of messages that usually gets nothing there, from what was counted on days without an outage. */
export function usualShare({ settled, failed }: Settled): number {
  const share = (failed + ASSUMED_SHARE * ASSUMED_WEIGHT) / (settled + ASSUMED_WEIGHT);
  return Math.min(1, Math.max(LEAST_USUAL, share));
}

/** Whether so many failed of late that it is neither chance nor usual there. */
export function isOut(recent: Settled, usual: number): boolean {
  return (
    recent.failed >= LEAST_FAILED &&
    shareOf(recent) >= Math.max(LEAST_SHARE, usual + LEAST_RISE * (1 - usual)) &&
    chanceOf(recent, usual) <= MOST_CHANCE
  );
}

/** Whether all of a wide place is out, and not one part of it: it is so without the part in which most failed, too. */
export function isOutAsWhole(parts: readonly Settled[], usual: number): boolean {
  const worst = parts.reduce((a, b) => (b.failed > a.failed ? b : a), { settled: 0, failed: 0 });
  const whole = sumOf(parts);
  const rest = { settled: whole.settled - worst.settled, failed: whole.failed - worst.failed };
  return isOut(whole, usual) && rest.failed >= LEAST_FAILED_ELSEWHERE && shareOf(rest) >= LEAST_SHARE;
}

/** Why an outage is over; undefined while it lasts. `recent`: of messages that were made since it began, of late. */
export function endOf(
  outage: { readonly usualShare: number; readonly lastSettledAt: Date },
  recent: Settled,
  now: Date,
): OutageEnd | undefined {
  const arrived = recent.settled - recent.failed;
  const most = Math.max(END_SHARE, outage.usualShare + END_RISE * (1 - outage.usualShare));
  if (arrived >= LEAST_ARRIVED && shareOf(recent) <= most) return 'arrives_again';
  return now.getTime() - outage.lastSettledAt.getTime() >= QUIET_MS ? 'quiet' : undefined;
}

/** Fewer codes say nothing about those who ask for them. */
const LEAST_CODES = 30;
const LEAST_CONVERSION = 0.05;

/** Messages arrive and hardly a code is entered: somebody has them sent for the money. A carrier's fault looks otherwise. */
export function isPumping(of: {
  readonly codes: number;
  readonly entered: number;
  readonly delivered: number;
  readonly failed: number;
}): boolean {
  return of.codes >= LEAST_CODES && of.entered < of.codes * LEAST_CONVERSION && of.delivered > of.failed;
}

/** Of no parts: nothing settled, nothing failed. */
export function sumOf(parts: readonly Settled[]): Settled {
  return parts.reduce((sum, { settled, failed }) => ({ settled: sum.settled + settled, failed: sum.failed + failed }), {
    settled: 0,
    failed: 0,
  });
}

function shareOf({ settled, failed }: Settled): number {
  return settled === 0 ? 0 : failed / settled;
}

/** That at least so many fail when each fails with the chance `usual`: the upper tail of the binomial distribution. */
function chanceOf({ settled, failed }: Settled, usual: number): number {
  if (usual >= 1) return 1;
  const odds = Math.log(usual / (1 - usual));
  // The logarithm of the term for k failures, from k = 0 on: products of many small numbers would be 0.
  let term = settled * Math.log(1 - usual);
  let chance = 0;
  for (let k = 0; k <= settled; k += 1) {
    if (k > 0) term += Math.log((settled - k + 1) / k) + odds;
    if (k >= failed) chance += Math.exp(term);
  }
  return Math.min(1, chance);
}
