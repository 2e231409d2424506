/** Whenever a policy is published, somebody may be waiting for it. */
import { z } from 'zod';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Done } from '../after-route.ts';

const policySchema = z.object({ id: z.string() });

/** By the name of the route that publishes. */
export function noticesOfPolicies({ jobs }: { readonly jobs: Jobs }) {
  return {
    publishPolicy: async ({ trx, caller: { organizationId }, params }: Done) => {
      const policyId = policySchema.parse(params).id;
      await jobs.enqueue(trx, 'tell-of-change', { organizationId, policyId }, { key: policyId });
    },
  };
}
