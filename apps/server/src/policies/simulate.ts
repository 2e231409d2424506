/**
 * Who would have fared differently under another version of a policy: the reports of decided verifications, judged again without
 * their photographs. Ids and codes alone leave this file. Pure.
 */
import { type NotReevaluated, rejudgeReport } from '@vidimus/engine/rules';
import type { SimulatedVerification, SimulationAnswer } from '@vidimus/protocol';
import type { CheckReport, Decision, Outcome, Policy } from '@vidimus/vocabulary';
import type { DecidedBy } from '../verifications/decision.ts';
import type { VersionRef } from './store.ts';

/** A decision with the report that it rests on. */
export type StoredReport = {
  readonly verificationId: string;
  readonly policy: VersionRef;
  /** Declared country of residence, ISO 3166-1 alpha-3. */
  readonly residence?: string | undefined;
  readonly decided: { readonly outcome: Outcome; readonly by: DecidedBy['kind'] };
  readonly report: CheckReport;
};

/** A report with the document of the version that it was made under. */
export type JudgedReport = StoredReport & { readonly under: Policy };

/** Judges all of them again under `to`. */
export function simulate(
  reports: readonly JudgedReport[],
  to: Policy,
): Omit<SimulationAnswer, 'policy_id' | 'version'> {
  const verifications = reports.map((one) => simulateOne(one, to));
  return {
    considered: verifications.length,
    different: verifications.filter(({ differs }) => differs).length,
    uncertain: verifications.filter(({ not_reevaluated }) => not_reevaluated.length > 0).length,
    verifications,
  };
}

function simulateOne(stored: JudgedReport, to: Policy): SimulatedVerification {
  const { report, under, residence, policy, decided, verificationId } = stored;
  const again = rejudgeReport(report, { from: under, to, ...(residence === undefined ? {} : { residence }) });
  const had = report.reasons.map(({ code }) => code);
  const would = codesOf(again.decision);
  return {
    verification_id: verificationId,
    policy: { id: policy.id, version: policy.version },
    decided: { outcome: decided.outcome, by: decided.by },
    had: { outcome: report.outcome, reason_codes: had },
    would_have: { outcome: again.decision.outcome, reason_codes: would },
    differs: again.decision.outcome !== report.outcome,
    reasons_added: would.filter((code) => !had.includes(code)),
    reasons_removed: had.filter((code) => !would.includes(code)),
    not_reevaluated: [...again.notReevaluated, ...phoneLeft(under, to), ...contactsLeft(under, to)].map(
      ({ check, because, mightRaise }) => ({
        check,
        because,
        ...(mightRaise === undefined ? {} : { might_raise: mightRaise }),
      }),
    ),
  };
}

/** The number is asked of before, and is no part of a report. */
function phoneLeft(from: Policy, to: Policy): readonly NotReevaluated[] {
  if (JSON.stringify(from.phone_countries) === JSON.stringify(to.phone_countries)) return [];
  return [
    {
      check: 'phone-country-accepted',
      because: 'the country of the phone number is not on file',
      mightRaise: 'contact_country_not_supported',
    },
  ];
}

/** Confirmed before anything is decided: whoever would have been asked for one was not. */
function contactsLeft(from: Policy, to: Policy): readonly NotReevaluated[] {
  if (JSON.stringify(from.contacts) === JSON.stringify(to.contacts)) return [];
  return [{ check: 'contacts-confirmed', because: 'whether a contact would have been confirmed is not on file' }];
}

function codesOf(decision: Decision) {
  return decision.outcome === 'approved' ? [] : decision.reasons.map(({ code }) => code);
}
