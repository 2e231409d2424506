/** Sessions of members in the database: a hash of each token, and until when it counts. */
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { MemberCaller } from './member-caller.ts';
import type { MemberPlace } from './parts.ts';
import { rightsOf, rolesIn } from './role.ts';
import { hashSecret, isSecret, newSecret, type Random } from './secret-token.ts';
import { isSessionAlive, isSteppedUp, isUseWorthNoting, type SessionTimes, sessionExpiry } from './session.ts';

/** A session and, this once, its token. */
export type OpenedSession = {
  readonly id: string;
  readonly token: string;
  readonly kind: SessionTimes['kind'];
  readonly expiresAt: Date;
};

/** Of a full session the second factor was proven just now. Tenant. */
export async function openSession(
  trx: DatabaseTransaction,
  random: Random,
  member: MemberPlace,
  kind: SessionTimes['kind'],
  now: Date,
): Promise<OpenedSession> {
  const token = newSecret('vss', random);
  const id = newId('session', now.getTime());
  const expiresAt = sessionExpiry(kind, now);
  await trx
    .insertInto('session')
    .values({
      id,
      organization_id: member.organizationId,
      member_id: member.memberId,
      kind,
      token_hash: hashSecret(token),
      created_at: now,
      expires_at: expiresAt,
      last_used_at: now,
      stepped_up_at: now,
      ended_at: null,
    })
    .execute();
  return { id, token, kind, expiresAt };
}

/**
 * Whose session the token opens, in a gate transaction; nothing where it is mistyped, unknown, over, or the member disabled.
 * `mode` is what the member is looking at; a session allows both. One that enrols has no rights.
 */
export async function findSession(
  trx: DatabaseTransaction,
  presented: string,
  mode: Mode,
  now: Date,
): Promise<MemberCaller | undefined> {
  if (!isSecret('vss', presented)) return undefined;
  const session = await trx
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.member_id')
    .select([
      'session.id',
      'session.organization_id',
      'session.member_id',
      'session.kind',
      'session.expires_at',
      'session.last_used_at',
      'session.stepped_up_at',
      'session.ended_at',
      'member.roles',
    ])
    .where('session.token_hash', '=', hashSecret(presented))
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst();
  if (session === undefined || !isSessionAlive(session, now)) return undefined;
  if (isUseWorthNoting(session.last_used_at, now)) {
    await trx.updateTable('session').set({ last_used_at: now }).where('id', '=', session.id).execute();
  }
  return {
    kind: 'member',
    id: session.member_id,
    organizationId: session.organization_id,
    mode,
    rights: session.kind === 'full' ? rightsOf(rolesIn(session.roles)) : new Set(),
    sessionId: session.id,
    steppedUp: isSteppedUp(session, now),
  };
}

/** Kind and end of a session that was found. Tenant. */
export async function readSession(
  trx: DatabaseTransaction,
  caller: MemberCaller,
): Promise<{ readonly kind: SessionTimes['kind']; readonly expires_at: Date }> {
  return trx
    .selectFrom('session')
    .select(['kind', 'expires_at'])
    .where('id', '=', caller.sessionId)
    .where('organization_id', '=', caller.organizationId)
    .executeTakeFirstOrThrow();
}

/** The second factor was proven again. */
export async function noteStepUp(trx: DatabaseTransaction, caller: MemberCaller, now: Date): Promise<void> {
  await trx
    .updateTable('session')
    .set({ stepped_up_at: now })
    .where('id', '=', caller.sessionId)
    .where('organization_id', '=', caller.organizationId)
    .execute();
}

/** Signed out. */
export async function endSession(trx: DatabaseTransaction, caller: MemberCaller, now: Date): Promise<void> {
  await trx
    .updateTable('session')
    .set({ ended_at: now })
    .where('id', '=', caller.sessionId)
    .where('organization_id', '=', caller.organizationId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends all of a member's sessions but one: after a change of how to sign in, or all of them when the member is disabled. */
export async function endSessionsOf(
  trx: DatabaseTransaction,
  member: MemberPlace,
  exceptSessionId: string | null,
  now: Date,
): Promise<void> {
  let query = trx
    .updateTable('session')
    .set({ ended_at: now })
    .where('member_id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId)
    .where('ended_at', 'is', null);
  if (exceptSessionId !== null) query = query.where('id', '!=', exceptSessionId);
  await query.execute();
}
