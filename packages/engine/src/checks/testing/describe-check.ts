import { type CheckOutcome, type ReasonCode, reasonEntry } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import type { Check } from '../check.ts';
import { CHECKS } from '../checks.table.ts';
import { runChecks } from '../run-checks.ts';
import { buildSubject, type SubjectSpec } from './build-subject.ts';

/** One fact: what differs from a clear photo of a passport, how the check ends there, and the code where it fails. */
export type CheckRow =
  | readonly [fact: string, spec: SubjectSpec, outcome: Exclude<CheckOutcome, 'failed'>]
  | readonly [fact: string, spec: SubjectSpec, outcome: 'failed', code: ReasonCode];

/** The tests that every check has: each row ends as it says, and whatever fails on its subjects says what was seen. */
export function describeCheck(check: Check, rows: readonly CheckRow[]): void {
  describe(check.name, () => {
    test.each(rows.map(asCase))('$fact: $ends', ({ spec, outcome, code }) => {
      const result = check.run(buildSubject(spec));
      const observed = { check: result.check, outcome: result.outcome, code: codeOf(result) };
      expect(observed).toEqual({ check: check.name, outcome, code });
    });

    test('is run with the others, and raises only codes that the engine may raise', () => {
      expect(CHECKS).toContain(check);
      for (const [, , , code] of rows) if (code) expect(reasonEntry(code).raisedBy).toBe('engine');
    });

    test('whatever fails on these subjects, by any check, tells what was measured and what was seen', () => {
      for (const [, spec] of rows) {
        for (const result of runChecks(buildSubject(spec))) {
          if (result.outcome !== 'failed') continue;
          for (const { measure, observed } of result.evidence) {
            expect(measure).not.toBe('');
            expect(observed).not.toBeUndefined();
          }
        }
      }
    });
  });
}

function asCase([fact, spec, outcome, code]: CheckRow) {
  return { fact, spec, outcome, code, ends: code === undefined ? outcome : `${outcome} as ${code}` };
}

function codeOf(result: ReturnType<Check['run']>): ReasonCode | undefined {
  return result.outcome === 'failed' ? result.code : undefined;
}
