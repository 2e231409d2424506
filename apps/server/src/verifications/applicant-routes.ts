/** What an applicant's link may do: one verification, its steps, its receipt. */
import type { Result } from '@vidimus/engine/standards';
import {
  appealSchema,
  applicantViewSchema,
  consentAnswerSchema,
  detailsAnswerSchema,
  erasureScheduledSchema,
  idSchema,
  receiptSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, type RouteRequest, route } from '../http/route.ts';
import { notePhotograph } from '../numbers/fact-store.ts';
import { appealDecline } from './appeal.ts';
import {
  type ApplicantParts,
  answerConsent,
  answerDetails,
  eraseOwn,
  handIn,
  photographSide,
  resumeVerification,
  type StepRefused,
} from './applicant-steps.ts';
import { addLink } from './link-store.ts';
import { ownFacts } from './own-facts.ts';
import { policyOf } from './policy-of.ts';
import { presentToApplicant } from './present-own.ts';
import { openPreview } from './preview-store.ts';
import { refuse, refuseMedia } from './refusals.ts';
import { loadVerification } from './store.ts';

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 15 * MEGABYTE;
const FILES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/pdf',
  'application/octet-stream',
];

const ERASED = { status: 409, code: 'verification.erased' } as const;
const SHOWS_ONLY = { status: 403, code: 'link.shows-only' } as const;
const STEP_PROBLEMS: Route['problems'] = [
  SHOWS_ONLY,
  { status: 409, code: 'verification.not-from-here' },
  { status: 409, code: 'verification.step-not-asked' },
  { status: 409, code: 'verification.session-expired' },
  ERASED,
];

const side = z.strictObject({ side: z.enum(['front', 'back']) });

/** Every answer is the verification as it is now, so that a page need not ask again. */
export function applicantRoutes(parts: ApplicantParts): readonly Route[] {
  const applies = applicantRoute(parts, ['apply']);
  const looks = applicantRoute(parts, ['apply', 'receipt']);
  return [
    route({
      ...looks.common,
      method: 'get',
      path: '/v1/applicant',
      operationId: 'getApplicantVerification',
      summary: 'What is asked, what was found, what happens next',
      problems: [ERASED],
      handle: looks.then(async () => ({ ok: true, value: undefined })),
    }),
    route({
      ...applies.common,
      method: 'put',
      path: '/v1/applicant/consent',
      operationId: 'answerConsent',
      summary: 'Agree, or do not agree, to the check of the document',
      body: consentAnswerSchema,
      problems: STEP_PROBLEMS,
      handle: applies.then(async ({ trx, body }, of) => answerConsent(parts, trx, of, body)),
    }),
    route({
      ...applies.common,
      method: 'put',
      path: '/v1/applicant/details',
      operationId: 'answerDetails',
      summary: 'Say which document it will be, and where you live',
      description: 'A country of residence that is not served is told at once; nothing has been photographed by then.',
      body: detailsAnswerSchema,
      problems: STEP_PROBLEMS,
      handle: applies.then(async ({ trx, body }, of) => answerDetails(parts, trx, of, body)),
    }),
    route({
      ...applies.common,
      method: 'put',
      path: '/v1/applicant/document/{side}',
      operationId: 'photographDocument',
      summary: 'Send a photograph of one side, as the raw body',
      description:
        'At most 15 MB: JPEG, PNG, WebP, HEIC or PDF, from somebody who has agreed (`/v1/applicant/consent`). A later one takes its place until it is handed in.',
      params: side,
      upload: { mediaTypes: FILES, maxBytes: MOST_BYTES },
      problems: [
        ...STEP_PROBLEMS,
        { status: 409, code: 'verification.consent-missing' },
        { status: 409, code: 'verification.too-many-photographs' },
        { status: 422, code: 'media.not-a-picture' },
      ],
      handle: applies.then(async ({ trx, params, bytes, mediaType, userAgent }, of) => {
        const sent = await photographSide(parts, trx, of, `document_${params.side}`, { bytes, mediaType });
        if (sent.ok) await notePhotograph(trx, of.verificationId, userAgent);
        return sent;
      }),
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/submit',
      operationId: 'submitVerification',
      summary: 'Hand everything in',
      problems: [...STEP_PROBLEMS, { status: 409, code: 'verification.steps-missing' }],
      handle: applies.then(async ({ trx }, of) => handIn(parts, trx, of)),
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/resume',
      operationId: 'resumeVerification',
      summary: 'Go on after the link ran out; finished steps are kept',
      problems: [
        { status: 409, code: 'verification.not-from-here' },
        { status: 409, code: 'verification.not-expired-yet' },
        ERASED,
        SHOWS_ONLY,
      ],
      handle: applies.then(async ({ trx }, of) => resumeVerification(parts, trx, of)),
    }),
    route({
      ...looks.common,
      method: 'get',
      path: '/v1/applicant/media/{media_id}',
      operationId: 'getOwnMedia',
      summary: 'A photograph of your own, small',
      params: z.strictObject({ media_id: idSchema('med') }),
      answers: { 200: 'file' },
      problems: [
        { status: 404, code: 'media.not-found' },
        { status: 404, code: 'media.no-preview' },
        { status: 409, code: 'media.erased' },
      ],
      handle: async ({ trx, caller, params }) => {
        const link = linkOf(caller, ['apply', 'receipt']);
        if (!link.ok) return link;
        const preview = await openPreview(parts, trx, link.value.verificationId, params.media_id);
        if (!preview.ok) return refuseMedia(preview.error);
        return { ok: true, value: { status: 200, file: preview.value, mediaType: 'image/jpeg' } };
      },
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/receipt',
      operationId: 'makeReceipt',
      summary: 'A link that only shows, to keep or to hand on',
      description:
        'It shows the verification and takes an appeal; nothing can be handed in with it. Its token is shown once.',
      answers: { 201: receiptSchema },
      problems: [SHOWS_ONLY],
      handle: async ({ trx, caller, now }) => {
        const link = linkOf(caller, ['apply']);
        if (!link.ok) return link;
        const { organizationId, verificationId, mode } = link.value;
        const token = await addLink(trx, { organizationId, verificationId, mode, kind: 'receipt' }, now);
        return { ok: true, value: { status: 201, body: { token, url: parts.pages.urlOf(`/receipt/${token}`) } } };
      },
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/erase',
      operationId: 'eraseOwnData',
      summary: 'Stop, and erase what I sent',
      description: 'While nothing is decided. What was decided is kept as long as the operator must, and erased then.',
      answers: { 202: erasureScheduledSchema },
      problems: [{ status: 409, code: 'verification.decided-already' }, ERASED, SHOWS_ONLY],
      handle: async ({ trx, caller, now }) => {
        const link = linkOf(caller, ['apply']);
        if (!link.ok) return link;
        const { verificationId, id } = link.value;
        const erased = await eraseOwn(parts, trx, { verificationId, actor: { kind: 'applicant', id }, now });
        if (!erased.ok) return refuse(erased.error, 'applicant');
        return { ok: true, value: { status: 202, body: { redaction: 'scheduled' } } };
      },
    }),
    route({
      ...looks.common,
      method: 'post',
      path: '/v1/applicant/appeal',
      operationId: 'appealDecline',
      summary: 'Say why a decline is wrong; a person looks',
      body: appealSchema,
      problems: [
        { status: 409, code: 'verification.not-from-here' },
        { status: 409, code: 'verification.appeal-too-late' },
        ERASED,
      ],
      handle: looks.then(async ({ trx, body }, of) => appealDecline(parts, trx, of, body.statement)),
    }),
  ];
}

