import {
  type CheckLine,
  type CheckReport,
  type Evidence,
  type Locale,
  type NonEmpty,
  policyWords,
  REPORT_VERSION,
  type Reason,
  type ReasonReport,
  reasonEntry,
  renderReason,
  reportLanguage,
  type TextContext,
} from '@vidimus/vocabulary';
import { reportFields } from './report-fields.ts';
import type { CheckInput, ReportOptions } from './report-input.ts';
import { reportPhotos } from './report-photos.ts';
import { roundTimings } from './round-timings.ts';

/** What `vidimus check --json` prints; satisfies `checkReportSchema`. For the operator: evidence is shown whatever its disclosure. */
export function buildCheckReport(input: CheckInput, options: ReportOptions): CheckReport {
  const { subject, decision } = input;
  const { policy, asOf } = subject.request;
  const locale = options.locale ?? 'en';
  const operator = policyWords(policy.operator, reportLanguage(locale));
  const context: TextContext = { operator, ...(options.by === undefined ? {} : { by: options.by }) };
  const reasons = decision.outcome === 'approved' ? [] : decision.reasons;
  return {
    vidimus_report: REPORT_VERSION,
    kind: 'check',
    locale,
    outcome: decision.outcome,
    reasons: reasons.map((reason) => reportReason(reason, locale, context)),
    notes: decision.notes.map((reason) => reportReason(reason, locale, context)),
    checks: input.results.map(reportCheck),
    document: {
      type: subject.kind.type,
      issuing_state: subject.kind.issuingState,
      score: subject.kind.score,
      fields: reportFields(subject.fields, input.results),
    },
    photos: reportPhotos(subject.photos),
    policy: { name: policy.name, version: policy.version, operator: policy.operator },
    as_of: asOf,
    engine: { version: options.engine.version, models: options.engine.models.map((model) => ({ ...model })) },
    timings_ms: roundTimings(input.timings),
  };
}

function reportReason(reason: Reason, locale: Locale, context: TextContext): ReasonReport {
  const words = renderReason(reason, locale, context);
  return {
    code: reason.code,
    number: reasonEntry(reason.code).number,
    class: reason.class,
    disclosure: reason.disclosure,
    check: reason.check,
    heading: words.heading,
    message: words.applicant,
    reviewer_message: words.reviewer,
    operator_message: words.operator,
    evidence: copied(reason.evidence),
  };
}

function reportCheck(result: CheckInput['results'][number]): CheckLine {
  switch (result.outcome) {
    case 'passed':
      return { check: result.check, outcome: result.outcome, evidence: [...result.evidence] };
    case 'failed':
      return { check: result.check, outcome: result.outcome, code: result.code, evidence: copied(result.evidence) };
    case 'inconclusive':
      return {
        check: result.check,
        outcome: result.outcome,
        because: result.because,
        evidence: copied(result.evidence),
      };
    default:
      return { check: result.check, outcome: result.outcome, because: result.because };
  }
}

function copied([first, ...rest]: NonEmpty<Evidence>): [Evidence, ...Evidence[]] {
  return [first, ...rest];
}
