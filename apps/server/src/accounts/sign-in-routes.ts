/** Into an account, for everybody: ask for a code, enter it, or show a passkey or an app. */
import type { Result } from '@vidimus/engine/standards';
import {
  accountAnswerSchema,
  accountCodeBodySchema,
  accountCodeSchema,
  accountEnteredSchema,
  accountOpenedSchema,
  accountOutagesSchema,
  accountPlaceQuerySchema,
  accountTicketSchema,
  accountTotpSchema,
  passkeyOptionsSchema,
  ticketBodySchema,
  ticketCodeSchema,
  ticketResendSchema,
} from '@vidimus/protocol';
import { CONTACT_PROBLEMS } from '../codes/refusals.ts';
import { SEND_PROBLEMS } from '../codes/resend-code.ts';
import { knownOutages } from '../deliverability/outage-for.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { signInOptions, signInWithPasskey } from './account-passkeys.ts';
import { inPlace, placeOf } from './account-place.ts';
import { isKnownDevice, type OpenedAccountSession } from './account-sessions-store.ts';
import { DEVICE_MS } from './account-way.ts';
import { codeTicket, enterCode } from './enter-code.ts';
import type { AccountParts } from './parts.ts';
import { presentAccountCode } from './present-account-code.ts';
import { refuse } from './refusals.ts';
import { reachableContact, resendAccountCode, sendAccountCode } from './send-account-code.ts';
import { signInWithApp } from './sign-in-with-app.ts';
import { contactIndex, findByContact } from './ways-store.ts';

const REFUSED = { status: 401, code: 'sign-in.refused' } as const;
const TOO_MANY = { status: 429, code: 'sign-in.too-many' } as const;
const TICKET_UNKNOWN = { status: 404, code: 'account.ticket-unknown' } as const;
const NOT_NAMED = { status: 422, code: 'account.organization-not-named' } as const;
const SECOND_MS = 1000;

/** The cookie outlives the session: it tells a browser that was signed in before. */
export function sessionReply({ token, expiresAt }: OpenedAccountSession): Reply {
  return {
    status: 201,
    body: { expires_at: expiresAt.toISOString() },
    session: { token, maxAgeSeconds: DEVICE_MS / SECOND_MS, holder: 'account' },
  };
}

