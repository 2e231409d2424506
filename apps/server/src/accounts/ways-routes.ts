/** Ways into one's own account: add another, take one away, never the last. */
import type { Result } from '@vidimus/engine/standards';
import {
  accountContactSchema,
  accountRegistrationSchema,
  accountTicketSchema,
  idSchema,
  passkeyOptionsSchema,
  totpCodeSchema,
  totpOfferSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import { CONTACT_PROBLEMS } from '../codes/refusals.ts';
import { SEND_PROBLEMS } from '../codes/resend-code.ts';
import { operatorName } from '../codes/send-code.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { newTotpSecret, totpOffer } from '../people/totp.ts';
import { accountCalling } from './account-caller.ts';
import { addOptions, addPasskey } from './account-passkeys.ts';
import { inPlace } from './account-place.ts';
import { endAccountSessions } from './account-sessions-store.ts';
import { staysOpenWithout } from './account-way.ts';
import { findAccount } from './accounts-store.ts';
import { logOf } from './log-of.ts';
import type { AccountParts } from './parts.ts';
import { refuse } from './refusals.ts';
import { reachableContact, sendAccountCode } from './send-account-code.ts';
import { confirmApp } from './sign-in-with-app.ts';
import { deleteWay, lockAccount, offerTotpWay, openWayContact, wayOf, waysOf } from './ways-store.ts';

const oneWay = z.strictObject({ id: idSchema('way') });
const NEEDS_CONTACT = { status: 409, code: 'account.totp-needs-contact' } as const;

export function waysRoutes(parts: AccountParts): readonly Route[] {
  const own = { tag: 'account', callers: ['account'] } as const;
  return [
    route({
      ...own,
      method: 'post',
      path: '/v1/account/ways/code',
      operationId: 'askCodeToAddWay',
      summary: 'Add an address or number: ask for the code that confirms it',
      transactions: 'own',
      body: accountContactSchema,
      answers: { 201: accountTicketSchema },
      problems: [...CONTACT_PROBLEMS, ...SEND_PROBLEMS],
      handle: async ({ caller, body, address }): Promise<Result<Reply, Problem>> => {
        const { accountId, organizationId, mode } = accountCalling(caller);
        const place = { organizationId, mode };
        const contact = reachableContact(parts, place, body.channel, body.to);
        if (!contact.ok) return contact;
        const ticket = await inPlace(parts, place, (trx, now) => {
          const { channel, locale } = body;
          const wanted = { purpose: 'way_code', channel, locale, accountId, applicantId: null } as const;
          const about = { contact: contact.value, isKnownDevice: true, networkAddress: address };
          return sendAccountCode(parts, trx, place, { ...wanted, ...about }, now);
        });
        if (!ticket.ok) return ticket;
        return { ok: true, value: { status: 201, body: { object: 'account_ticket', ticket: ticket.value } } };
      },
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/account/ways/passkey/options',
      operationId: 'addAccountPasskeyOptions',
      summary: 'What to hand to navigator.credentials.create',
      keepsNothing: true,
      answers: { 200: passkeyOptionsSchema },
      problems: [],
      handle: async ({ trx, caller }) => ({
        ok: true,
        value: { status: 200, body: await addOptions(parts, trx, accountCalling(caller)) },
      }),
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/account/ways/passkey',
      operationId: 'addAccountPasskey',
      summary: 'Add a passkey',
      keepsNothing: true,
      body: accountRegistrationSchema,
      answers: { 204: 'none' },
      problems: [
        { status: 422, code: 'account.passkey-refused' },
        { status: 409, code: 'account.passkey-known' },
      ],
      handle: async ({ trx, caller, body }) => {
        const added = await addPasskey(parts, trx, accountCalling(caller), body);
        return added.ok ? { ok: true, value: { status: 204 } } : added;
      },
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/account/ways/app',
      operationId: 'offerAccountApp',
      summary: 'Begin to add an authenticator app',
      description:
        'It counts once a code of it was entered. It goes with an address or a number, which is typed with its code.',
      keepsNothing: true,
      answers: { 200: totpOfferSchema },
      problems: [NEEDS_CONTACT],
      handle: async ({ trx, caller }) => {
        const account = accountCalling(caller);
        const rows = await waysOf(trx, account.accountId);
        const named = rows.find(({ kind }) => kind === 'email' || kind === 'phone');
        const contact = named === undefined ? undefined : await openWayContact(trx, parts.vault, named);
        if (contact === undefined) return refuse({ code: 'account.totp-needs-contact' }, parts.clock());
        const secret = newTotpSecret(parts.random);
        await offerTotpWay(trx, parts.vault, account, secret, parts.clock());
        const offer = totpOffer(secret, await operatorName(trx, account.organizationId), contact.hint);
        return { ok: true, value: { status: 200, body: offer } };
      },
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/account/ways/app/confirm',
      operationId: 'confirmAccountApp',
      summary: 'Show that the app works; from then on it signs in',
      keepsNothing: true,
      body: totpCodeSchema,
      answers: { 204: 'none' },
      problems: [{ status: 422, code: 'account.totp-refused' }],
      handle: async ({ trx, caller, body }) => {
        const account = accountCalling(caller);
        const rows = await waysOf(trx, account.accountId);
        const offered = rows.find(({ kind, confirmed_at }) => kind === 'totp' && confirmed_at === null);
        if (offered === undefined || !(await confirmApp(parts, trx, offered, body.code))) {
          return refuse({ code: 'account.totp-refused' }, parts.clock());
        }
        for (const old of rows.filter(({ kind, id }) => kind === 'totp' && id !== offered.id)) {
          await deleteWay(trx, account.accountId, old.id);
        }
        await logOf(parts, trx, account, 'account.way_added', { kind: 'totp' });
        return { ok: true, value: { status: 204 } };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/v1/account/ways/{id}',
      operationId: 'removeWay',
      summary: 'Remove a way in; sessions that it opened end',
      params: oneWay,
      answers: { 204: 'none' },
      problems: [
        { status: 404, code: 'account.way-not-found' },
        { status: 409, code: 'account.last-way' },
      ],
      handle: async ({ trx, caller, params }) => {
        const account = accountCalling(caller);
        const now = parts.clock();
        await lockAccount(trx, account.accountId);
        if ((await findAccount(trx, account.accountId)) === undefined) {
          return refuse({ code: 'account.way-not-found' }, now);
        }
        const ways = (await waysOf(trx, account.accountId)).map(wayOf);
        const way = ways.find(({ id }) => id === params.id);
        if (way === undefined) return refuse({ code: 'account.way-not-found' }, now);
        if (!staysOpenWithout(ways, params.id)) return refuse({ code: 'account.last-way' }, now);
        await deleteWay(trx, account.accountId, params.id);
        await endAccountSessions(trx, account.accountId, { wayId: params.id }, now);
        await logOf(parts, trx, account, 'account.way_removed', { kind: way.kind });
        return { ok: true, value: { status: 204 } };
      },
    }),
  ];
}
