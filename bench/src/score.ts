import type { CaseResult } from './case-result.ts';
import { FAULT_CODES, type FaultCode } from './expected-codes.ts';

/** Counts of one code: due and raised, due and not, not due and raised, not due and not. */
export type Confusion = {
  readonly code: FaultCode;
  readonly hit: number;
  readonly missed: number;
  readonly falseAlarm: number;
  readonly quiet: number;
  readonly open: number;
  /** Which drawn fault stood behind each miss or false alarm, most often first: `glare ×3`. */
  readonly behind: string;
};

export type Scores = {
  readonly specimens: number;
  readonly photographs: number;
  readonly mrz: Ratio;
  readonly fields: Ratio;
  readonly visualFields: Ratio;
  /** Clean specimens that any code of groups C and D was raised against. */
  readonly cleanFalseAlarms: Ratio;
  readonly cleanMrz: Ratio;
  readonly codes: readonly Confusion[];
};

export type Ratio = { readonly of: number; readonly count: number };

export function score(results: readonly CaseResult[]): Scores {
  const zones = results.filter(({ mrzExact }) => mrzExact !== null);
  const clean = results.filter(({ bench }) => bench.faults.length === 0);
  const fields = results.flatMap((result) => result.fields);
  return {
    specimens: results.length,
    photographs: results.reduce((sum, { photographs }) => sum + photographs, 0),
    mrz: ratio(zones, ({ mrzExact }) => mrzExact === true),
    cleanMrz: ratio(
      zones.filter(({ bench }) => bench.faults.length === 0),
      ({ mrzExact }) => mrzExact === true,
    ),
    fields: ratio(fields, ({ any }) => any),
    visualFields: ratio(fields, ({ visual }) => visual === true),
    cleanFalseAlarms: ratio(clean, ({ codes }) => FAULT_CODES.some((code) => codes.includes(code))),
    codes: FAULT_CODES.map((code) => confusionOf(code, results)),
  };
}

/** Something that the engine should have done otherwise. */
export function isWrong(result: CaseResult): boolean {
  const differs = result.expected.some(
    ([code, expectation]) => expectation !== 'open' && (expectation === 'must') !== result.codes.includes(code),
  );
  return differs || result.mrzExact === false;
}

export function recallOf({ hit, missed }: Confusion): number | null {
  return hit + missed === 0 ? null : hit / (hit + missed);
}

export function precisionOf({ hit, falseAlarm }: Confusion): number | null {
  return hit + falseAlarm === 0 ? null : hit / (hit + falseAlarm);
}

function confusionOf(code: FaultCode, results: readonly CaseResult[]): Confusion {
  const counts = { hit: 0, missed: 0, falseAlarm: 0, quiet: 0, open: 0 };
  const behind = new Map<string, number>();
  for (const { bench, expected, codes } of results) {
    const expectation = new Map(expected).get(code) ?? 'open';
    const isRaised = codes.includes(code);
    const place = placeOf(expectation, isRaised);
    counts[place]++;
    if (place === 'missed' || place === 'falseAlarm') {
      const name = `${place === 'missed' ? 'missed' : 'false'} ${bench.faults[0]?.name ?? 'clean'}`;
      behind.set(name, (behind.get(name) ?? 0) + 1);
    }
  }
  const told = [...behind].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ×${count}`);
  return { code, ...counts, behind: told.join(', ') };
}

function placeOf(expectation: string, isRaised: boolean): 'hit' | 'missed' | 'falseAlarm' | 'quiet' | 'open' {
  if (expectation === 'open') return 'open';
  if (expectation === 'must') return isRaised ? 'hit' : 'missed';
  return isRaised ? 'falseAlarm' : 'quiet';
}

function ratio<T>(all: readonly T[], isCounted: (each: T) => boolean): Ratio {
  return { of: all.length, count: all.filter(isCounted).length };
}
