import { describePolicy, type PolicySection } from './describe-policy.ts';
import type { Policy } from './policy.ts';
import { PRACTICE_RULES, PRACTICE_THRESHOLDS, type PracticeRuleText } from './practice-rules.table.ts';
import type { ReasonCode } from './reason-code.ts';

/** A rule as it is set: where it stands in the document, its value, what it means, and what a refusal by it is called. */
export type PracticeRule = {
  /** JSON pointer (RFC 6901) into the document: `/thresholds/dpi_min`. */
  readonly pointer: string;
  /** Null where the policy leaves the rule out. */
  readonly value: unknown;
  readonly meaning: string;
  readonly reason_codes: readonly ReasonCode[];
};

/** What an auditor reads: the policy in plain English sentences, and every rule with its value. */
export type PracticeStatement = {
  readonly sections: readonly PolicySection[];
  readonly rules: readonly PracticeRule[];
};

/** The whole practice that a policy sets; nothing that decides is left out, also where it is a default. */
export function practiceStatement(policy: Policy): PracticeStatement {
  const { thresholds, ...rules } = policy;
  return {
    sections: describePolicy(policy),
    rules: [...rulesOf(PRACTICE_RULES, rules, ''), ...rulesOf(PRACTICE_THRESHOLDS, thresholds, '/thresholds')],
  };
}

function rulesOf(
  texts: Readonly<Record<string, PracticeRuleText>>,
  values: Readonly<Record<string, unknown>>,
  parent: string,
): readonly PracticeRule[] {
  return Object.entries(texts).map(([key, { meaning, reasons }]) => ({
    pointer: `${parent}/${key}`,
    value: values[key] ?? null,
    meaning,
    reason_codes: reasons,
  }));
}
