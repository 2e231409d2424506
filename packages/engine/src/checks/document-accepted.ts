import type { CheckResult, Evidence, Policy } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, notPerformed, passed } from './check-outcome.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';

const NAME = 'document-accepted';
/** ICAO's code for specimens (Doc 9303-3 §5). */
const SPECIMEN_STATE = 'UTO';

/** The operator accepts this type of document from this state. */
export const documentAccepted: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { kind, request } = subject;
    const { policy } = request;
    const marked = locatedPages(subject).some(({ reading }) =>
      reading.visualZone.marks.some(({ meaning }) => meaning === 'specimen'),
    );
    const specimen = marked || kind.issuingState === SPECIMEN_STATE;
    if (kind.type === null) return notPerformed(NAME, 'the kind of document could not be told');

    const rule = policy.documents.find(({ states }) => states === 'all' || states.includes(kind.issuingState ?? ''));
    const onlyForAll = policy.documents.every(({ states }) => states === 'all');
    if (kind.issuingState === null && !onlyForAll) return notPerformed(NAME, 'the issuing state was not read');
    const accepted = rule?.types ?? [];
    const refusedAsSpecimen = specimen && !policy.accept_specimens;
    const evidence: Evidence = {
      measure: 'issuing state and type',
      observed: `${kind.issuingState ?? 'unknown'} ${kind.type}${specimen ? ' (specimen)' : ''}`,
      threshold: accepted.join(', '),
      facts: {
        document_type: kind.type,
        ...(kind.issuingState === null ? {} : { country: kind.issuingState }),
        accepted: [...(refusedAsSpecimen ? allTypes(policy) : accepted)],
        ...(refusedAsSpecimen ? { why: 'specimen' } : {}),
      },
    };
    const refused = refusedAsSpecimen || !accepted.includes(kind.type);
    return refused ? failed(NAME, 'document_not_accepted_by_policy', [evidence]) : passed(NAME, evidence);
  },
};

function allTypes(policy: Policy): readonly string[] {
  return [...new Set(policy.documents.flatMap(({ types }) => types))];
}
