import type { Evidence, ReasonCode } from '@vidimus/vocabulary';
import type { Check, CheckSubject } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, whyNoPage } from './located-pages.ts';

/** What a picture check finds on one page: what is over its limit, and what was measured where nothing is. */
export type PageFinding = { readonly found: readonly Evidence[]; readonly measured: readonly Evidence[] };

/**
 * A claim about every page's picture; without a page it is not performed. A look gives words instead where it cannot judge a
 * page: the check is not performed, for that reason, where it can judge none.
 */
export function pictureCheck(
  name: string,
  code: ReasonCode,
  look: (page: LocatedPage, subject: CheckSubject) => PageFinding | string,
): Check {
  return {
    name,
    run(subject) {
      const why = whyNoPage(subject);
      if (why) return notPerformed(name, why);
      const looks = locatedPages(subject).map((page) => look(page, subject));
      const findings = looks.filter((one) => typeof one !== 'string');
      const unjudged = looks.find((one) => typeof one === 'string');
      if (findings.length === 0 && unjudged !== undefined) return notPerformed(name, unjudged);
      return failedIfAny(
        name,
        code,
        findings.flatMap(({ found }) => found),
        findings.flatMap(({ measured }) => measured),
      );
    },
  };
}

/** One figure of a page; `over` tells whether it breaks its limit. */
export function figure(over: boolean, evidence: Evidence): PageFinding {
  return { found: over ? [evidence] : [], measured: [evidence] };
}
