/** One-time codes as an interface of their own: send, enter, send again, look. */
import type { Result } from '@vidimus/engine/standards';
import {
  codeAnswerSchema,
  codeEnteredSchema,
  contactCodeBodySchema,
  contactCodeSchema,
  idSchema,
  resendBodySchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import { localeOf } from '../courier/present-delivery.ts';
import { settleMessages } from '../courier/settle-messages.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { codeState, resendPossibleAt, triesLeft } from './code.ts';
import { notAccepted } from './code-reasons.ts';
import { readContact } from './contact.ts';
import { otherWays } from './other-ways.ts';
import { presentCode } from './present-code.ts';
import { contactProblem, noRoute, notFound, notWaiting, sendingProblem, tooSoon } from './refusals.ts';
import { type CodeParts, channelsFor, hasChannel, operatorName, sendCode } from './send-code.ts';
import { type CodeRow, codeFacts, findCode, insertCode, openContact, useCode } from './store.ts';

const one = z.strictObject({ id: idSchema('cod') });
const NOT_FOUND = { status: 404, code: 'contact-code.not-found' } as const;
const LIMITS = [
  { status: 429, code: 'contact-code.limit-reached' },
  { status: 429, code: 'contact-code.prefix-stopped' },
] as const;
const CONTACT_PROBLEMS = [
  { status: 422, code: 'contact.not-a-number' },
  { status: 422, code: 'contact.not-assigned' },
  { status: 422, code: 'contact.landline' },
  { status: 422, code: 'contact.costs-too-much' },
  { status: 422, code: 'contact.not-an-address' },
] as const;

export function codeRoutes(parts: CodeParts): readonly Route[] {
  const writes = { tag: 'contact codes', callers: ['api_key'], right: 'verifications:write' } as const;
  const shown = async (trx: DatabaseTransaction, row: CodeRow, now: Date): Promise<Result<Reply, Problem>> => ({
    ok: true,
    value: { status: 200, body: await presentCode(parts, trx, row, now) },
  });
  return [
    route({
      ...writes,
      method: 'post',
      path: '/v1/contact-codes',
      operationId: 'sendContactCode',
      summary: 'Send somebody a one-time code',
      description:
        'By the best route to the country; where no receipt comes in the route’s usual time, the next one has it. `state` is `refused` where no route serves the country, with the reason.',
      body: contactCodeBodySchema,
      answers: { 201: contactCodeSchema },
      problems: [...CONTACT_PROBLEMS, { status: 409, code: 'contact-code.no-route' }, ...LIMITS],
      handle: async ({ trx, caller, body, now }) => {
        const { channel, purpose, locale } = body;
        const { organizationId, mode } = caller;
        const contact = readContact(channel, body.to);
        if (!contact.ok) return contactProblem(contact.error);
        if (!hasChannel(parts, mode, channel)) return noRoute(channel);
        const isReached = channelsFor(parts, mode, contact.value).includes(channel);
        const networkAddress = body.network_address;
        const wanted = {
          organizationId,
          mode,
          purpose,
          channel,
          locale,
          contact: contact.value,
          networkAddress,
        } as const;
        const row = await insertCode(trx, parts.vault, { ...wanted, refused: isReached ? null : 'country' }, now);
        if (!isReached) {
          return { ok: true, value: { status: 201, body: await presentCode(parts, trx, row, now) } };
        }
        const to = { contact: contact.value, channel, networkAddress };
        const sent = await sendCode(parts, trx, row, to, now);
        if (!sent.ok) return sendingProblem(sent.error, now, otherWays(parts, mode, contact.value, sent.error));
        return { ok: true, value: { status: 201, body: await presentCode(parts, trx, sent.value, now) } };
      },
    }),
    route({
      tag: 'contact codes',
      callers: ['api_key', 'member'],
      right: 'verifications:read',
      method: 'get',
      path: '/v1/contact-codes/{id}',
      operationId: 'getContactCode',
      summary: 'What became of a code and of each of its messages',
      params: one,
      answers: { 200: contactCodeSchema },
      problems: [NOT_FOUND],
      handle: async ({ trx, caller, params, now }) => {
        const row = await findCode(trx, caller.mode, params.id, 'reading');
        return row === undefined ? notFound() : shown(trx, row, now);
      },
    }),
    route({
      ...writes,
      method: 'post',
      path: '/v1/contact-codes/{id}/verify',
      operationId: 'verifyContactCode',
      summary: 'Enter a code',
      description:
        'Five tries; the first message’s code and a resent one are the same. What is not accepted is an answer with its reason, and no refusal of the request.',
      keepsNothing: true,
      params: one,
      body: codeEnteredSchema,
      answers: { 200: codeAnswerSchema },
      problems: [NOT_FOUND],
      handle: async ({ trx, caller, params, body, now }) => {
        const row = await findCode(trx, caller.mode, params.id, 'reading');
        if (row === undefined) return notFound();
        const tried = await useCode(trx, parts.vault, row, body.code, now);
        if (tried.result === 'accepted') {
          await settleMessages(trx, row.id, { arrived: true, now: parts.clock() });
        }
        return { ok: true, value: { status: 200, body: await answered(trx, tried, now) } };
      },
    }),
    route({
      ...writes,
      method: 'post',
      path: '/v1/contact-codes/{id}/resend',
      operationId: 'resendContactCode',
      summary: 'Send the same code again, by another route or channel',
      params: one,
      body: resendBodySchema,
      answers: { 200: contactCodeSchema },
      problems: [
        NOT_FOUND,
        { status: 409, code: 'contact-code.not-waiting' },
        { status: 409, code: 'contact-code.no-route' },
        { status: 422, code: 'contact.landline' },
        { status: 429, code: 'contact-code.too-soon' },
        ...LIMITS,
      ],
      handle: async ({ trx, caller, params, body, now }) => {
        const row = await findCode(trx, caller.mode, params.id, 'change');
        if (row === undefined) return notFound();
        const contact = await openContact(trx, parts.vault, row);
        const facts = codeFacts(row);
        const possibleAt = resendPossibleAt(facts, now);
        if (contact === undefined || possibleAt === null) return notWaiting(codeState(facts, now));
        const channel = body.channel ?? row.channel;
        const channels = channelsFor(parts, row.mode, contact);
        if (!channels.includes(channel)) return noRoute(channel, channels);
        // A landline that was called gets no short message.
        const fits = readContact(channel, contact.to);
        if (!fits.ok) return contactProblem(fits.error);
        if (possibleAt > now) return tooSoon(possibleAt, now);
        const sent = await sendCode(parts, trx, row, { contact, channel, networkAddress: body.network_address }, now);
        if (!sent.ok) return sendingProblem(sent.error, now, otherWays(parts, row.mode, contact, sent.error));
        return shown(trx, sent.value, now);
      },
    }),
  ];
}

async function answered(
  trx: DatabaseTransaction,
  { result, row }: Awaited<ReturnType<typeof useCode>>,
  now: Date,
): Promise<z.input<typeof codeAnswerSchema>> {
  const facts = codeFacts(row);
  const left = triesLeft(facts, now);
  const about = { object: 'contact_code_answer', tries_left: left } as const;
  if (result === 'accepted') return { ...about, accepted: true, reasons: [] };
  const possibleAt = resendPossibleAt(facts, now);
  const seconds = possibleAt === null ? 0 : Math.max(0, Math.ceil((possibleAt.getTime() - now.getTime()) / 1000));
  const place = { locale: localeOf(row.locale), operator: await operatorName(trx, row.organization_id) };
  const why = result === 'refused' ? 'wrong' : result;
  return { ...about, accepted: false, reasons: [notAccepted({ result: why, triesLeft: left, seconds }, place)] };
}
