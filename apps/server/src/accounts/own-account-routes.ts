/** What somebody who is signed in does with their account. */
import { accountReceiptSchema, accountSchema, idSchema } from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { addLink } from '../verifications/link-store.ts';
import { accountCalling } from './account-caller.ts';
import { endAccountSessions } from './account-sessions-store.ts';
import { eraseAccount, verificationsOf } from './accounts-store.ts';
import { logOf } from './log-of.ts';
import type { AccountParts } from './parts.ts';
import { presentAccount } from './present-account.ts';
import { refuse } from './refusals.ts';

const oneVerification = z.strictObject({ id: idSchema('ver') });

export function ownAccountRoutes(parts: AccountParts): readonly Route[] {
  const own = { tag: 'account', callers: ['account'] } as const;
  return [
    route({
      ...own,
      method: 'get',
      path: '/v1/account',
      operationId: 'getAccount',
      summary: 'Your verifications, ways in and sign-ins',
      answers: { 200: accountSchema },
      problems: [],
      handle: async ({ trx, caller }) => ({
        ok: true,
        value: { status: 200, body: await presentAccount(parts, trx, accountCalling(caller)) },
      }),
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/account/verifications/{id}/receipt',
      operationId: 'openOwnReceipt',
      summary: 'A link to the receipt of one of your verifications',
      description: 'It shows the verification and takes an appeal. Token and address are shown once.',
      params: oneVerification,
      answers: { 201: accountReceiptSchema },
      problems: [{ status: 404, code: 'account.verification-not-found' }],
      handle: async ({ trx, caller, params, now }) => {
        const account = accountCalling(caller);
        const mine = (await verificationsOf(trx, account)).find(({ id }) => id === params.id);
        if (mine === undefined || mine.redaction === 'done' || mine.redaction === 'running') {
          return refuse({ code: 'account.verification-not-found' }, now);
        }
        const { organizationId, mode } = account;
        const token = await addLink(trx, { organizationId, verificationId: mine.id, mode, kind: 'receipt' }, now);
        return { ok: true, value: { status: 201, body: { token, url: parts.pages.urlOf(`/receipt/${token}`) } } };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/v1/account/session',
      operationId: 'signOutAccount',
      summary: 'Sign out here',
      answers: { 204: 'none' },
      problems: [],
      handle: async ({ trx, caller }) => {
        const account = accountCalling(caller);
        await endAccountSessions(trx, account.accountId, { sessionId: account.sessionId }, parts.clock());
        await logOf(parts, trx, account, 'account.signed_out');
        return { ok: true, value: { status: 204, session: 'account-ended' } };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/v1/account/sessions',
      operationId: 'signOutEverywhere',
      summary: 'Sign out everywhere',
      answers: { 204: 'none' },
      problems: [],
      handle: async ({ trx, caller }) => {
        const account = accountCalling(caller);
        await endAccountSessions(trx, account.accountId, { exceptSessionId: null }, parts.clock());
        await logOf(parts, trx, account, 'account.signed_out', { everywhere: 'yes' });
        return { ok: true, value: { status: 204, session: 'account-ended' } };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/v1/account',
      operationId: 'closeAccount',
      summary: 'Close the account; the verifications stay, and their receipts',
      answers: { 204: 'none' },
      problems: [],
      handle: async ({ trx, caller }) => {
        const account = accountCalling(caller);
        await logOf(parts, trx, account, 'account.closed');
        await eraseAccount(trx, parts.vault, account);
        return { ok: true, value: { status: 204, session: 'account-ended' } };
      },
    }),
  ];
}
