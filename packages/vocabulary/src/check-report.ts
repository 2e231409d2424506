import { z } from 'zod';
import { outcomeSchema } from './outcome.ts';
import { checkSchema, documentSchema, photoSchema, reasonSchema, reportHeadShape } from './report-parts.ts';
import { LOCALES } from './texts/catalogue.ts';

/** What `vidimus check --json` prints. A new optional key is no new version; anything else is. */
export const checkReportSchema = z
  .strictObject({
    ...reportHeadShape,
    kind: z.literal('check'),
    locale: z.enum(LOCALES),
    outcome: outcomeSchema,
    /** The easiest to mend first; empty when approved, and only then. */
    reasons: z.array(reasonSchema),
    /** What passed but was close. */
    notes: z.array(reasonSchema),
    checks: z.array(checkSchema),
    document: documentSchema,
    photos: z.array(photoSchema),
    policy: z.strictObject({ name: z.string(), version: z.number().int(), operator: z.string() }),
  })
  .refine((report) => (report.outcome === 'approved') === (report.reasons.length === 0), {
    error: 'a report that is not approved has at least one reason, and an approved one has none',
    path: ['reasons'],
  });
export type CheckReport = z.infer<typeof checkReportSchema>;
