/** The registry of reasons, for whoever shows them: an unknown code is met through its class. */
import { reasonCodeListSchema, reasonCodeQuerySchema } from '@vidimus/protocol';
import { catalogueOf, REASON_REGISTRY } from '@vidimus/vocabulary';
import { route } from './route.ts';

export const reasonCodesRoute = route({
  method: 'get',
  path: '/v1/reason-codes',
  tag: 'reason codes',
  operationId: 'listReasonCodes',
  summary: 'Everything that may be said against an attempt',
  callers: [],
  query: reasonCodeQuerySchema,
  answers: { 200: reasonCodeListSchema },
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
