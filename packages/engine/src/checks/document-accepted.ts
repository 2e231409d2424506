import type { CheckResult } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { notPerformed } from './check-outcome.ts';
import { DOCUMENT_ACCEPTED, judgeDocument } from './judge-document.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';

/** The operator accepts this type of document from this state. */
export const documentAccepted: Check = {
  name: DOCUMENT_ACCEPTED,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(DOCUMENT_ACCEPTED, why);
    const { kind, request } = subject;
    const marked = locatedPages(subject).some(({ reading }) =>
      reading.visualZone.marks.some(({ meaning }) => meaning === 'specimen'),
    );
    return judgeDocument(request.policy, { type: kind.type, issuingState: kind.issuingState, marked });
  },
};
