/** What must be on the document, judged again from the readings that the report keeps. */
import type { CheckReport, CheckResult, Evidence, FieldName } from '@vidimus/vocabulary';
import { ALWAYS_PRINTED, failedIfAny, NAMES, notApplicable, notPerformed } from '../checks/index.ts';
import { witnessesOf } from './date-on-file.ts';
import { checkOf, hasPictureFault, pagesOf } from './pages-on-file.ts';
import type { Rejudge, RejudgeFacts } from './rejudge.ts';
import { whyNoPage } from './why-no-page.ts';

const READABLE = 'fields-readable';
const PRESENT = 'required-fields-present';

/** How a required field ended; `unsure` where the report does not tell whether it was read, or whether it is printed at all. */
type FieldEnd = 'read' | 'unreadable' | 'absent' | 'unsure';

export const rejudgeFieldsReadable: Rejudge = {
  check: READABLE,
  dependsOn: fieldRules,
  again(known, facts) {
    const { report, to } = facts;
    if (pagesOf(report).length === 0) return whyNoPage(READABLE, report) ?? known;
    if (to.required_fields.length === 0) return notApplicable(READABLE, 'the policy requires no field');
    const ends = endsOf(facts);
    const unreadable = to.required_fields.filter((field) => ends.get(field) === 'unreadable');
    const wasSeen = to.required_fields.some((field) => witnessesOf(report, field).length > 0);
    if (unreadable.length > 0 && !wasSeen) return notPerformed(READABLE, 'no required field was seen');
    const isOpen = unreadable.length > 0 && !hasAllSides(report);
    if (isOpen && known.outcome === 'not_performed' && known.because === SIDE_MISSING) return known;
    if (isOpen || [...ends.values()].includes('unsure')) {
      return { check: READABLE, because: 'how a field was read is not on file', mightRaise: 'field_unreadable' };
    }
    return failedIfAny(
      READABLE,
      'field_unreadable',
      unreadable.map((field) => evidenceOf(facts, field)),
      to.required_fields
        .filter((field) => witnessesOf(report, field).length > 0)
        .map((field) => evidenceOf(facts, field)),
    );
  },
};

const SIDE_MISSING = 'a side of the document is missing';

export const rejudgeFieldsPresent: Rejudge = {
  check: PRESENT,
  dependsOn: fieldRules,
  again(known, facts) {
    const { report, to } = facts;
    if (pagesOf(report).length === 0) return whyNoPage(PRESENT, report) ?? known;
    if (to.required_fields.length === 0) return notApplicable(PRESENT, 'the policy requires no field');
    const ends = endsOf(facts);
    if ([...ends.values()].includes('unsure')) {
      return {
        check: PRESENT,
        because: 'whether the document shows a field is not on file',
        mightRaise: 'field_absent',
      };
    }
    const absent = to.required_fields.filter((field) => ends.get(field) === 'absent');
    const unreadable = to.required_fields.filter((field) => ends.get(field) === 'unreadable');
    if (absent.length === 0 && unreadable.length > 0)
      return notPerformed(PRESENT, `not read: ${unreadable.join(', ')}`);
    const accepted = [...new Set(to.documents.flatMap(({ types }) => types))];
    const found = absent.map(
      (field): Evidence => ({
        measure: 'field seen on the document',
        observed: false,
        threshold: 'seen',
        field,
        detector: 'visual_zone',
        facts: { accepted },
      }),
    );
    return failedIfAny(PRESENT, 'field_absent', found, [
      { measure: 'required fields seen', observed: to.required_fields.length },
    ]);
  },
};

function fieldRules(policy: RejudgeFacts['to'], { report }: RejudgeFacts): readonly unknown[] {
  return [policy.required_fields, policy.thresholds.field_confidence_min, hasPictureFault(report, policy)];
}

function endsOf(facts: RejudgeFacts): ReadonlyMap<FieldName, FieldEnd> {
  return new Map(
    facts.to.required_fields.map((field) => [field, NAMES.has(field) ? endOfName(field, facts) : endOf(field, facts)]),
  );
}

/** A name in a script that is not read is a matter of the script; whether that is so depends on faults of the picture. */
function endOfName(field: FieldName, facts: RejudgeFacts): FieldEnd {
  const { report, from, to } = facts;
  const inOtherScript = checkOf(report, 'script-readable')?.outcome === 'failed';
  const end = inOtherScript ? 'read' : endOf(field, facts);
  const isAnotherPicture = hasPictureFault(report, from) !== hasPictureFault(report, to);
  return isAnotherPicture && (inOtherScript || end !== 'read') ? 'unsure' : end;
}

function endOf(field: FieldName, { report, from, to }: RejudgeFacts): FieldEnd {
  const limit = to.thresholds.field_confidence_min;
  const confidences = confidencesOf(field, report);
  if (confidences.length > 0) {
    if (confidences.every((one) => one >= limit)) return 'read';
    return confidences.every((one) => one < limit) ? 'unreadable' : 'unsure';
  }
  if (ALWAYS_PRINTED.has(field)) return 'unreadable';
  // What keeps a field from being called absent is the picture, and that has another fault now, or none.
  if (hasPictureFault(report, from) !== hasPictureFault(report, to)) return 'unsure';
  if (isNamed(checkOf(report, PRESENT), field)) return 'absent';
  return isNamed(checkOf(report, READABLE), field) ? 'unreadable' : 'unsure';
}

/** Of the reading that counted, where the report tells which; else of every witness. */
function confidencesOf(field: FieldName, report: CheckReport): readonly number[] {
  const known = checkOf(report, READABLE);
  const own = known !== undefined && 'evidence' in known ? known.evidence.filter((one) => one.field === field) : [];
  const read = own.flatMap(({ observed, sources }) => (typeof observed === 'number' && sources ? [observed] : []));
  return read.length > 0 ? read : witnessesOf(report, field).map(({ confidence }) => confidence ?? 0);
}

function isNamed(known: CheckResult | undefined, field: FieldName): boolean {
  return known?.outcome === 'failed' && known.evidence.some((one) => one.field === field);
}

/** Whether every side that this kind of document has was given, once, for certain. */
function hasAllSides(report: CheckReport): boolean {
  const { type } = report.document;
  const sides = pagesOf(report).map(({ side }) => side);
  if (type === 'passport' || type === 'visa') return sides.length === 1 && sides.includes('front');
  return sides.length === 2 && sides.includes('front') && sides.includes('back');
}

function evidenceOf({ report, to }: RejudgeFacts, field: FieldName): Evidence {
  const [surest] = witnessesOf(report, field);
  return {
    measure: 'reading confidence',
    observed: confidencesOf(field, report)[0] ?? 0,
    threshold: to.thresholds.field_confidence_min,
    unit: '0–1',
    field,
    detector: surest?.witness ?? 'visual_zone',
  };
}
