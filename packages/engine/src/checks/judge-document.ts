import { type CheckResult, type DocumentType, documentRuleOf, type Evidence, type Policy } from '@vidimus/vocabulary';
import { failed, notPerformed, passed } from './check-outcome.ts';

/** The claim of `document-accepted`, of a kind of document alone. */
export const DOCUMENT_ACCEPTED = 'document-accepted';

/** What kind of document it is; the state as ISO 3166-1 alpha-3 or ICAO's code. Null where it is not known. */
export type KindOfDocument = {
  readonly type: DocumentType | null;
  readonly issuingState: string | null;
  /** Whether a mark on it says that it is a specimen. Utopia's are in any case. */
  readonly marked: boolean;
};

/** ICAO's code for specimens (Doc 9303-3 §5). */
const SPECIMEN_STATE = 'UTO';

/** Whether the operator accepts this type of document from this state. */
export function judgeDocument(policy: Policy, { type, issuingState, marked }: KindOfDocument): CheckResult {
  if (type === null) return notPerformed(DOCUMENT_ACCEPTED, 'the kind of document could not be told');
  const specimen = marked || issuingState === SPECIMEN_STATE;
  const onlyForAll = policy.documents.every(({ states }) => states === 'all');
  if (issuingState === null && !onlyForAll) return notPerformed(DOCUMENT_ACCEPTED, 'the issuing state was not read');
  const accepted = documentRuleOf(policy, issuingState)?.types ?? [];
  const refusedAsSpecimen = specimen && !policy.accept_specimens;
  const evidence: Evidence = {
    measure: 'issuing state and type',
    observed: `${issuingState ?? 'unknown'} ${type}${specimen ? SPECIMEN_NOTE : ''}`,
    threshold: accepted.join(', '),
    facts: {
      document_type: type,
      ...(issuingState === null ? {} : { country: issuingState }),
      accepted: [...(refusedAsSpecimen ? acceptedTypes(policy) : accepted)],
      ...(refusedAsSpecimen ? { why: 'specimen' } : {}),
    },
  };
  const refused = refusedAsSpecimen || !accepted.includes(type);
  return refused
    ? failed(DOCUMENT_ACCEPTED, 'document_not_accepted_by_policy', [evidence])
    : passed(DOCUMENT_ACCEPTED, evidence);
}

const SPECIMEN_NOTE = ' (specimen)';

/** Whether an evidence of this check tells of a specimen. */
export function tellsOfSpecimen({ observed }: Evidence): boolean {
  return typeof observed === 'string' && observed.endsWith(SPECIMEN_NOTE);
}

/** Every type that the policy accepts from somewhere. */
export function acceptedTypes(policy: Policy): readonly DocumentType[] {
  return [...new Set(policy.documents.flatMap(({ types }) => types))];
}
