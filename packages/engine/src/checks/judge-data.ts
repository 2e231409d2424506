/** What a document cannot say, told from the values alone: no day of the calendar, an order of days that no life has, a state that is none. */
import type { FieldName } from '@vidimus/vocabulary';
import { normaliseStateCode } from '../standards/index.ts';
import { type EdtfDays, edtfDays, yearsLater } from './edtf-days.ts';

/** Nobody has lived to 123 (Jeanne Calment, 122 years and 164 days). */
const OLDEST_YEARS = 123;

/** Whether a value of a date field looks like a day and is none. */
export function isNoDay(field: FieldName, value: string): boolean {
  return field.endsWith('_date') && /^\d{4}-\d\d(-\d\d)?$/.test(value) && edtfDays(value) === null;
}

/** Whether a value of a field of states is a code that no list has. */
export function isNoState(field: FieldName, value: string): boolean {
  const isState = field === 'issuing_state' || field === 'nationality';
  return isState && /^[A-Z]{1,3}$/.test(value) && normaliseStateCode(value) === null;
}

/** A date as it was read (EDTF), and the days that it may mean. */
export type DatedValue = EdtfDays & { readonly value: string };

/** Something that cannot be; `of` has the date that it is told of first. */
export type ImpossibleOrder<T> = {
  readonly measure: string;
  readonly expected: string;
  readonly of: readonly [T, ...T[]];
};

/** What cannot be in the order of a document's dates; `asOf` is `YYYY-MM-DD`. A date that is not known is left out. */
export function impossibleOrders<T extends DatedValue>(
  { birth, issue, expiry }: { readonly birth: T | null; readonly issue: T | null; readonly expiry: T | null },
  asOf: string,
): readonly ImpossibleOrder<T>[] {
  const start = issue ?? birth;
  const wrong = (measure: string, expected: string, ...of: [T, ...T[]]): ImpossibleOrder<T> => ({
    measure,
    expected,
    of,
  });
  return [
    ...(birth && birth.first > asOf ? [wrong('birth in the past', `not after ${asOf}`, birth)] : []),
    ...(birth && yearsLater(birth.last, OLDEST_YEARS) < asOf
      ? [wrong('age', `less than ${OLDEST_YEARS} years`, birth)]
      : []),
    ...(issue && issue.first > asOf ? [wrong('issue in the past', `not after ${asOf}`, issue)] : []),
    ...(birth && issue && issue.last < birth.first
      ? [wrong('issue after birth', `not before ${birth.value}`, issue, birth)]
      : []),
    ...(start && expiry && expiry.last < start.first
      ? [wrong('expiry after issue and birth', `after ${start.value}`, expiry, start)]
      : []),
  ];
}
