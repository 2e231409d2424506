import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { normaliseStateCode } from '../standards/index.ts';
import { bestReading } from './best-reading.ts';
import type { Check, CheckSubject, SubjectReading } from './check.ts';
import { notPerformed, passed } from './check-outcome.ts';
import { edtfDays, yearsLater } from './edtf-days.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { whyNoPage } from './located-pages.ts';
import { isSettled, isSure } from './reading-weight.ts';
import { type Finding, weighFindings } from './weigh-findings.ts';

const NAME = 'data-possible';
/** Nobody has lived to 123 (Jeanne Calment, 122 years and 164 days). */
const OLDEST_YEARS = 123;

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
    .filter(
      ({ field, value }) => field.endsWith('_date') && /^\d{4}-\d\d(-\d\d)?$/.test(value) && edtfDays(value) === null,
    )
    .filter((reading) => !isOverruled(subject, reading))
    .map((reading) => ({
      evidence: evidenceOf('day of the calendar', reading, 'a day that exists'),
      readings: [reading],
    }));
}

function orderImpossible(subject: CheckSubject): readonly Finding[] {
  const { asOf } = subject.request;
  const [birth, issue, expiry] = [
    dated(subject, 'birth_date'),
    dated(subject, 'issue_date'),
    dated(subject, 'expiry_date'),
  ];
  const start = issue ?? birth;
  const wrong = (measure: string, expected: string, one: Dated, ...others: Dated[]): Finding => ({
    evidence: evidenceOf(measure, one.reading, expected),
    readings: [one, ...others].map(({ reading }) => reading),
  });
  return [
    ...(birth && birth.first > asOf ? [wrong('birth in the past', `not after ${asOf}`, birth)] : []),
    ...(birth && yearsLater(birth.last, OLDEST_YEARS) < asOf
      ? [wrong('age', `less than ${OLDEST_YEARS} years`, birth)]
      : []),
    ...(issue && issue.first > asOf ? [wrong('issue in the past', `not after ${asOf}`, issue)] : []),
    ...(birth && issue && issue.last < birth.first
      ? [wrong('issue after birth', `not before ${birth.reading.value}`, issue, birth)]
      : []),
    ...(start && expiry && expiry.last < start.first
      ? [wrong('expiry after issue and birth', `after ${start.reading.value}`, expiry, start)]
      : []),
  ];
}

function statesUnknown(subject: CheckSubject): readonly Finding[] {
  return subject.fields
    .filter(({ field, value }) => (field === 'issuing_state' || field === 'nationality') && /^[A-Z]{1,3}$/.test(value))
    .filter(({ value }) => normaliseStateCode(value) === null)
    .map((reading) => ({
      evidence: evidenceOf('state code', reading, 'a code of ISO 3166-1 or ICAO Doc 9303-3'),
      readings: [reading],
    }));
}

type Dated = { readonly reading: SubjectReading; readonly first: string; readonly last: string };

function dated(subject: CheckSubject, field: 'birth_date' | 'issue_date' | 'expiry_date'): Dated | null {
  const reading = bestReading(subject, field);
  const days = reading ? edtfDays(reading.value) : null;
  return reading && days ? { reading, ...days } : null;
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
