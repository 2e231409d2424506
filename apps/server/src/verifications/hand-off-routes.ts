/** The other device: it opens the link in the code, shows a number, and is let in by the first one. */
import type { Result } from '@vidimus/engine/standards';
import {
  handOffConfirmedSchema,
  handOffNumberSchema,
  handOffWaitsSchema,
  waitingDeviceSchema,
} from '@vidimus/protocol';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Route, type RouteRequest, route } from '../http/route.ts';
import { applicantRoute, ranOut } from './applicant-route.ts';
import type { ApplicantParts } from './applicant-steps.ts';
import { confirmHandOff, numberOf, openHandOff } from './hand-off.ts';
import { refuse } from './refusals.ts';

const RAN_OUT = { status: 409, code: 'hand-off.ran-out' } as const;
const NO_HAND_OFF = { status: 409, code: 'hand-off.not-a-hand-off' } as const;
const NOT_WAITING = { status: 409, code: 'hand-off.not-waiting' } as const;

export function handOffRoutes(parts: ApplicantParts): readonly Route[] {
  const applies = applicantRoute(parts, ['apply']);
  return [
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/hand-off/open',
      operationId: 'openHandOff',
      summary: 'Open the link in the code, on the other device',
      description:
        'The answer is a link for this device alone, and the number that it shows. It opens the verification once the first device has chosen that number.',
      answers: { 201: waitingDeviceSchema },
      problems: [RAN_OUT, NO_HAND_OFF, { status: 409, code: 'hand-off.opened-too-often' }],
      handle: async (request) => {
        const link = await stillOpen(parts, request);
        if (!link.ok) return link;
        const opened = await openHandOff(request.trx, link.value, request.now);
        if (!opened.ok) return refuse(opened.error, 'applicant');
        const { token, number, openUntil } = opened.value;
        return { ok: true, value: { status: 201, body: { token, number, expires_at: openUntil.toISOString() } } };
      },
    }),
    route({
      ...applies.common,
      method: 'get',
      path: '/v1/applicant/hand-off',
      operationId: 'getHandOff',
      summary: 'The number that this device shows while it waits',
      answers: { 200: handOffWaitsSchema },
      problems: [RAN_OUT, NO_HAND_OFF, NOT_WAITING],
      handle: async (request) => {
        const link = await stillOpen(parts, request);
        if (!link.ok) return link;
        const number = await numberOf(request.trx, link.value);
        if (number === undefined) {
          return { ok: false, error: { ...NOT_WAITING, detail: 'This is the link in the code. Open it first.' } };
        }
        return { ok: true, value: { status: 200, body: { number, expires_at: link.value.openUntil.toISOString() } } };
      },
    }),
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/hand-off/confirm',
      operationId: 'confirmHandOff',
      summary: 'Let in the device that shows this number',
      description:
        'From the first device. One choice only: a number that no device shows (`nobody`) shuts out whatever waited.',
      body: handOffNumberSchema,
      answers: { 200: handOffConfirmedSchema },
      problems: applies.problems(),
      handle: applies.admitted(async ({ trx, body, now }, { verificationId }) => {
        const outcome = await confirmHandOff(trx, verificationId, body.number, now);
        return { ok: true, value: { status: 200, body: { outcome } } };
      }),
    }),
  ];
}

type Waiting = Extract<Caller, { readonly kind: 'applicant' }> & { readonly openUntil: Date };

/** The link of a device that is not in yet, while it still can be let in. */
async function stillOpen(
  parts: ApplicantParts,
  request: Pick<RouteRequest<unknown, unknown, unknown>, 'trx' | 'now' | 'caller'>,
): Promise<Result<Waiting, Problem>> {
  const { caller, now } = request;
  if (caller.kind !== 'applicant' || caller.openUntil === undefined)
    return refuse({ code: NO_HAND_OFF.code }, 'applicant');
  const { openUntil, verificationId } = caller;
  if (now < openUntil) return { ok: true, value: { ...caller, openUntil } };
  return { ok: false, error: await ranOut(parts, request, verificationId, openUntil) };
}
