/** What a policy says of a date of birth or of expiry that is known, whoever said it; how sure it is, is weighed elsewhere. */
import type { Evidence } from '@vidimus/vocabulary';
import { daysBetween, type EdtfDays, yearsLater } from './edtf-days.ts';

/** `holds`, `breaks`, or `open` where the day itself is not known and decides. */
export type DateVerdict = {
  readonly verdict: 'holds' | 'breaks' | 'open';
  readonly evidence: Pick<Evidence, 'measure' | 'observed' | 'threshold' | 'unit' | 'facts'>;
};

/** The holder, born on one of some days, is as old as the policy wants (years) on a day (`YYYY-MM-DD`). */
export function judgeAge(minimumAge: number, { first, last }: EdtfDays, asOf: string): DateVerdict {
  const [earliest, latest] = [yearsLater(first, minimumAge), yearsLater(last, minimumAge)];
  return {
    verdict: latest <= asOf ? 'holds' : earliest <= asOf ? 'open' : 'breaks',
    evidence: {
      measure: 'day of reaching the minimum age',
      observed: latest,
      threshold: asOf,
      facts: { age: minimumAge, date: latest },
    },
  };
}

/** A document that runs out on one of some days stays valid for as many days as the policy wants. Null where it has run out already. */
export function judgeDaysLeft(
  minimumDays: number,
  { first, last, edtf }: EdtfDays & { readonly edtf: string },
  asOf: string,
): DateVerdict | null {
  const left = daysBetween(asOf, last);
  if (left < 0) return null;
  return {
    verdict: daysBetween(asOf, first) >= minimumDays ? 'holds' : left >= minimumDays ? 'open' : 'breaks',
    evidence: {
      measure: 'days left',
      observed: left,
      threshold: minimumDays,
      unit: 'days',
      facts: { date: edtf, days: minimumDays },
    },
  };
}
