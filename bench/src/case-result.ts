import type { SpecimenTruth } from '@vidimus/specimens';
import type { BenchCase } from './bench-case.ts';
import type { Verdict } from './engine-adapter.ts';
import { type Expectation, expectedCodes, type FaultCode } from './expected-codes.ts';

/** What came of one case. Plain data: it travels between processes. */
export type CaseResult = {
  readonly bench: BenchCase;
  readonly expected: readonly (readonly [FaultCode, Expectation])[];
  readonly codes: readonly string[];
  readonly outcome: string;
  /** Null: the document has no zone, or it is not readable in the photograph. */
  readonly mrzExact: boolean | null;
  /** Per field that is readable in a photograph. */
  readonly fields: readonly { readonly field: string; readonly any: boolean; readonly visual: boolean | null }[];
  readonly wholeMs: number;
  readonly photographs: number;
};

/** Compares a verdict with the truth. */
export function compareCase(bench: BenchCase, truth: SpecimenTruth, verdict: Verdict): CaseResult {
  return {
    bench,
    expected: [...expectedCodes(truth)],
    codes: verdict.codes,
    outcome: verdict.outcome,
    mrzExact: isZoneReadable(truth) ? sameLines(truth.document.mrz?.lines ?? [], verdict.mrzLines) : null,
    fields: compareFields(truth, verdict),
    wholeMs: verdict.wholeMs,
    photographs: truth.photographs.length,
  };
}

function sameLines(expected: readonly string[], observed: readonly string[] | null): boolean {
  return observed !== null && expected.join('\n') === observed.join('\n');
}

function isZoneReadable(truth: SpecimenTruth): boolean {
  const lines = truth.document.mrz?.lines.length ?? 0;
  if (lines === 0) return false;
  return truth.photographs.some(
    ({ elements }) => elements.filter(({ kind, readable }) => kind === 'mrz-line' && readable).length === lines,
  );
}

/** Every field whose print is readable somewhere: has some witness its exact value, and has the visual zone? */
function compareFields(truth: SpecimenTruth, verdict: Verdict): CaseResult['fields'] {
  const readable = new Set(
    truth.photographs.flatMap(({ elements }) =>
      elements.filter((element) => element.kind === 'text' && element.readable).map(({ name }) => name),
    ),
  );
  return Object.entries(truth.document.fields).flatMap(([field, value]) => {
    if (!readable.has(field)) return [];
    const readings = verdict.fields.filter((reading) => reading.field === field);
    const isExact = (reading: { readonly value: string }): boolean => plain(reading.value) === plain(value);
    return [
      {
        field,
        any: readings.some(isExact),
        visual: readings.filter(({ witness }) => witness === 'visual_zone').some(isExact),
      },
    ];
  });
}

/** Capitals and composed letters: how a value is cased is not what is measured. */
function plain(value: string): string {
  return value.normalize('NFC').toUpperCase().trim();
}
