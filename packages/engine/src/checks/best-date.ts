import type { CheckResult, FieldName } from '@vidimus/vocabulary';
import { readingsOf } from './best-reading.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { notApplicable, notPerformed } from './check-outcome.ts';
import { edtfDays } from './edtf-days.ts';
import { whyNoPage } from './located-pages.ts';

/** A reading of a date, and the days that it may mean (ISO 8601, `YYYY-MM-DD`). */
export type BestDate = {
  readonly reading: SubjectReading;
  readonly days: { readonly first: string; readonly last: string };
};

/**
 * The most trustworthy reading of a date that means a day, or how a check about it ends without one. Whether that reading is sure
 * enough to carry a failure is for `weighFindings` to say.
 */
export function bestDate(check: string, subject: CheckSubject, field: FieldName): BestDate | CheckResult {
  const why = whyNoPage(subject);
  if (why) return notPerformed(check, why);
  const readings = readingsOf(subject, field);
  for (const reading of readings) {
    const days = edtfDays(reading.value);
    if (days) return { reading, days };
  }
  if (readings.length === 0 && !subject.request.policy.required_fields.includes(field)) {
    return notApplicable(check, `the document shows no ${field}`);
  }
  return notPerformed(check, `${field} was not read`);
}
