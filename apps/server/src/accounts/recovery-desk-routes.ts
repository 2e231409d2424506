/** Recoveries as members see them: a person decides where two readings do not quite agree. And how long is waited. */
import {
  accountRecoveryListSchema,
  accountRecoveryQuerySchema,
  accountRecoverySchema,
  accountSettingsChangeSchema,
  accountSettingsSchema,
  idSchema,
  recoveryDecisionSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import { namesFor } from '../people/member-names.ts';
import type { Vault } from '../vault/vault.ts';
import { verificationsOf } from './accounts-store.ts';
import { carryOutRecovery } from './change-recovery.ts';
import type { AccountParts } from './parts.ts';
import { choosable, recoveryPolicyOf } from './recovery-policy.ts';
import {
  listRecoveries,
  lockRecovery,
  openGrounds,
  type RecoveryRow,
  waitHoursOf,
  waitMsOf,
} from './recovery-store.ts';
import { refuse } from './refusals.ts';

const one = z.strictObject({ id: idSchema('rcv') });
const NOT_FOUND = { status: 404, code: 'account-recovery.not-found' } as const;

export function recoveryDeskRoutes(parts: AccountParts): readonly Route[] {
  const staff = { tag: 'account recoveries', callers: ['api_key', 'member'] } as const;
  return [
    route({
      ...staff,
      method: 'get',
      path: '/v1/account-recoveries',
      operationId: 'listAccountRecoveries',
      summary: 'Recoveries of accounts, the newest first',
      right: 'reviews:read',
      query: accountRecoveryQuerySchema,
      answers: { 200: accountRecoveryListSchema },
      problems: [],
      handle: async ({ trx, caller, query }) => {
        const rows = await listRecoveries(trx, caller.mode, query.state);
        const data = [];
        for (const row of rows) data.push(await present(parts, trx, row, caller));
        return { ok: true, value: { status: 200, body: { data } } };
      },
    }),
    route({
      ...staff,
      callers: ['member'],
      method: 'post',
      path: '/v1/account-recoveries/{id}/decide',
      operationId: 'decideAccountRecovery',
      summary: 'Say whether both verifications are of one person',
      description: 'Agreed, the waiting time begins; nothing changes before it is over, and the old channels are told.',
      right: 'reviews:write',
      params: one,
      body: recoveryDecisionSchema,
      answers: { 200: accountRecoverySchema },
      problems: [NOT_FOUND, { status: 409, code: 'account-recovery.not-now' }],
      handle: async ({ trx, caller, params, body, now }) => {
        const row = await lockRecovery(trx, params.id);
        if (row === undefined || row.mode !== caller.mode) return refuse({ code: 'account-recovery.not-found' }, now);
        const waitMs = await waitMsOf(trx, row.organization_id);
        const command = { do: 'decide', agrees: body.agree, now, waitMs } as const;
        const actor = actorOf(caller);
        const decision = { by: caller.id, grounds: body.grounds };
        const decided = await carryOutRecovery(parts, trx, row, command, { actor, now, decision });
        if (!decided.ok) return refuse(decided.error, now);
        return { ok: true, value: { status: 200, body: await present(parts, trx, decided.value, caller) } };
      },
    }),
    route({
      ...staff,
      method: 'get',
      path: '/v1/account-settings',
      operationId: 'getAccountSettings',
      summary: 'How long a recovery waits, and the policy that it is verified under',
      right: 'policies:read',
      answers: { 200: accountSettingsSchema },
      problems: [],
      handle: async ({ trx, caller }) => {
        return { ok: true, value: { status: 200, body: await settingsOf(trx, caller.organizationId) } };
      },
    }),
    route({
      ...staff,
      callers: ['member'],
      method: 'put',
      path: '/v1/account-settings',
      operationId: 'changeAccountSettings',
      summary: 'Say how long a recovery waits, and the policy that it is verified under',
      description:
        'A recovery that waits already keeps its date, and one that was asked for its policy. Without a policy, or with null, the newest that is published is used; one that is left out stays. While nothing of the chosen one is published, no recovery can be asked for.',
      right: 'organization:write',
      body: accountSettingsChangeSchema,
      answers: { 200: accountSettingsSchema },
      problems: [
        { status: 404, code: 'policy.not-found' },
        { status: 409, code: 'policy.not-published' },
        { status: 409, code: 'policy.accepts-specimens' },
      ],
      handle: async ({ trx, caller, body, now }) => {
        const { organizationId } = caller;
        const { recovery_policy: policy, recovery_wait_hours } = body;
        const chosen = await choosable(trx, policy ?? null);
        if (!chosen.ok) return refuse(chosen.error, now);
        const change =
          policy === undefined ? { recovery_wait_hours } : { recovery_wait_hours, recovery_policy: policy };
        await trx
          .insertInto('account_setting')
          .values({ organization_id: organizationId, ...change })
          .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(change))
          .execute();
        await parts.audit.append(trx, {
          organizationId,
          actor: actorOf(caller),
          action: 'account_settings.changed',
          objectId: organizationId,
          facts: { recovery_wait_hours, ...(policy === undefined ? {} : { recovery_policy: policy ?? 'newest' }) },
        });
        return { ok: true, value: { status: 200, body: await settingsOf(trx, organizationId) } };
      },
    }),
  ];
}

async function settingsOf(trx: DatabaseTransaction, organizationId: string) {
  return {
    recovery_wait_hours: await waitHoursOf(trx, organizationId),
    recovery_policy: await recoveryPolicyOf(trx, organizationId),
  };
}

async function present(
  { vault }: AccountParts,
  trx: DatabaseTransaction,
  row: RecoveryRow,
  caller: Caller,
): Promise<z.input<typeof accountRecoverySchema>> {
  const { account_id: accountId, mode } = row;
  const earlier = accountId === null ? [] : await verificationsOf(trx, { accountId, mode });
  return {
    object: 'account_recovery',
    id: row.id,
    mode,
    state: row.state,
    refusal: row.refusal,
    readings: row.readings,
    verification: row.verification_id,
    earlier_verifications: earlier.map(({ id }) => id).filter((id) => id !== row.verification_id),
    asked_at: row.created_at.toISOString(),
    wait_until: row.wait_until?.toISOString() ?? null,
    ended_at: row.ended_at?.toISOString() ?? null,
    decision: await decisionOn(vault, trx, row, caller),
  };
}

async function decisionOn(vault: Vault, trx: DatabaseTransaction, row: RecoveryRow, caller: Caller) {
  const grounds = await openGrounds(trx, vault, row);
  if (grounds === undefined || row.decided_by === null || row.decided_at === null) return null;
  const name = await namesFor(vault, trx, caller)(row.decided_by);
  return { by: row.decided_by, name, grounds, at: row.decided_at.toISOString() };
}
