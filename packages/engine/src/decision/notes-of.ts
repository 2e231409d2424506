import { type CheckResult, isReasonCode, type Reason, reasonEntry } from '@vidimus/vocabulary';

/**
 * What passed but was close: a passed check whose evidence carries the fact `note` with a reason code,
 * e.g. a photo between `dpi_min` and `dpi_warn`. A note never changes the outcome.
 */
export function notesOf(results: readonly CheckResult[]): readonly Reason[] {
  return results.flatMap((result) => {
    if (result.outcome !== 'passed') return [];
    return result.evidence.flatMap((evidence) => {
      const code = evidence.facts?.note;
      if (typeof code !== 'string' || !isReasonCode(code)) return [];
      const entry = reasonEntry(code);
      const note: Reason = {
        code,
        class: entry.class,
        disclosure: entry.disclosure,
        check: result.check,
        evidence: [evidence],
      };
      return [note];
    });
  });
}
