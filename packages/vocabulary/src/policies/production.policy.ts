import { type Policy, policySchema } from '../policy.ts';

/** The policy that `vidimus policy init` writes to start from: Utopia's documents and anything marked SPECIMEN are refused. */
export const PRODUCTION_POLICY: Policy = policySchema.parse({
  vidimus_policy: 1,
  name: 'Production',
  description:
    "A policy to start from. Refuses Utopia's documents and anything marked SPECIMEN. Set the operator's name, the countries and the age to your own rules.",
  operator: 'Your company',
  documents: [{ states: 'all', types: ['passport', 'identity_card', 'driving_licence', 'residence_permit'] }],
  accept_specimens: false,
  minimum_age: 18,
});
