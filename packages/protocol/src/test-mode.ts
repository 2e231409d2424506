/** Test mode: a clock that can be set, what provokes each reason, and outcomes that no photograph provokes. */
import { z } from 'zod';
import { instantSchema } from './ids.ts';

/** Far enough either way to try every date of a policy, and no year that a document would be misread for. */
const EARLIEST = '2000-01-01T00:00:00Z';
const LATEST = '2100-01-01T00:00:00Z';

/** What `PUT /v1/test/clock` takes. */
export const testClockChangeSchema = z.strictObject({
  now: instantSchema.refine((now) => now >= EARLIEST && now <= LATEST, `a moment from ${EARLIEST} to ${LATEST}`),
});

/** What time it is in test mode, and what happened because it became that late. */
export const testClockSchema = z.strictObject({
  object: z.literal('test_clock'),
  now: instantSchema,
  /** `set`: it stands still until it is set again. `real`: it runs. */
  runs: z.enum(['set', 'real']),
  happened: z.strictObject({
    overdue: z.int().min(0).meta({ description: 'Waits that are longer than was promised, and were told now.' }),
    expired: z.int().min(0).meta({ description: 'Links that ran out.' }),
    redactable: z.int().min(0).meta({ description: 'Verifications whose data is being erased; it takes seconds.' }),
  }),
});
