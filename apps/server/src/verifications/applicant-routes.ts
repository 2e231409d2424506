/** What an applicant's link may do: one verification and its steps. Every answer is the verification as it is now. */
import { appealSchema, consentAnswerSchema, detailsAnswerSchema } from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { notePhotograph } from '../numbers/fact-store.ts';
import { appealDecline } from './appeal.ts';
import { applicantRoute, ERASED, TOO_MANY_STATEMENTS } from './applicant-route.ts';
import {
  type ApplicantParts,
  answerConsent,
  answerDetails,
  handIn,
  photographSide,
  resumeVerification,
} from './applicant-steps.ts';
import { contactRoutes } from './contact-routes.ts';
import { handOffRoutes } from './hand-off-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { ownDataRoutes } from './own-data-routes.ts';

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

const STEP_PROBLEMS: Route['problems'] = [
  { status: 409, code: 'verification.not-from-here' },
  { status: 409, code: 'verification.step-not-asked' },
  { status: 409, code: 'verification.session-expired' },
  ERASED,
];

const side = z.strictObject({ side: z.enum(['front', 'back']) });

/** The steps, and beside them what a link is for: to look, to go on elsewhere, to take along, to stop. */
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
      problems: looks.problems(ERASED),
      handle: looks.then(async () => ({ ok: true, value: undefined })),
    }),
    route({
      ...applies.common,
      method: 'put',
      path: '/v1/applicant/consent',
      operationId: 'answerConsent',
      summary: 'Agree, or do not agree, to the check of the document',
      body: consentAnswerSchema,
      problems: applies.problems(...STEP_PROBLEMS, { status: 409, code: 'verification.too-many-answers' }),
      handle: applies.then(async ({ trx, body }, of) => answerConsent(parts, trx, of, body)),
    }),
    route({
      ...applies.common,
      method: 'put',
      path: '/v1/applicant/details',
      operationId: 'answerDetails',
      summary: 'Say which document it will be, and where you live',
      description:
        'A country of residence that is not served is told at once; nothing has been photographed by then. Where only photographs are asked for again, it may be said again, too: what they show is read anew, and `claims` may correct it.',
      body: detailsAnswerSchema,
      problems: applies.problems(...STEP_PROBLEMS, { status: 409, code: 'verification.too-many-answers' }),
      handle: applies.then(async ({ trx, body }, of) => answerDetails(parts, trx, of, body)),
    }),
    route({
      ...applies.common,
      method: 'put',
      path: '/v1/applicant/document/{side}',
      operationId: 'photographDocument',
      summary: 'Send a photograph of one side, as the raw body',
      description:
        'At most 15 MB: JPEG, PNG, WebP, HEIC or PDF, from somebody who has agreed (`/v1/applicant/consent`). A later one takes its place until it is handed in. It is looked at at once: ask `/v1/applicant` until the attempt’s `look` is no longer `reading`. A look uses no try.',
      params: side,
      upload: { mediaTypes: FILES, maxBytes: MOST_BYTES },
      problems: applies.problems(
        ...STEP_PROBLEMS,
        { status: 409, code: 'verification.consent-missing' },
        { status: 409, code: 'verification.too-many-photographs' },
        { status: 422, code: 'media.not-a-picture' },
      ),
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
      problems: applies.problems(...STEP_PROBLEMS, { status: 409, code: 'verification.steps-missing' }),
      handle: applies.then(async ({ trx }, of) => handIn(parts, trx, of)),
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/resume',
      operationId: 'resumeVerification',
      summary: 'Go on after the link ran out; finished steps are kept',
      problems: applies.problems(
        { status: 409, code: 'verification.not-from-here' },
        { status: 409, code: 'verification.not-expired-yet' },
        ERASED,
      ),
      handle: applies.then(async ({ trx }, of) => resumeVerification(parts, trx, of)),
    }),
    route({
      ...looks.common,
      method: 'post',
      path: '/v1/applicant/appeal',
      operationId: 'appealDecline',
      summary: 'Say why a decline is wrong; a person looks',
      body: appealSchema,
      problems: looks.problems(
        { status: 409, code: 'verification.not-from-here' },
        { status: 409, code: 'verification.appeal-too-late' },
        TOO_MANY_STATEMENTS,
        ERASED,
      ),
      handle: looks.then(async ({ trx, body }, of) => appealDecline(parts, trx, of, body.statement)),
    }),
    ...contactRoutes(parts),
    ...linkRoutes(parts),
    ...handOffRoutes(parts),
    ...ownDataRoutes(parts),
  ];
}
