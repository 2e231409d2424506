/** Rules about dates, judged again from the dates that the report keeps. */
import type { CheckResult, Evidence, FieldName, Policy, ReasonCode } from '@vidimus/vocabulary';
import {
  type DateVerdict,
  failed,
  inconclusive,
  judgeAge,
  judgeDaysLeft,
  notApplicable,
  notPerformed,
  passed,
} from '../checks/index.ts';
import { type DateOnFile, datesOnFile, UNSURE, weightOnFile, witnessesOf } from './date-on-file.ts';
import { pagesOf } from './pages-on-file.ts';
import { type Rejudge, type Rejudged, type RejudgeFacts, WEIGHED_ANEW, weighingRules, weighsAlike } from './rejudge.ts';
import { whyNoPage } from './why-no-page.ts';

type DateRule = {
  readonly check: string;
  readonly code: ReasonCode;
  readonly field: FieldName;
  /** Said where the day itself is not printed, and decides. */
  readonly open: string;
  /** Null: not a matter of this check. */
  readonly judge: (date: DateOnFile, facts: RejudgeFacts) => DateVerdict | null;
};

const AGE = 'old-enough';

export const rejudgeOldEnough: Rejudge = {
  check: AGE,
  dependsOn: (policy) => [policy.minimum_age, ...weighingRules(policy)],
  again(known, facts) {
    const { minimum_age } = facts.to;
    if (minimum_age === undefined) return notApplicable(AGE, 'the policy sets no age');
    const again = rejudgeDate(known, facts, {
      check: AGE,
      code: 'age_below_minimum',
      field: 'birth_date',
      open: 'the day of birth is not printed',
      judge: ({ days }) => judgeAge(minimum_age, days, facts.report.as_of),
    });
    // A holder without a date of birth is not known to be old enough.
    return 'outcome' in again && again.outcome === 'not_applicable' ? notPerformed(AGE, again.because) : again;
  },
};

const DAYS = 'valid-long-enough';

export const rejudgeDaysLeft: Rejudge = {
  check: DAYS,
  dependsOn: (policy) => [policy.minimum_days_left, isRequired(policy, 'expiry_date'), ...weighingRules(policy)],
  again(known, facts) {
    const { minimum_days_left } = facts.to;
    if (minimum_days_left === 0) return notApplicable(DAYS, 'the policy asks for no days left');
    return rejudgeDate(known, facts, {
      check: DAYS,
      code: 'document_expires_soon',
      field: 'expiry_date',
      open: 'the day of expiry is not printed',
      judge: ({ days, edtf }) => judgeDaysLeft(minimum_days_left, { ...days, edtf }, facts.report.as_of),
    });
  },
};

const EXPIRY = 'not-expired';

/** The day is the same; whether a date that was not read may be missing is the policy's. */
export const rejudgeNotExpired: Rejudge = {
  check: EXPIRY,
  dependsOn: (policy) => [isRequired(policy, 'expiry_date'), ...weighingRules(policy)],
  again(known, facts) {
    if (pagesOf(facts.report).length === 0 || known.outcome === 'passed') return known;
    if (witnessesOf(facts.report, 'expiry_date').length === 0) return unread(EXPIRY, 'expiry_date', facts);
    return weighsAlike(facts) ? known : { check: EXPIRY, because: WEIGHED_ANEW };
  },
};

function rejudgeDate(known: CheckResult, facts: RejudgeFacts, rule: DateRule): Rejudged {
  const { check, code, field } = rule;
  if (pagesOf(facts.report).length === 0) return whyNoPage(check, facts.report) ?? known;
  const dates = datesOnFile(known, facts.report, field);
  const [best] = dates;
  if (best === undefined) return unread(check, field, facts);
  const judged = rule.judge(best, facts);
  if (dates.some((date) => rule.judge(date, facts)?.verdict !== judged?.verdict)) {
    return { check, because: `which reading of ${field} counts is not on file`, mightRaise: code };
  }
  if (judged === null) return notApplicable(check, 'the document has expired already');
  const evidence = evidenceOf(judged, best, field);
  if (judged.verdict === 'holds') return passed(check, evidence);
  if (judged.verdict === 'open') return inconclusive(check, rule.open, [evidence]);
  const weight = weightOnFile(known, best, facts);
  switch (weight.is) {
    case 'sure':
      return failed(check, code, [evidence]);
    case 'unsure':
      return inconclusive(check, UNSURE, [evidence]);
    case 'disturbed':
      return notPerformed(check, weight.because);
    case 'unknown':
      return { check, because: `how surely ${field} was read is not on file`, mightRaise: code };
  }
}

/** How a check about a date ends that nobody read. */
function unread(check: string, field: FieldName, { report, to }: RejudgeFacts): CheckResult {
  return witnessesOf(report, field).length === 0 && !isRequired(to, field)
    ? notApplicable(check, `the document shows no ${field}`)
    : notPerformed(check, `${field} was not read`);
}

function isRequired({ required_fields }: Policy, field: FieldName): boolean {
  return required_fields.includes(field);
}

function evidenceOf({ evidence }: DateVerdict, { source }: DateOnFile, field: FieldName): Evidence {
  const { witness, value, confidence, region, media_id } = source;
  const place = { ...(region === undefined ? {} : { region }), ...(media_id === undefined ? {} : { media_id }) };
  return {
    ...evidence,
    field,
    sources: [{ witness, value, ...(confidence === undefined ? {} : { confidence }), ...place }],
    ...place,
    detector: witness,
  };
}
