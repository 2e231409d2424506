/** The code of a contact step, followed along while somebody waits for it. */
import { contactParamsSchema } from '@vidimus/protocol';
import type { ContactKind } from '@vidimus/vocabulary';
import type { OwnCodeParts } from '../codes/own-routes.ts';
import { notFound } from '../codes/refusals.ts';
import { type Route, route } from '../http/route.ts';
import type { PeopleParts } from '../people/parts.ts';
import { applicantRoute } from './applicant-route.ts';
import type { ApplicantParts } from './applicant-steps.ts';
import { latestCode } from './contact-store.ts';

export type ContactEventParts = ApplicantParts & Pick<OwnCodeParts, 'watches'> & Pick<PeopleParts, 'inScope'>;

const NOT_FOUND = { status: 404, code: 'contact-code.not-found' } as const;

/** By the same watch as a code's own page: the database is looked at once a second for all of an organization together. */
export function contactEventsRoute(parts: ContactEventParts): Route {
  const applies = applicantRoute(parts, ['apply']);
  return route({
    tag: 'applicant',
    callers: ['applicant'],
    method: 'get',
    params: contactParamsSchema,
    path: '/v1/applicant/contacts/{kind}/events',
    operationId: 'followOwnContactCode',
    summary: 'Follow along while a code is awaited: its code each time that something happened',
    description:
      'Server-sent events about the latest code of the contact; the data of each is what `GET /v1/own-code` answers. Ends after five minutes, or when the code is over; 204 to whoever saw the end already.',
    transactions: 'own',
    answers: { 200: 'stream', 204: 'none' },
    problems: applies.problems(NOT_FOUND),
    handle: async (request) => {
      const { organizationId, mode } = request.caller;
      const found: { codeId?: string } = {};
      // Its own transaction is over before the stream begins: nothing is held meanwhile.
      const admitted = await parts.inScope({ role: 'tenant', organizationId }, async (trx) => {
        const look = applies.admitted<{ readonly kind: ContactKind }, unknown, unknown>(async ({ params }, link) => {
          const code = await latestCode(trx, link.verificationId, params.kind);
          if (code === undefined) return notFound();
          found.codeId = code.id;
          return { ok: true, value: { status: 204 } };
        });
        const { caller, params, query, body, bytes, mediaType, now, address, requestId, signal } = request;
        return look({ trx, caller, params, query, body, bytes, mediaType, now, address, requestId, signal });
      });
      if (!admitted.ok || found.codeId === undefined) return admitted;
      const watching = await parts.watches.open({ organizationId, mode, codeId: found.codeId }, request.lastEventId);
      if (!watching.ok) return watching;
      return { ok: true, value: watching.value === 'over' ? { status: 204 } : { status: 200, ...watching.value } };
    },
  });
}
