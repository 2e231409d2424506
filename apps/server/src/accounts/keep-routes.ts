/** "Keep an account": from the link or receipt of a verification, with a first way in. */
import type { Result } from '@vidimus/engine/standards';
import {
  accountContactSchema,
  accountOpenedSchema,
  accountRegistrationSchema,
  accountTicketSchema,
  keptAccountSchema,
  passkeyOptionsSchema,
} from '@vidimus/protocol';
import { CONTACT_PROBLEMS } from '../codes/refusals.ts';
import { SEND_PROBLEMS } from '../codes/resend-code.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { NOT_PROVEN } from '../verifications/applicant-route.ts';
import { opensAll } from '../verifications/prove-birth-date.ts';
import { keepOptions, keepWithPasskey } from './account-passkeys.ts';
import { inPlace } from './account-place.ts';
import { accountOfApplicant, applicantOf } from './accounts-store.ts';
import { type AccountParts, asTenant } from './parts.ts';
import { refuse } from './refusals.ts';
import { reachableContact, sendAccountCode } from './send-account-code.ts';
import { sessionReply } from './sign-in-routes.ts';

const KEPT_ALREADY = { status: 409, code: 'account.kept-already' } as const;
const TO_BE_OPENED = { status: 409, code: 'hand-off.to-be-opened' } as const;
const OF_LINKS = [NOT_PROVEN, TO_BE_OPENED] as const;

type Link = Extract<Caller, { readonly kind: 'applicant' }>;

/** An applicant who has an account signs in to it: a receipt that was handed on adds nothing to it. */
export function keepRoutes(parts: AccountParts): readonly Route[] {
  const common = { tag: 'applicant', callers: ['applicant'] } as const;
  const kept = () => refuse({ code: 'account.kept-already' }, parts.clock());
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/applicant/account',
      operationId: 'getKeptAccount',
      summary: 'Whether there is an account for this verification, and where it is signed in to',
      answers: { 200: keptAccountSchema },
      problems: OF_LINKS,
      handle: async ({ trx, caller, now }): Promise<Result<Reply, Problem>> => {
        const link = linkCalling(caller, now);
        if (!link.ok) return link;
        const { organizationId, mode, verificationId } = link.value;
        const account = await accountOfApplicant(trx, await applicantOf(trx, verificationId));
        const body = { kept: account !== undefined, organization: organizationId, mode };
        return { ok: true, value: { status: 200, body } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/applicant/account/code',
      operationId: 'askCodeToKeepAccount',
      summary: 'Keep an account with an address or number: ask for the code that confirms it',
      transactions: 'own',
      body: accountContactSchema,
      answers: { 201: accountTicketSchema },
      problems: [...OF_LINKS, KEPT_ALREADY, ...CONTACT_PROBLEMS, ...SEND_PROBLEMS],
      handle: async ({ caller, body, address, now: askedAt }): Promise<Result<Reply, Problem>> => {
        const link = linkCalling(caller, askedAt);
        if (!link.ok) return link;
        const { organizationId, mode, verificationId } = link.value;
        const place = { organizationId, mode };
        const contact = reachableContact(parts, place, body.channel, body.to);
        if (!contact.ok) return contact;
        const ticket = await inPlace(parts, place, async (trx, now) => {
          const applicantId = await applicantOf(trx, verificationId);
          if ((await accountOfApplicant(trx, applicantId)) !== undefined) return kept();
          const { channel, locale } = body;
          const wanted = { purpose: 'keep_code', channel, locale, accountId: null, applicantId } as const;
          const about = { contact: contact.value, isKnownDevice: true, networkAddress: address };
          return sendAccountCode(parts, trx, place, { ...wanted, ...about }, now);
        });
        if (!ticket.ok) return ticket;
        return { ok: true, value: { status: 201, body: { object: 'account_ticket', ticket: ticket.value } } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/applicant/account/passkey/options',
      operationId: 'keepAccountPasskeyOptions',
      summary: 'What to hand to navigator.credentials.create',
      keepsNothing: true,
      answers: { 200: passkeyOptionsSchema },
      problems: [...OF_LINKS, KEPT_ALREADY],
      handle: async ({ trx, caller, now }): Promise<Result<Reply, Problem>> => {
        const link = linkCalling(caller, now);
        if (!link.ok) return link;
        const { organizationId, mode, verificationId } = link.value;
        const applicantId = await applicantOf(trx, verificationId);
        if ((await accountOfApplicant(trx, applicantId)) !== undefined) return kept();
        const body = await keepOptions(parts, trx, { organizationId, mode }, applicantId);
        return { ok: true, value: { status: 200, body } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/applicant/account/passkey',
      operationId: 'keepAccountWithPasskey',
      summary: 'Keep an account with a passkey, and be signed in to it',
      transactions: 'own',
      body: accountRegistrationSchema,
      answers: { 201: accountOpenedSchema },
      problems: [...OF_LINKS, KEPT_ALREADY, { status: 422, code: 'account.passkey-refused' }],
      handle: async ({ caller, body, now }): Promise<Result<Reply, Problem>> => {
        const link = linkCalling(caller, now);
        if (!link.ok) return link;
        const { organizationId, mode, verificationId } = link.value;
        const session = await asTenant(parts, organizationId, async (trx) => {
          const { applicant_id: applicantId, locale } = await trx
            .selectFrom('verification')
            .select(['applicant_id', 'locale'])
            .where('id', '=', verificationId)
            .executeTakeFirstOrThrow();
          return keepWithPasskey(parts, trx, { organizationId, mode, applicantId, locale }, body);
        });
        return session.ok ? { ok: true, value: sessionReply(session.value) } : session;
      },
    }),
  ];
}

/** A receipt keeps an account once the birth date was entered: whoever was handed it otherwise could keep one in its person's place. */
function linkCalling(caller: Caller, now: Date): Result<Link, Problem> {
  if (caller.kind !== 'applicant') throw new Error(`a ${caller.kind} called a route of links`);
  if (caller.openUntil !== undefined) {
    const detail = 'This link is for another device, which was not let in yet: POST /v1/applicant/hand-off/open.';
    return { ok: false, error: { ...TO_BE_OPENED, detail } };
  }
  if (opensAll(caller, now)) return { ok: true, value: caller };
  const detail = 'A receipt keeps an account once it was opened with the birth date: POST /v1/applicant/receipt/open.';
  return { ok: false, error: { ...NOT_PROVEN, detail } };
}
