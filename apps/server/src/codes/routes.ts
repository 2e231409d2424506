/** One-time codes as an interface of their own: send, enter, send again, look. */
import type { Result } from '@vidimus/engine/standards';
import {
  type ContactCodeBody,
  codeAnswerSchema,
  codeEnteredSchema,
  contactCodeBodySchema,
  contactCodeMadeSchema,
  contactCodeSchema,
  idSchema,
  resendBodySchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { refuse } from '../verifications/refusals.ts';
import { returnHosts, whyNotReturnTo } from '../verifications/return-url.ts';
import { answerCode } from './answer-code.ts';
import { newCodeLink } from './code-link.ts';
import { type Contact, readContact } from './contact.ts';
import { otherWays } from './other-ways.ts';
import { presentCode } from './present-code.ts';
import { CONTACT_PROBLEMS, contactProblem, noRoute, notFound, sendingProblem } from './refusals.ts';
import { RESEND_PROBLEMS, resendCode, SEND_PROBLEMS } from './resend-code.ts';
import { type CodeParts, channelsFor, hasChannel, sendCode } from './send-code.ts';
import { type CodeRow, findCode, insertCode } from './store.ts';

const one = z.strictObject({ id: idSchema('cod') });
const NOT_FOUND = { status: 404, code: 'contact-code.not-found' } as const;
/** The same as a verification's: whoever has a key must not choose any site. */
const RETURN_PROBLEM = { status: 422, code: 'verification.return-url-not-allowed' } as const;

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
      answers: { 201: contactCodeMadeSchema },
      problems: [...CONTACT_PROBLEMS, RETURN_PROBLEM, ...SEND_PROBLEMS],
      handle: async ({ trx, caller, body, now }) => {
        const { channel, purpose, locale } = body;
        const { organizationId, mode } = caller;
        const contact = readContact(channel, body.to);
        if (!contact.ok) return contactProblem(contact.error);
        const alternative = readAlternative(body);
        if (!alternative.ok) return alternative;
        const badReturn = await whyNotBack(trx, organizationId, body.return_url);
        if (badReturn !== undefined) return refuse(badReturn);
        if (!hasChannel(parts, mode, channel)) return noRoute(channel);
        const isReached = channelsFor(parts, mode, contact.value).includes(channel);
        const { token, hash } = newCodeLink();
        const wanted = {
          organizationId,
          mode,
          purpose,
          channel,
          locale,
          contact: contact.value,
          networkAddress: body.network_address,
        } as const;
        const row = await insertCode(
          trx,
          parts.vault,
          {
            ...wanted,
            refused: isReached ? null : 'country',
            page: { tokenHash: hash, returnUrl: body.return_url ?? null },
            alternative: alternative.value,
            correctable: body.correctable && purpose === 'confirm' && contact.value.kind !== 'push',
          },
          now,
        );
        const made = async (code: CodeRow): Promise<Result<Reply, Problem>> => {
          const view = await presentCode(parts, trx, code, now);
          return { ok: true, value: { status: 201, body: { ...view, url: parts.pages.urlOf(`/code/${token}`) } } };
        };
        if (!isReached) return made(row);
        const to = { contact: contact.value, channel, networkAddress: body.network_address };
        const sent = await sendCode(parts, trx, row, to, now);
        if (!sent.ok) return sendingProblem(sent.error, now, otherWays(parts, mode, contact.value, sent.error));
        return made(sent.value);
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
        const { accepted, triesLeft, reasons } = await answerCode(parts, trx, row, body.code, now);
        const answer = { object: 'contact_code_answer', accepted, tries_left: triesLeft, reasons: [...reasons] };
        return { ok: true, value: { status: 200, body: answer } };
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
      problems: [NOT_FOUND, ...RESEND_PROBLEMS],
      handle: async ({ trx, caller, params, body, now }) => {
        const row = await findCode(trx, caller.mode, params.id, 'change');
        if (row === undefined) return notFound();
        const { channel, network_address: networkAddress } = body;
        const sent = await resendCode(parts, trx, row, { channel, networkAddress }, now);
        return sent.ok ? shown(trx, sent.value, now) : sent;
      },
    }),
  ];
}

async function whyNotBack(trx: DatabaseTransaction, organizationId: string, returnUrl: string | undefined) {
  if (returnUrl === undefined) return undefined;
  return whyNotReturnTo(returnUrl, await returnHosts(trx, organizationId));
}

/** Of another kind, where it was named. */
function readAlternative({ alternatives: [named] }: ContactCodeBody): Result<Contact | undefined, Problem> {
  if (named === undefined) return { ok: true, value: undefined };
  const read = readContact(named.channel, named.to);
  return read.ok ? read : contactProblem(read.error, '/alternatives/0/to');
}
