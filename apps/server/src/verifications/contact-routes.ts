/** What an applicant's link does about a contact: have a code sent, sent again, and enter it. Every answer is the verification. */
import type { Result } from '@vidimus/engine/standards';
import { codeEnteredSchema, contactParamsSchema, ownContactBodySchema, resendBodySchema } from '@vidimus/protocol';
import type { ContactKind } from '@vidimus/vocabulary';
import { CORRECT_PROBLEMS } from '../codes/correct-contact.ts';
import { RESEND_PROBLEMS } from '../codes/resend-code.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, type RouteRequest, route } from '../http/route.ts';
import { applicantRoute, ERASED, refuseToApplicant } from './applicant-route.ts';
import type { ApplicantParts } from './applicant-steps.ts';
import { type Asker, type ContactDone, enterContactCode, resendContactCode, sendContactCode } from './contact-steps.ts';

type About<B> = RouteRequest<{ readonly kind: ContactKind }, unknown, B>;

const STEP_PROBLEMS: Route['problems'] = [
  { status: 409, code: 'verification.not-from-here' },
  { status: 409, code: 'verification.step-not-asked' },
  { status: 409, code: 'verification.session-expired' },
  { status: 409, code: 'verification.consent-missing' },
  ERASED,
];
const OF_A_CONTACT = CORRECT_PROBLEMS.filter(({ status }) => status === 422);
const NOT_FOUND = { status: 404, code: 'contact-code.not-found' } as const;

export function contactRoutes(parts: ApplicantParts): readonly Route[] {
  const applies = applicantRoute(parts, ['apply']);
  const common = { ...applies.common, method: 'post', params: contactParamsSchema } as const;
  const then = <B>(
    work: (request: About<B>, asker: Asker) => Promise<ContactDone>,
  ): ((request: About<B>) => Promise<Result<Reply, Problem>>) =>
    applies.admitted<{ readonly kind: ContactKind }, B, unknown>(async (request, link, of) => {
      const { address: networkAddress } = request;
      const done = await work(request, { ...of, kind: request.params.kind, networkAddress });
      if (done.ok) return applies.shown(request, link, of);
      const { error } = done;
      return 'step' in error ? refuseToApplicant(parts, request, of, error.step) : { ok: false, error: error.code };
    });
  return [
    route({
      ...common,
      path: '/v1/applicant/contacts/{kind}/code',
      operationId: 'sendOwnContactCode',
      summary: 'Have a code sent to your number or address, or to another one',
      description:
        'What became of it stands in `contacts`. A code that does not arrive uses nothing up: it can be sent again, by another channel, or elsewhere.',
      body: ownContactBodySchema,
      problems: applies.problems(...STEP_PROBLEMS, ...OF_A_CONTACT, ...RESEND_PROBLEMS.filter(isNew)),
      handle: then(({ trx, body }, asker) => sendContactCode(parts, trx, asker, body)),
    }),
    route({
      ...common,
      path: '/v1/applicant/contacts/{kind}/resend',
      operationId: 'resendOwnContactCode',
      summary: 'Have the same code sent again, by another route or channel',
      body: resendBodySchema,
      problems: applies.problems(...STEP_PROBLEMS, NOT_FOUND, ...RESEND_PROBLEMS),
      handle: then(({ trx, body }, asker) => resendContactCode(parts, trx, asker, body.channel)),
    }),
    route({
      ...common,
      path: '/v1/applicant/contacts/{kind}/verify',
      operationId: 'verifyOwnContact',
      summary: 'Enter the code',
      description:
        'Five tries. What is not accepted is told by `contacts`, with the tries that are left, and no refusal of the request.',
      keepsNothing: true,
      body: codeEnteredSchema,
      problems: applies.problems(...STEP_PROBLEMS, NOT_FOUND),
      handle: then(({ trx, body }, asker) => enterContactCode(parts, trx, asker, body.code)),
    }),
  ];
}

function isNew({ code }: { readonly code: string }): boolean {
  return !OF_A_CONTACT.some((known) => known.code === code);
}
