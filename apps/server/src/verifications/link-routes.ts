/** Further links to the same verification, and what a page tells of the device that it runs on. */
import {
  birthDateProofSchema,
  deviceTroubleSchema,
  deviceTroubleToldSchema,
  handOffSchema,
  openedReceiptSchema,
  receiptQuerySchema,
  receiptSchema,
} from '@vidimus/protocol';
import { type Route, route } from '../http/route.ts';
import { applicantRoute, ERASED, refuseToApplicant } from './applicant-route.ts';
import type { ApplicantParts } from './applicant-steps.ts';
import { whyNoMoreLinks } from './bounds.ts';
import { addTrouble, troubleReason } from './device-trouble.ts';
import { handOff } from './hand-off.ts';
import { addLink } from './link-store.ts';
import { policyOf } from './policy-of.ts';
import { shownReason, textContextOf } from './present-reason.ts';
import { proveBirthDate, provenUntilFrom } from './prove-birth-date.ts';
import { refuse } from './refusals.ts';
import { loadVerification } from './store.ts';

const TOO_MANY = { status: 429, code: 'link.too-many' } as const;

export function linkRoutes(parts: ApplicantParts): readonly Route[] {
  const applies = applicantRoute(parts, ['apply']);
  const shows = applicantRoute(parts, ['receipt']);
  return [
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/receipt',
      operationId: 'makeReceipt',
      summary: 'A link that only shows, to keep or to hand on',
      description:
        'It shows the outcome and its reasons, without what was read, and takes an appeal; nothing can be handed in with it. Token and address are shown once. With `opens=all` it opens everything that is the person’s for an hour, as the link that asks for it does: for whoever saves it now, and where no birth date was read that could open it later.',
      query: receiptQuerySchema,
      answers: { 201: receiptSchema },
      problems: applies.problems(TOO_MANY),
      handle: applies.admitted(async ({ trx, query, now }, { organizationId, verificationId, mode }) => {
        const full = await whyNoMoreLinks(trx, verificationId, now);
        if (full !== undefined) return refuse(full, 'applicant');
        const made = { organizationId, verificationId, mode, kind: 'receipt' } as const;
        const provenUntil = query.opens === 'all' ? provenUntilFrom(now) : undefined;
        const token = await addLink(trx, provenUntil === undefined ? made : { ...made, provenUntil }, now);
        const url = parts.pages.urlOf(`/receipt/${token}`);
        return { ok: true, value: { status: 201, body: { token, url } } };
      }),
    }),
    route({
      ...shows.common,
      method: 'post',
      path: '/v1/applicant/receipt/open',
      operationId: 'openReceipt',
      summary: 'Open all that is yours, with the birth date in the document',
      description:
        'The answer is another receipt, which opens photographs, readings, the file and erasure for an hour. After five wrong dates every further one waits longer.',
      body: birthDateProofSchema,
      answers: { 201: openedReceiptSchema },
      problems: shows.problems(
        { status: 403, code: 'receipt.birth-date-differs' },
        { status: 409, code: 'receipt.nothing-to-compare' },
        { status: 429, code: 'receipt.too-many-tries' },
        TOO_MANY,
        { status: 403, code: 'link.shows-only' },
        ERASED,
      ),
      handle: shows.admitted(async ({ trx, body, now }, link) => {
        const full = await whyNoMoreLinks(trx, link.verificationId, now);
        if (full !== undefined) return refuse(full, 'applicant');
        const proven = await proveBirthDate(parts, trx, link, body.birth_date, now);
        if (!proven.ok) return refuse(proven.error, 'applicant');
        const { token, provenUntil } = proven.value;
        const url = parts.pages.urlOf(`/receipt/${token}`);
        return { ok: true, value: { status: 201, body: { token, url, opens_until: provenUntil.toISOString() } } };
      }),
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/hand-off',
      operationId: 'handOff',
      summary: 'A link to go on with on another device',
      description:
        'Whoever opens it gets a number, and nothing else; within 15 minutes the first device chooses the number that the person sees (`hand_off.choose`), and `hand_off.opened_at` of `/v1/applicant` says when that was done.',
      answers: { 201: handOffSchema },
      problems: applies.problems(
        { status: 409, code: 'hand-off.no-public-address' },
        { status: 409, code: 'verification.session-expired' },
        TOO_MANY,
        ERASED,
      ),
      handle: applies.admitted(async (request, link, of) => {
        const full = await whyNoMoreLinks(request.trx, of.verificationId, of.now);
        if (full !== undefined) return refuse(full, 'applicant');
        const made = await handOff(parts, request.trx, link, of.now);
        if (!made.ok) {
          const { error } = made;
          return error.code === 'hand-off.no-public-address'
            ? refuse(error, 'applicant')
            : refuseToApplicant(parts, request, of, error);
        }
        const { token, openUntil } = made.value;
        const url = parts.pages.urlOf(`/verify/${token}`);
        return { ok: true, value: { status: 201, body: { token, url, expires_at: openUntil.toISOString() } } };
      }),
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/device-trouble',
      operationId: 'reportDeviceTrouble',
      summary: 'Say what the browser could not do',
      description:
        'It is told with the way out, and shown in the receipt as a try that used nothing up. The state stays as it is.',
      body: deviceTroubleSchema,
      answers: { 201: deviceTroubleToldSchema },
      problems: applies.problems(ERASED),
      handle: applies.admitted(async ({ trx, body, now }, _link, { verificationId }) => {
        const stored = await loadVerification(parts.vault, trx, verificationId, 'reading');
        if (!stored.ok) return refuse(stored.error, 'applicant');
        const { organizationId, locale } = stored.value;
        const trouble = { code: body.code, browser: body.browser ?? null, detail: body.detail ?? null };
        await addTrouble(trx, { organizationId, verificationId }, trouble, now);
        const context = textContextOf(stored.value, await policyOf(trx, stored.value));
        const reason = shownReason(troubleReason(trouble), locale, context);
        return { ok: true, value: { status: 201, body: { reason } } };
      }),
    }),
  ];
}
