import type { CheckReport, FieldName } from '@vidimus/vocabulary';
import { type DatedValue, edtfDays, impossibleOrders, isNoDay, isNoState } from '../checks/index.ts';
import { witnessesOf } from './date-on-file.ts';
import { type Rejudge, WEIGHED_ANEW, weighingRules } from './rejudge.ts';

/** Doubtful print counts only of fields that the policy requires: that matters where something that was read cannot be. */
export const rejudgeData: Rejudge = {
  check: 'data-possible',
  dependsOn: (policy) => [policy.required_fields, ...weighingRules(policy)],
  again: (known, { report }) =>
    isAllPossible(report)
      ? known
      : { check: 'data-possible', because: WEIGHED_ANEW, mightRaise: 'document_data_impossible' },
};

/** Whether nothing that any witness read is impossible, whichever of them counts. */
function isAllPossible(report: CheckReport): boolean {
  const values = report.document.fields.flatMap(({ field, witnesses }) =>
    witnesses.map(({ value }) => ({ field, value: value ?? '' })),
  );
  if (values.some(({ field, value }) => isNoDay(field, value) || isNoState(field, value))) return false;
  const [births, issues, expiries] = [
    datesOf(report, 'birth_date'),
    datesOf(report, 'issue_date'),
    datesOf(report, 'expiry_date'),
  ];
  return births.every((birth) =>
    issues.every((issue) =>
      expiries.every((expiry) => impossibleOrders({ birth, issue, expiry }, report.as_of).length === 0),
    ),
  );
}

/** Every reading of a date; null stands for none. */
function datesOf(report: CheckReport, field: FieldName): readonly (DatedValue | null)[] {
  const dates = witnessesOf(report, field).flatMap(({ value }) => {
    const days = value === null ? null : edtfDays(value);
    return days === null || value === null ? [] : [{ ...days, value }];
  });
  return dates.length === 0 ? [null] : dates;
}
