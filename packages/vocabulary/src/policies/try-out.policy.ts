import { type Policy, policySchema } from '../policy.ts';

/** For trying the software out: every country's documents, Utopia's, and anything marked SPECIMEN. Never for real applicants. */
export const TRY_OUT_POLICY: Policy = policySchema.parse({
  vidimus_policy: 1,
  name: 'Trying out (not for real applicants)',
  description:
    "Accepts every country's documents, and also Utopia's and anything marked SPECIMEN, so that drawn documents can be checked. Write your own with `vidimus policy init` before you check real people.",
  operator: 'Vidimus (trying out)',
  documents: [{ states: 'all', types: ['passport', 'identity_card', 'driving_licence', 'visa', 'residence_permit'] }],
  accept_specimens: true,
});
