import type { Evidence, ReasonCode } from '@vidimus/vocabulary';
import type { Check, CheckSubject } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, whyNoPage } from './located-pages.ts';

/** What a picture check finds on one page: what is over the limit, and what was measured. */
export type PageFinding = { readonly found: readonly Evidence[]; readonly measured: readonly Evidence[] };

/** A claim about every page's picture; without a page it is not performed. */
export function pictureCheck(
  name: string,
  code: ReasonCode,
  look: (page: LocatedPage, subject: CheckSubject) => PageFinding,
): Check {
  return {
    name,
    run(subject) {
      const why = whyNoPage(subject);
      if (why) return notPerformed(name, why);
      const findings = locatedPages(subject).map((page) => look(page, subject));
      return failedIfAny(
        name,
        code,
        findings.flatMap(({ found }) => found),
        findings.flatMap(({ measured }) => measured),
      );
    },
  };
}

/** One figure of a page against its limit. */
export function figure(over: boolean, evidence: Evidence): PageFinding {
  return { found: over ? [evidence] : [], measured: [evidence] };
}

/** Shares, σ and dpi are told with three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
