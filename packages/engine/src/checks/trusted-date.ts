import type { CheckResult, FieldName } from '@vidimus/vocabulary';
import { readingsOf } from './best-reading.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { notApplicable, notPerformed } from './check-outcome.ts';
import { edtfDays } from './edtf-days.ts';
import { whyNoPage } from './located-pages.ts';

export type TrustedDate = {
  readonly reading: SubjectReading;
  readonly days: { readonly first: string; readonly last: string };
};

/** The best reading of a date that means a day, or how a check about it ends without one. */
export function trustedDate(check: string, subject: CheckSubject, field: FieldName): TrustedDate | CheckResult {
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