type Of = Parameters<typeof answerConsent>[2];
type Request<P, B> = RouteRequest<P, unknown, B>;

/** What the routes of a link have in common: who asks, which verification, and the answer. */
function applicantRoute(parts: ApplicantParts, links: readonly ('apply' | 'receipt')[]) {
  const then =
    <P, B>(work: (request: Request<P, B>, of: Of) => Promise<Result<unknown, StepRefused>>) =>
    async (request: Request<P, B>): Promise<Result<Reply, Problem>> => {
      const link = linkOf(request.caller, links);
      if (!link.ok) return link;
      const { verificationId } = link.value;
      const of: Of = { verificationId, actor: { kind: 'applicant', id: link.value.id }, now: request.now };
      const worked = await work(request, of);
      if (!worked.ok) return refuse(worked.error, 'applicant');
      const stored = await loadVerification(parts.vault, request.trx, verificationId, 'reading');
      if (!stored.ok) return refuse(stored.error, 'applicant');
      const policy = await policyOf(request.trx, stored.value);
      const facts = await ownFacts(parts.vault, request.trx, stored.value);
      const asking = { link: link.value.link, mayHandOff: parts.pages.isPublic, now: request.now };
      return { ok: true, value: { status: 200, body: presentToApplicant(stored.value, policy, facts, asking) } };
    };
  const common = { tag: 'applicant', callers: ['applicant'], answers: { 200: applicantViewSchema } } as const;
  return { common, then };
}

function linkOf(
  caller: Caller,
  links: readonly ('apply' | 'receipt')[],
): Result<Extract<Caller, { readonly kind: 'applicant' }>, Problem> {
  if (caller.kind === 'applicant' && links.includes(caller.link)) return { ok: true, value: caller };
  const detail = 'The receipt shows, and takes an appeal; the steps are done with the link that was sent first.';
  return { ok: false, error: { status: 403, code: 'link.shows-only', detail } };
}
