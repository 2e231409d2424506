/** A date as a report keeps it, and how much a finding that rests on it is worth. */
import type { CheckReport, CheckResult, FieldName, Source } from '@vidimus/vocabulary';
import { type EdtfDays, edtfDays } from '../checks/index.ts';
import { checkOf, isBlurred, pagesOf } from './pages-on-file.ts';
import { type RejudgeFacts, weighsAlike } from './rejudge.ts';

export type DateOnFile = { readonly source: Source; readonly edtf: string; readonly days: EdtfDays };

/** `unknown`: neither the check nor the witness tells how surely it was read. */
export type WeightOnFile =
  | { readonly is: 'sure' | 'unsure' | 'unknown' }
  | { readonly is: 'disturbed'; readonly because: string };

/** The readings of a date that mean a day, the most trustworthy first: the one that the check itself rested on, else every witness's. */
export function datesOnFile(known: CheckResult, report: CheckReport, field: FieldName): readonly DateOnFile[] {
  const own = 'evidence' in known ? dated(known.evidence.flatMap(({ sources = [] }) => sources)) : [];
  if (own.length > 0) return own;
  const all = dated(witnessesOf(report, field));
  return [...all.filter((one) => isVouchedFor(one, report)), ...all.filter((one) => !isVouchedFor(one, report))];
}

/** What every witness read of a field. */
export function witnessesOf({ document }: CheckReport, field: FieldName): readonly Source[] {
  return document.fields.find((one) => one.field === field)?.witnesses ?? [];
}

/** The weight of a finding on a date. Where the check failed on it before, or could not, that still holds. */
export function weightOnFile(known: CheckResult, date: DateOnFile, facts: RejudgeFacts): WeightOnFile {
  if (!weighsAlike(facts)) return { is: 'unknown' };
  if (known.outcome === 'failed') return { is: 'sure' };
  if (known.outcome === 'inconclusive' && known.because === UNSURE) return { is: 'unsure' };
  if (known.outcome === 'not_performed' && known.because.includes(' lies over ')) {
    return { is: 'disturbed', because: known.because };
  }
  const isClear =
    CLEAR.every((name) => checkOf(facts.report, name)?.outcome === 'passed') &&
    // Of small pages `sharp-enough` bears more blur than a finding does.
    pagesOf(facts.report).every(({ quality }) => !isBlurred(quality, facts.to));
  return { is: isClear && isVouchedFor(date, facts.report) ? 'sure' : 'unknown' };
}

/** The words of checks about a date that was found and is not sure. */
export const UNSURE = 'the date was not read with certainty';

/** Where these hold, nothing lies over a field. */
const CLEAR = ['sharp-enough', 'free-of-glare', 'nothing-covers-document'] as const;

/** Whether a code vouches for a reading: the bar code's own correction, or check digits that all hold. */
function isVouchedFor({ source }: DateOnFile, report: CheckReport): boolean {
  if (source.witness === 'barcode') return true;
  return source.witness === 'mrz' && checkOf(report, 'check-digits-hold')?.outcome === 'passed';
}

function dated(sources: readonly Source[]): readonly DateOnFile[] {
  return sources.flatMap((source) => {
    const days = source.value === null ? null : edtfDays(source.value);
    return days === null || source.value === null ? [] : [{ source, edtf: source.value, days }];
  });
}