export function accountSignInRoutes(parts: AccountParts): readonly Route[] {
  const open = { tag: 'account', callers: [] } as const;
  const opened = (session: Result<OpenedAccountSession, Problem>): Result<Reply, Problem> =>
    session.ok ? { ok: true, value: sessionReply(session.value) } : session;
  const unknown = () => refuse({ code: 'account.ticket-unknown' }, parts.clock());
  return [
    route({
      ...open,
      method: 'get',
      path: '/v1/account/sign-in/outages',
      operationId: 'listAccountOutages',
      summary: 'Where codes do not arrive at the moment',
      description:
        'For whoever is about to ask for one. Of an outage of some numbers it tells no more than the country.',
      query: accountPlaceQuerySchema,
      answers: { 200: accountOutagesSchema },
      problems: [NOT_NAMED],
      handle: async ({ query }) => {
        const place = await placeOf(parts, query);
        if (!place.ok) return place;
        return inPlace(parts, place.value, async (trx): Promise<Result<Reply, Problem>> => {
          return { ok: true, value: { status: 200, body: { outages: [...(await knownOutages(trx, place.value))] } } };
        });
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/sign-in/code',
      operationId: 'askAccountCode',
      summary: 'Ask for a code to sign in with',
      description:
        'The answer is the same for a contact that nobody has. What did not arrive counts as nothing, and locks nothing.',
      body: accountCodeBodySchema,
      answers: { 201: accountTicketSchema },
      problems: [NOT_NAMED, ...CONTACT_PROBLEMS, ...SEND_PROBLEMS],
      handle: async ({ body, address, accountToken }) => {
        const place = await placeOf(parts, body);
        if (!place.ok) return place;
        const contact = reachableContact(parts, place.value, body.channel, body.to);
        if (!contact.ok) return contact;
        const ticket = await inPlace(parts, place.value, async (trx, now) => {
          const way = await findByContact(trx, contactIndex(parts.vault, place.value, contact.value));
          const accountId = way?.account_id ?? null;
          const isKnown = await isKnownDevice(trx, accountId, accountToken, parts.clock());
          const { channel, locale } = body;
          const wanted = { purpose: 'sign_in_code', channel, locale, accountId, applicantId: null } as const;
          const about = { contact: contact.value, isKnownDevice: isKnown, networkAddress: address };
          return sendAccountCode(parts, trx, place.value, { ...wanted, ...about }, now);
        });
        if (!ticket.ok) return ticket;
        return { ok: true, value: { status: 201, body: { object: 'account_ticket', ticket: ticket.value } } };
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/code',
      operationId: 'lookAtAccountCode',
      summary: 'What became of a code that was asked for',
      body: ticketBodySchema,
      answers: { 200: accountCodeSchema },
      problems: [TICKET_UNKNOWN],
      handle: async ({ body }) => {
        const ticket = await codeTicket(parts, body.ticket);
        if (ticket === undefined) return unknown();
        const place = { organizationId: ticket.organization_id, mode: ticket.mode };
        return inPlace(parts, place, async (trx, now): Promise<Result<Reply, Problem>> => {
          const view = await presentAccountCode(parts, trx, ticket, now);
          return view === undefined ? unknown() : { ok: true, value: { status: 200, body: view } };
        });
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/code/resend',
      operationId: 'resendAccountCode',
      summary: 'Send the same code again, by another route or channel',
      body: ticketResendSchema,
      answers: { 200: accountCodeSchema },
      problems: [
        TICKET_UNKNOWN,
        { status: 409, code: 'contact-code.not-waiting' },
        { status: 429, code: 'contact-code.too-soon' },
        { status: 422, code: 'contact.landline' },
        ...SEND_PROBLEMS,
      ],
      handle: async ({ body, address }) => {
        const ticket = await codeTicket(parts, body.ticket);
        if (ticket === undefined) return unknown();
        const place = { organizationId: ticket.organization_id, mode: ticket.mode };
        return inPlace(parts, place, async (trx, now): Promise<Result<Reply, Problem>> => {
          const asked = { channel: body.channel, networkAddress: address };
          const sent = await resendAccountCode(parts, trx, ticket, asked, now);
          if (!sent.ok) return sent;
          const view = await presentAccountCode(parts, trx, ticket, now);
          return view === undefined ? unknown() : { ok: true, value: { status: 200, body: view } };
        });
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/code/enter',
      operationId: 'enterAccountCode',
      summary: 'Enter a code',
      description:
        'Five tries a code. Accepted, it does what it was asked for: signs in, keeps the account, or adds the contact. What is not accepted is an answer; after several of them the next waits a while, and nothing is locked.',
      body: ticketCodeSchema,
      answers: { 200: accountEnteredSchema },
      problems: [
        TICKET_UNKNOWN,
        REFUSED,
        TOO_MANY,
        { status: 409, code: 'account.kept-already' },
        { status: 409, code: 'account.contact-known' },
      ],
      handle: async ({ body, address }): Promise<Result<Reply, Problem>> => {
        const entered = await enterCode(parts, { ...body, address });
        if (!entered.ok) return entered;
        const { accepted, triesLeft } = entered.value;
        const about = { object: 'account_code_answer', accepted, tries_left: triesLeft } as const;
        if (!entered.value.accepted) {
          return { ok: true, value: { status: 200, body: { ...about, why: entered.value.why } } };
        }
        const { session } = entered.value;
        const answer = { ...about, why: null };
        if (session === undefined) return { ok: true, value: { status: 200, body: answer } };
        return { ok: true, value: { ...sessionReply(session), status: 200, body: answer } };
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/sign-in/passkey/options',
      operationId: 'getAccountPasskeyOptions',
      summary: 'What to hand to navigator.credentials.get',
      answers: { 200: passkeyOptionsSchema },
      problems: [],
      handle: async () => ({ ok: true, value: { status: 200, body: await signInOptions(parts) } }),
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/sign-in/passkey',
      operationId: 'signInWithAccountPasskey',
      summary: 'Sign in with the answer of a passkey; it says whose it is',
      body: accountAnswerSchema,
      answers: { 201: accountOpenedSchema },
      problems: [REFUSED],
      handle: async ({ body }) => opened(await signInWithPasskey(parts, body)),
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/sign-in/app',
      operationId: 'signInWithAccountApp',
      summary: 'Sign in with a contact and the code of an authenticator app',
      description: 'The answer is the same for a contact that nobody has, an account without an app, and a wrong code.',
      body: accountTotpSchema,
      answers: { 201: accountOpenedSchema },
      problems: [NOT_NAMED, REFUSED, TOO_MANY],
      handle: async ({ body, address }) => {
        const place = await placeOf(parts, body);
        return place.ok ? opened(await signInWithApp(parts, place.value, { ...body, address })) : place;
      },
    }),
  ];
}
