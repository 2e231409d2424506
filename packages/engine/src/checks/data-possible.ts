import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { bestReading } from './best-reading.ts';
import type { Check, CheckSubject, SubjectReading } from './check.ts';
import { notPerformed, passed } from './check-outcome.ts';
import { edtfDays } from './edtf-days.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { type DatedValue, impossibleOrders, isNoDay, isNoState } from './judge-data.ts';
import { whyNoPage } from './located-pages.ts';
import { isSettled, isSure } from './reading-weight.ts';
import { type Finding, weighFindings } from './weigh-findings.ts';

const NAME = 'data-possible';

/** What the document says can be: days of the calendar, in an order that a life and a document have, and states that exist. */
export const dataPossible: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    if (subject.fields.length === 0) return notPerformed(NAME, 'no field was read');
    const findings = [...datesImpossible(subject), ...orderImpossible(subject), ...statesUnknown(subject)].filter(
      (finding) => !isMisreading(subject, finding),
    );
    const [first, ...rest] = findings;
    if (first === undefined) return passed(NAME, { measure: 'fields that fit', observed: subject.fields.length });
    const unsure = 'a field was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'document_data_impossible', unsure }, [first, ...rest]);
  },
};

/**
 * Doubtful print proves nothing against a document that does not need the field, and a date that another field has, too, was taken from
 * beside it.
 */
function isMisreading(subject: CheckSubject, { readings }: Finding): boolean {
  return readings.some((reading) => {
    if (reading.witness !== 'visual_zone') return false;
    const isTaken = subject.fields.some(({ field, value }) => field !== reading.field && value === reading.value);
    if (reading.field.endsWith('_date') && isTaken) return true;
    return !subject.request.policy.required_fields.includes(reading.field) && !isSure(subject, reading);
  });
}

/** A misread day does not count where the zone's check digit or the bar code vouches for another: the difference is `zones-agree`'s finding. */
function isOverruled(subject: CheckSubject, reading: SubjectReading): boolean {
  return subject.fields.some(
    (other) =>
      other !== reading && other.field === reading.field && edtfDays(other.value) !== null && isSettled(subject, other),
  );
}

function datesImpossible(subject: CheckSubject): readonly Finding[] {
  return subject.fields
    .filter(({ field, value }) => isNoDay(field, value))
    .filter((reading) => !isOverruled(subject, reading))
    .map((reading) => ({
      evidence: evidenceOf('day of the calendar', reading, 'a day that exists'),
      readings: [reading],
    }));
}

function orderImpossible(subject: CheckSubject): readonly Finding[] {
  const [birth, issue, expiry] = [
    dated(subject, 'birth_date'),
    dated(subject, 'issue_date'),
    dated(subject, 'expiry_date'),
  ];
  return impossibleOrders({ birth, issue, expiry }, subject.request.asOf).map(({ measure, expected, of }) => ({
    evidence: evidenceOf(measure, of[0].reading, expected),
    readings: of.map(({ reading }) => reading),
  }));
}

function statesUnknown(subject: CheckSubject): readonly Finding[] {
  return subject.fields
    .filter(({ field, value }) => isNoState(field, value))
    .map((reading) => ({
      evidence: evidenceOf('state code', reading, 'a code of ISO 3166-1 or ICAO Doc 9303-3'),
      readings: [reading],
    }));
}

type Dated = DatedValue & { readonly reading: SubjectReading };

function dated(subject: CheckSubject, field: 'birth_date' | 'issue_date' | 'expiry_date'): Dated | null {
  const reading = bestReading(subject, field);
  const days = reading ? edtfDays(reading.value) : null;
  return reading && days ? { reading, value: reading.value, ...days } : null;
}

function evidenceOf(measure: string, reading: SubjectReading, expected: string): Evidence {
  return {
    measure,
    observed: reading.value,
    threshold: expected,
    field: reading.field,
    sources: [sourceOf(reading)],
    ...placeOf(reading),
    detector: reading.witness,
    facts: { value: reading.value },
  };
}
