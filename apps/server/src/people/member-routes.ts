/** Members: list, invite, change, remove. Writing is for owners, with the second factor just proven. */
import type { Result } from '@vidimus/engine/standards';
import {
  idSchema,
  invitationSchema,
  listPeopleSchema,
  memberChangeSchema,
  memberInvitedSchema,
  memberPageSchema,
  memberSchema,
  newMemberSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import type { AuditEntry } from '../audit/audit.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { actorOf } from './caller-actor.ts';
import { putInvitation } from './challenges-store.ts';
import { addMember, changeMember, listMembers, readMember, removeMember } from './members-store.ts';
import type { PeopleParts } from './parts.ts';
import { presentInvitation, presentMember, presentPage } from './present.ts';
import { refuse } from './refusals.ts';
import { needsStepUp } from './step-up.ts';

const one = z.strictObject({ id: idSchema('mem') });
const STEP_UP = { status: 403, code: 'session.step-up-needed' } as const;
const NOT_FOUND = { status: 404, code: 'member.not-found' } as const;
const LAST_OWNER = { status: 409, code: 'member.last-owner' } as const;
const REMOVED = { status: 409, code: 'member.removed' } as const;

/** An invitation is handed over by whoever asked for it: this server sends nothing yet. */
export function memberRoutes(parts: PeopleParts): readonly Route[] {
  const { vault, audit, clock, random } = parts;
  const reads = { tag: 'members', callers: ['member', 'api_key'], right: 'members:read' } as const;
  const writes = { tag: 'members', callers: ['member'], right: 'members:write' } as const;

  const record = (trx: DatabaseTransaction, caller: Caller, action: string, id: string, facts: AuditEntry['facts']) =>
    audit.append(trx, {
      organizationId: caller.organizationId,
      actor: actorOf(caller),
      action,
      objectId: id,
      facts: facts ?? {},
    });
  const shown = async (trx: DatabaseTransaction, organizationId: string, memberId: string) => {
    const member = await readMember(trx, vault, { organizationId, memberId });
    return member === undefined ? undefined : presentMember(member);
  };
  const show = async (
    trx: DatabaseTransaction,
    organizationId: string,
    id: string,
  ): Promise<Result<Reply, Problem>> => {
    const member = await shown(trx, organizationId, id);
    if (member === undefined) return refuse({ code: 'member.not-found' });
    return { ok: true, value: { status: 200, body: member } };
  };

  return [
    route({
      ...reads,
      method: 'get',
      path: '/v1/members',
      operationId: 'listMembers',
      summary: 'Members, the oldest first',
      query: listPeopleSchema,
      answers: { 200: memberPageSchema },
      problems: [],
      handle: async ({ trx, caller, query }) => {
        const page = { limit: query.limit, after: query.cursor };
        const members = await listMembers(trx, vault, caller.organizationId, page);
        return { ok: true, value: { status: 200, body: presentPage(members, query.limit, presentMember) } };
      },
    }),
    route({
      ...reads,
      method: 'get',
      path: '/v1/members/{id}',
      operationId: 'getMember',
      summary: 'One member',
      params: one,
      answers: { 200: memberSchema },
      problems: [NOT_FOUND],
      handle: ({ trx, caller, params }) => show(trx, caller.organizationId, params.id),
    }),
    route({
      ...writes,
      method: 'post',
      path: '/v1/members',
      operationId: 'inviteMember',
      summary: 'Add a member and make the invitation to hand to them',
      body: newMemberSchema,
      answers: { 201: memberInvitedSchema },
      problems: [STEP_UP, { status: 409, code: 'member.email-taken' }],
      handle: async ({ trx, caller, body }) => {
        const unproven = needsStepUp(caller);
        if (unproven !== undefined) return { ok: false, error: unproven };
        const { organizationId } = caller;
        const added = await addMember(trx, vault, { ...body, organizationId }, clock());
        if (!added.ok) return refuse(added.error);
        const { memberId } = added.value;
        const invitation = await putInvitation(trx, random, added.value, clock());
        await record(trx, caller, 'member.invited', memberId, { roles: body.roles });
        const member = await shown(trx, organizationId, memberId);
        return {
          ok: true,
          value: { status: 201, body: { member, invitation: presentInvitation(invitation) } },
        };
      },
    }),
    route({
      ...writes,
      method: 'post',
      path: '/v1/members/{id}/invitation',
      operationId: 'inviteMemberAgain',
      summary: 'A new invitation, for whoever lost theirs or every way to sign in',
      params: one,
      answers: { 201: invitationSchema },
      problems: [STEP_UP, NOT_FOUND, REMOVED],
      handle: async ({ trx, caller, params }) => {
        const unproven = needsStepUp(caller);
        if (unproven !== undefined) return { ok: false, error: unproven };
        const place = { organizationId: caller.organizationId, memberId: params.id };
        const member = await readMember(trx, vault, place);
        if (member === undefined) return refuse({ code: 'member.not-found' });
        if (member.removedAt !== null) return refuse({ code: 'member.removed' });
        const invitation = await putInvitation(trx, random, place, clock());
        await record(trx, caller, 'member.invited', params.id, {});
        return { ok: true, value: { status: 201, body: presentInvitation(invitation) } };
      },
    }),
    route({
      ...writes,
      method: 'patch',
      path: '/v1/members/{id}',
      operationId: 'changeMember',
      summary: 'Change the roles of a member, disable or enable them',
      description: 'Disabling ends every session at once. The last owner keeps that role and stays enabled.',
      params: one,
      body: memberChangeSchema,
      answers: { 200: memberSchema },
      problems: [STEP_UP, NOT_FOUND, LAST_OWNER, REMOVED],
      handle: async ({ trx, caller, params, body }) => {
        const unproven = needsStepUp(caller);
        if (unproven !== undefined) return { ok: false, error: unproven };
        const { organizationId } = caller;
        const changed = await changeMember(trx, { organizationId, memberId: params.id }, body, clock());
        if (!changed.ok) return refuse(changed.error);
        await record(trx, caller, 'member.changed', params.id, {
          ...(body.roles !== undefined && { roles: body.roles }),
          ...(body.disabled !== undefined && { disabled: body.disabled }),
        });
        return show(trx, organizationId, params.id);
      },
    }),
    route({
      ...writes,
      method: 'delete',
      path: '/v1/members/{id}',
      operationId: 'removeMember',
      summary: 'Remove a member and erase who they were',
      params: one,
      answers: { 204: 'none' },
      problems: [STEP_UP, NOT_FOUND, LAST_OWNER, REMOVED],
      handle: async ({ trx, caller, params }) => {
        const unproven = needsStepUp(caller);
        if (unproven !== undefined) return { ok: false, error: unproven };
        const place = { organizationId: caller.organizationId, memberId: params.id };
        const removed = await removeMember(trx, vault, place, clock());
        if (!removed.ok) return refuse(removed.error);
        await record(trx, caller, 'member.removed', params.id, {});
        return { ok: true, value: { status: 204 } };
      },
    }),
  ];
}
