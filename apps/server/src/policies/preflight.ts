/**
 * Whether somebody may apply at all, told before anything is taken: every rule of the policy that their own words can answer,
 * by the same judgements as the engine's checks. Pure; nothing is kept.
 */
import {
  acceptedTypes,
  type FailedCheck,
  judgeAge,
  judgeDocument,
  judgeResidence,
  reasonOf,
} from '@vidimus/engine/rules';
import type { PreflightSubject } from '@vidimus/protocol';
import {
  type CheckResult,
  type CountryRule,
  type DocumentType,
  documentTypeSchema,
  type Evidence,
  type Policy,
  type Reason,
} from '@vidimus/vocabulary';

/** What somebody says of themselves; countries as ISO 3166-1 alpha-3 (or ICAO's codes), the date as `YYYY-MM-DD`. */
export type Declared = {
  readonly residence?: string | undefined;
  readonly documentType?: DocumentType | undefined;
  readonly issuingState?: string | undefined;
  readonly birth?: { readonly age: number } | { readonly date: string } | undefined;
  readonly phoneCountry?: string | undefined;
};

export type Preflight = {
  readonly outcome: 'eligible' | 'not_eligible' | 'incomplete';
  /** Every one, in the order of the questions. */
  readonly reasons: readonly Reason[];
  /** What the policy has a rule about, and nothing was said of. */
  readonly unanswered: readonly PreflightSubject[];
};

/** Judges what was declared; `today` is `YYYY-MM-DD`. */
export function preflight(policy: Policy, declared: Declared, today: string): Preflight {
  const answers = [
    residence(policy, declared),
    documents(policy, declared),
    age(policy, declared, today),
    phone(policy, declared),
  ];
  const reasons = answers.flatMap((answer) =>
    'outcome' in answer && answer.outcome === 'failed' ? [reasonOf(answer)] : [],
  );
  const unanswered = answers.flatMap((answer) => ('asks' in answer ? answer.asks : []));
  const outcome = reasons.length > 0 ? 'not_eligible' : unanswered.length > 0 ? 'incomplete' : 'eligible';
  return { outcome, reasons, unanswered };
}

type Answer = CheckResult | { readonly asks: readonly PreflightSubject[] };

const NO_RULE: Answer = { asks: [] };

function residence(policy: Policy, declared: Declared): Answer {
  const judged = judgeResidence(policy.residence, declared.residence);
  return judged.outcome === 'not_performed' ? { asks: ['residence'] } : judged;
}

function documents(policy: Policy, { documentType, issuingState }: Declared): Answer {
  const judge = (type: DocumentType) =>
    judgeDocument(policy, { type, issuingState: issuingState ?? null, marked: false });
  if (documentType !== undefined) {
    const judged = judge(documentType);
    return judged.outcome === 'not_performed' ? { asks: ['issuing_state'] } : judged;
  }
  if (issuingState === undefined) return { asks: ['document_type', 'issuing_state'] };
  // A state of which nothing is accepted is a no whatever the document.
  const refused = documentTypeSchema.options.map(judge).filter(isFailed);
  const [first] = refused;
  if (first === undefined || refused.length < documentTypeSchema.options.length) return { asks: ['document_type'] };
  const [{ facts: { document_type: _, ...facts } = {} }] = first.evidence;
  const evidence: Evidence = {
    measure: 'issuing state',
    observed: issuingState,
    facts: { ...facts, accepted: [...acceptedTypes(policy)] },
  };
  return { ...first, evidence: [evidence] };
}

function isFailed(result: CheckResult): result is FailedCheck {
  return result.outcome === 'failed';
}

const AGE = 'old-enough';

function age({ minimum_age }: Policy, { birth }: Declared, today: string): Answer {
  if (minimum_age === undefined || minimum_age === 0) return NO_RULE;
  if (birth === undefined) return { asks: ['birth_date'] };
  const { holds, evidence } = 'age' in birth ? byAge(minimum_age, birth.age) : byDate(minimum_age, birth.date, today);
  if (holds) return { check: AGE, outcome: 'passed', evidence: [evidence] };
  // An age alone does not say on which day it will be enough.
  const why = 'age' in birth ? 'declared_age' : 'declared';
  const declared: Evidence = { ...evidence, facts: { ...evidence.facts, why } };
  return { check: AGE, outcome: 'failed', code: 'age_below_minimum', evidence: [declared] };
}

type AgeAnswer = { readonly holds: boolean; readonly evidence: Evidence };

function byAge(minimumAge: number, years: number): AgeAnswer {
  const evidence: Evidence = {
    measure: 'declared age',
    observed: years,
    threshold: minimumAge,
    unit: 'years',
    facts: { age: minimumAge },
  };
  return { holds: years >= minimumAge, evidence };
}

function byDate(minimumAge: number, date: string, today: string): AgeAnswer {
  const { verdict, evidence } = judgeAge(minimumAge, { first: date, last: date }, today);
  return { holds: verdict === 'holds', evidence: { ...evidence, field: 'birth_date' } };
}

const PHONE = 'phone-country-accepted';

function phone({ phone_countries }: Policy, { phoneCountry }: Declared): Answer {
  if (phone_countries === undefined || takesAll(phone_countries)) return NO_RULE;
  if (phoneCountry === undefined) return { asks: ['phone_country'] };
  const { accept, refuse } = phone_countries;
  const evidence: Evidence = {
    measure: 'country of the declared phone number',
    observed: phoneCountry,
    threshold: accept === 'all' ? `all but ${refuse.join(', ')}` : accept.join(', '),
    facts: { country: phoneCountry, why: 'policy' },
  };
  const taken = (accept === 'all' || accept.includes(phoneCountry)) && !refuse.includes(phoneCountry);
  return taken
    ? { check: PHONE, outcome: 'passed', evidence: [evidence] }
    : { check: PHONE, outcome: 'failed', code: 'contact_country_not_supported', evidence: [evidence] };
}

function takesAll({ accept, refuse }: CountryRule): boolean {
  return accept === 'all' && refuse.length === 0;
}
