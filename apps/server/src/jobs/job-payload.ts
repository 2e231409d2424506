/** What comes out of the queue is input like any other: it may have been written by an older version of this program. */
import { z } from 'zod';
import type { JobName, JobPayloads } from './jobs.ts';

/** Of each kind of job. */
export const JOB_PAYLOADS: { readonly [Name in JobName]: z.ZodType<JobPayloads[Name]> } = {
  'judge-verification': z.strictObject({ organizationId: z.string(), verificationId: z.string() }),
  'look-at-photograph': z.strictObject({
    organizationId: z.string(),
    verificationId: z.string(),
    attemptId: z.string(),
  }),
  'deliver-webhook': z.strictObject({ organizationId: z.string(), deliveryId: z.string() }),
  'redact-verification': z.strictObject({ organizationId: z.string(), verificationId: z.string() }),
  'send-message': z.strictObject({ organizationId: z.string(), messageId: z.string() }),
  'tell-of-change': z.strictObject({ organizationId: z.string(), policyId: z.string() }),
};
