/** Recovery by document, for everybody: ask, look, stop, finish. */
import type { Result } from '@vidimus/engine/standards';
import {
  accountOpenedSchema,
  recoveryAskedSchema,
  recoveryBodySchema,
  recoveryStatusSchema,
  recoveryTokenSchema,
} from '@vidimus/protocol';
import { CONTACT_PROBLEMS } from '../codes/refusals.ts';
import { operatorName } from '../codes/send-code.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { accountCalling } from './account-caller.ts';
import { placeOf } from './account-place.ts';
import { askRecovery } from './ask-recovery.ts';
import { carryOutRecovery } from './change-recovery.ts';
import { finishRecovery, stopRecovery } from './finish-recovery.ts';
import { type AccountParts, asTenant } from './parts.ts';
import { findRecoveryByToken, lockRecovery } from './recovery-store.ts';
import { refuse } from './refusals.ts';
import { sessionReply } from './sign-in-routes.ts';

const NOT_FOUND = { status: 404, code: 'account-recovery.not-found' } as const;
const NOT_NOW = { status: 409, code: 'account-recovery.not-now' } as const;

export function recoveryRoutes(parts: AccountParts): readonly Route[] {
  const open = { tag: 'account', callers: [] } as const;
  return [
    route({
      ...open,
      method: 'post',
      path: '/v1/account/recovery',
      operationId: 'askAccountRecovery',
      summary: 'Lost every way in: begin to prove who you are with a document',
      description:
        'The answer is the same for a contact that nobody has. Nothing changes before the readings agree and the waiting time is over, and the old channels are told before it begins.',
      body: recoveryBodySchema,
      answers: { 201: recoveryAskedSchema },
      problems: [
        { status: 422, code: 'account.organization-not-named' },
        { status: 409, code: 'account-recovery.no-policy' },
        { status: 409, code: 'contact-code.no-route' },
        ...CONTACT_PROBLEMS,
      ],
      handle: async ({ body, address }): Promise<Result<Reply, Problem>> => {
        const place = await placeOf(parts, body);
        if (!place.ok) return place;
        const { contact, new_contact: newContact, locale } = body;
        const asked = await askRecovery(parts, place.value, { contact, newContact, locale, address });
        if (!asked.ok) return asked;
        const { token, verificationToken } = asked.value;
        const verification = { token: verificationToken, url: parts.pages.urlOf(`/verify/${verificationToken}`) };
        return { ok: true, value: { status: 201, body: { object: 'account_recovery_asked', token, verification } } };
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/recovery/look',
      operationId: 'lookAtAccountRecovery',
      summary: 'How a recovery stands',
      body: recoveryTokenSchema,
      answers: { 200: recoveryStatusSchema },
      problems: [NOT_FOUND],
      handle: async ({ body }): Promise<Result<Reply, Problem>> => {
        const row = await parts.inScope({ role: 'gate' }, (trx) => findRecoveryByToken(trx, 'token_hash', body.token));
        if (row === undefined) return refuse({ code: 'account-recovery.not-found' }, parts.clock());
        const operator = await asTenant(parts, row.organization_id, (trx) => operatorName(trx, row.organization_id));
        const status = {
          object: 'account_recovery',
          state: row.state,
          refusal: row.refusal,
          operator,
          asked_at: row.created_at.toISOString(),
          wait_until: row.wait_until?.toISOString() ?? null,
        } as const;
        return { ok: true, value: { status: 200, body: status } };
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/recovery/stop',
      operationId: 'stopAccountRecovery',
      summary: 'Stop a recovery, with the link that was sent to the old channels',
      body: recoveryTokenSchema,
      answers: { 204: 'none' },
      problems: [NOT_FOUND, NOT_NOW],
      handle: async ({ body }): Promise<Result<Reply, Problem>> => {
        const stopped = await stopRecovery(parts, body.token);
        return stopped.ok ? { ok: true, value: { status: 204 } } : stopped;
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/account/recovery/finish',
      operationId: 'finishAccountRecovery',
      summary: 'After the wait: add the new contact as a way in, and be signed in',
      description:
        'With the link that was sent there. Every other session ends; the old ways in stay until they are removed.',
      body: recoveryTokenSchema,
      answers: { 201: accountOpenedSchema },
      problems: [NOT_FOUND, NOT_NOW, { status: 409, code: 'account.contact-known' }],
      handle: async ({ body }): Promise<Result<Reply, Problem>> => {
        const session = await finishRecovery(parts, body.token);
        return session.ok ? { ok: true, value: sessionReply(session.value) } : session;
      },
    }),
    route({
      tag: 'account',
      callers: ['account'],
      method: 'post',
      path: '/v1/account/recovery/stop-own',
      operationId: 'stopOwnRecovery',
      summary: 'Stop whatever asks to recover your account; whoever is signed in has lost nothing',
      answers: { 204: 'none' },
      problems: [NOT_FOUND],
      handle: async ({ trx, caller, now }) => {
        const { accountId } = accountCalling(caller);
        const open = await trx
          .selectFrom('account_recovery')
          .select('id')
          .where('account_id', '=', accountId)
          .where('state', 'in', ['asked', 'in_review', 'waiting', 'ready'])
          .execute();
        if (open.length === 0) return refuse({ code: 'account-recovery.not-found' }, now);
        for (const { id } of open) {
          const row = await lockRecovery(trx, id);
          if (row === undefined) continue;
          await carryOutRecovery(parts, trx, row, { do: 'stop' }, { actor: { kind: 'applicant', id: accountId }, now });
        }
        return { ok: true, value: { status: 204 } };
      },
    }),
  ];
}
