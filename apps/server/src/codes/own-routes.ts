/** A code for the person whom it was sent to: with the token of its page, and nothing else. */
import type { Result } from '@vidimus/engine/standards';
import {
  codeEnteredSchema,
  correctContactSchema,
  ownCodeAnswerSchema,
  ownCodeLanguageSchema,
  ownCodeSchema,
  resendBodySchema,
} from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, type RouteRequest, route } from '../http/route.ts';
import { answerCode } from './answer-code.ts';
import { CORRECT_PROBLEMS, correctContact } from './correct-contact.ts';
import { ownReason, presentOwnCode } from './present-own-code.ts';
import { notFound } from './refusals.ts';
import { RESEND_PROBLEMS, resendCode } from './resend-code.ts';
import type { CodeParts } from './send-code.ts';
import { type CodeRow, findCode, setCodeLocale } from './store.ts';
import type { CodeWatches } from './watch-code.ts';

export type OwnCodeParts = CodeParts & { readonly watches: Pick<CodeWatches, 'open'> };

const NOT_FOUND = { status: 404, code: 'contact-code.not-found' } as const;

export function ownCodeRoutes(parts: OwnCodeParts): readonly Route[] {
  const own = { tag: 'own code', callers: ['recipient'] } as const;
  const shown = async (trx: DatabaseTransaction, row: CodeRow, now: Date): Promise<Result<Reply, Problem>> => ({
    ok: true,
    value: { status: 200, body: await presentOwnCode(parts, trx, row, now) },
  });
  /** Does what `work` does with the code of the asker's page. */
  const withCode =
    <Body>(
      purpose: 'reading' | 'change',
      work: (row: CodeRow, request: RouteRequest<unknown, unknown, Body>) => Promise<Result<Reply, Problem>>,
    ) =>
    async (request: RouteRequest<unknown, unknown, Body>): Promise<Result<Reply, Problem>> => {
      const { mode, codeId } = recipientOf(request.caller);
      const row = await findCode(request.trx, mode, codeId, purpose);
      return row === undefined ? notFound() : work(row, request);
    };
  /** The same, answered by the code as it is afterwards. */
  const changing = <Body>(
    work: (row: CodeRow, request: RouteRequest<unknown, unknown, Body>) => Promise<Result<CodeRow, Problem>>,
  ) =>
    withCode<Body>('change', async (row, request) => {
      const changed = await work(row, request);
      return changed.ok ? shown(request.trx, changed.value, request.now) : changed;
    });
  return [
    route({
      ...own,
      method: 'get',
      path: '/v1/own-code',
      operationId: 'getOwnCode',
      summary: 'How the code stands, and what became of each message',
      answers: { 200: ownCodeSchema },
      problems: [NOT_FOUND],
      handle: withCode('reading', (row, { trx, now }) => shown(trx, row, now)),
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/own-code/verify',
      operationId: 'verifyOwnCode',
      summary: 'Enter the code',
      description: 'Five tries. What is not accepted is an answer with its reason, and no refusal of the request.',
      keepsNothing: true,
      body: codeEnteredSchema,
      answers: { 200: ownCodeAnswerSchema },
      problems: [NOT_FOUND],
      handle: withCode('reading', async (row, { trx, body, now }) => {
        const { accepted, triesLeft, reasons } = await answerCode(parts, trx, row, body.code, now);
        const answer = {
          object: 'own_code_answer',
          accepted,
          tries_left: triesLeft,
          reasons: reasons.map(ownReason),
        };
        return { ok: true, value: { status: 200, body: answer } };
      }),
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/own-code/resend',
      operationId: 'resendOwnCode',
      summary: 'Have it sent again, by another route or channel',
      description: 'The first message’s code stays right, and may still arrive.',
      body: resendBodySchema,
      answers: { 200: ownCodeSchema },
      problems: [NOT_FOUND, ...RESEND_PROBLEMS],
      handle: changing((row, { trx, body, now, address }) =>
        resendCode(parts, trx, row, { ...body, networkAddress: address }, now),
      ),
    }),
    route({
      ...own,
      method: 'put',
      path: '/v1/own-code/contact',
      operationId: 'correctOwnContact',
      summary: 'Correct a number or an address that was typed wrong',
      description: 'It gets another code; whoever got the former one can do nothing with it. Tries stay counted.',
      body: correctContactSchema,
      answers: { 200: ownCodeSchema },
      problems: [NOT_FOUND, ...CORRECT_PROBLEMS],
      handle: changing((row, { trx, body, now, address }) =>
        correctContact(parts, trx, row, { to: body.to, networkAddress: address }, now),
      ),
    }),
    route({
      ...own,
      method: 'put',
      path: '/v1/own-code/language',
      operationId: 'chooseOwnCodeLanguage',
      summary: 'Go on in another language',
      body: ownCodeLanguageSchema,
      answers: { 200: ownCodeSchema },
      problems: [NOT_FOUND],
      handle: changing(async (row, { trx, body }) => {
        await setCodeLocale(trx, row.id, body.locale);
        return { ok: true, value: { ...row, locale: body.locale } };
      }),
    }),
    route({
      ...own,
      method: 'get',
      path: '/v1/own-code/events',
      operationId: 'followOwnCode',
      summary: 'Follow along: the code each time that something happened',
      description:
        'Server-sent events; the data of each is what `GET /v1/own-code` answers. Ends after five minutes, or when the code is over; 204 to whoever saw the end already.',
      transactions: 'own',
      answers: { 200: 'stream', 204: 'none' },
      problems: [],
      handle: async ({ caller, lastEventId }) => {
        const watching = await parts.watches.open(recipientOf(caller), lastEventId);
        if (!watching.ok) return watching;
        return { ok: true, value: watching.value === 'over' ? { status: 204 } : { status: 200, ...watching.value } };
      },
    }),
  ];
}

function recipientOf(caller: Caller): Extract<Caller, { readonly kind: 'recipient' }> {
  if (caller.kind !== 'recipient') throw new Error(`${caller.kind} has no code of its own`);
  return caller;
}
