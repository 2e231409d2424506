import type { Policy } from './policy.ts';

export type DocumentRule = Policy['documents'][number];

/** The rule that decides about documents of a state: the first that names it. Nothing where none does: they are not accepted. */
export function documentRuleOf(policy: Policy, issuingState: string | null): DocumentRule | undefined {
  return policy.documents.find(({ states }) => states === 'all' || states.includes(issuingState ?? ''));
}

/** The rules that can ever decide, without the states that an earlier rule has decided about. */
export function decidingRules(policy: Policy): readonly DocumentRule[] {
  const rules: DocumentRule[] = [];
  const decided = new Set<string>();
  for (const { states, types } of policy.documents) {
    if (states === 'all') return [...rules, { states, types }];
    const left = [...new Set(states)].filter((state) => !decided.has(state));
    for (const state of left) decided.add(state);
    if (left.length > 0) rules.push({ states: left, types });
  }
  return rules;
}
