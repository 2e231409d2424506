import { type Policy, policySchema } from '@vidimus/vocabulary';

/** A policy that accepts three kinds of document of every state, with some keys changed (names as in a policy file). */
export function policyOf(change: Readonly<Record<string, unknown>> = {}): Policy {
  return policySchema.parse({
    vidimus_policy: 1,
    name: 'test',
    operator: 'Example',
    documents: [{ states: 'all', types: ['passport', 'identity_card', 'driving_licence'] }],
    accept_specimens: true,
    ...change,
  });
}
