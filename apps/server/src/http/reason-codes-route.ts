/** The registry of reasons, for whoever shows them: an unknown code is met through its class. */
import {
  catalogueOf,
  disclosureSchema,
  LOCALES,
  REASON_CODES,
  REASON_REGISTRY,
  reasonClassSchema,
} from '@vidimus/vocabulary';
import { z } from 'zod';
import { route } from './route.ts';

const reasonCodeSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  number: z.int(),
  group: z.string(),
  class: reasonClassSchema,
  disclosure: disclosureSchema,
  /** `reserved` codes cannot be raised yet. */
  raised_by: z.enum(['engine', 'server', 'slot', 'reserved']),
  measure: z.string(),
  heading: z.string(),
  /** With {braces|and what stands in for them} where the evidence fills in. */
  applicant: z.string(),
});

export const reasonCodesRoute = route({
  method: 'get',
  path: '/v1/reason-codes',
  tag: 'reason codes',
  operationId: 'listReasonCodes',
  summary: 'Everything that may be said against an attempt',
  callers: [],
  query: z.strictObject({ locale: z.enum(LOCALES).default('en') }),
  answers: { 200: z.strictObject({ data: z.array(reasonCodeSchema) }) },
  problems: [],
  handle: async ({ query }) => {
    const { reasons } = catalogueOf(query.locale);
    const data = REASON_REGISTRY.map((entry) => ({
      code: entry.code,
      number: entry.number,
      group: entry.group,
      class: entry.class,
      disclosure: entry.disclosure,
      raised_by: entry.raisedBy,
      measure: entry.measure,
      heading: reasons[entry.code].heading,
      applicant: reasons[entry.code].applicant,
    }));
    return { ok: true, value: { status: 200, body: { data } } };
  },
});
