/** Challenges that are answered once: of passkeys, and the tokens of invitations. Used is used, whatever the answer was worth. */
import type { ChallengePurpose } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { MemberPlace } from './parts.ts';
import { hashSecret, isSecret, newSecret, type Random } from './secret-token.ts';

/** A challenge, for whom, and until when. */
export type NewChallenge = {
  readonly purpose: ChallengePurpose;
  readonly challenge: string;
  /** Nobody before a sign-in. */
  readonly member: MemberPlace | null;
  readonly lifeMs: number;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** As long as an authenticator may take to be found, plugged in and touched (WebAuthn Level 3 §15.1 recommends five minutes and more). */
export const PASSKEY_CHALLENGE_MS = 5 * MINUTE_MS;
/** NIST SP 800-63A-4 §3.8: as long as a code that was sent to an e-mail address. */
const INVITATION_MS = DAY_MS;

/** Keeps it, and throws away those that ran out a day ago. Gate, or the member's tenant. */
export async function putChallenge(trx: DatabaseTransaction, asked: NewChallenge, now: Date): Promise<Date> {
  const expiresAt = new Date(now.getTime() + asked.lifeMs);
  await trx
    .deleteFrom('challenge')
    .where('expires_at', '<', new Date(now.getTime() - DAY_MS))
    .execute();
  await trx
    .insertInto('challenge')
    .values({
      id: newId('challenge', now.getTime()),
      organization_id: asked.member?.organizationId ?? null,
      member_id: asked.member?.memberId ?? null,
      purpose: asked.purpose,
      challenge: asked.challenge,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return expiresAt;
}

/** Whether it was asked for this, of this member, not long ago, and is answered for the first time. */
export async function useChallenge(
  trx: DatabaseTransaction,
  asked: Omit<NewChallenge, 'lifeMs'>,
  now: Date,
): Promise<boolean> {
  const used = await trx
    .updateTable('challenge')
    .set({ used_at: now })
    .where('challenge', '=', asked.challenge)
    .where('purpose', '=', asked.purpose)
    .where('member_id', asked.member === null ? 'is' : '=', asked.member?.memberId ?? null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** A token that lets the member set up how to sign in; the invitations before it lose their force. */
export async function putInvitation(
  trx: DatabaseTransaction,
  random: Random,
  member: MemberPlace,
  now: Date,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  await withdrawInvitations(trx, member);
  const token = newSecret('vsi', random);
  const challenge = hashSecret(token).toString('base64url');
  const expiresAt = await putChallenge(trx, { purpose: 'invitation', challenge, member, lifeMs: INVITATION_MS }, now);
  return { token, expiresAt };
}

/** Whom the token invites, the first time and in time. Gate. */
export async function useInvitation(
  trx: DatabaseTransaction,
  token: string,
  now: Date,
): Promise<MemberPlace | undefined> {
  if (!isSecret('vsi', token)) return undefined;
  const used = await trx
    .updateTable('challenge')
    .set({ used_at: now })
    .where('challenge', '=', hashSecret(token).toString('base64url'))
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['organization_id', 'member_id'])
    .executeTakeFirst();
  if (!used?.organization_id || !used.member_id) return undefined;
  return { organizationId: used.organization_id, memberId: used.member_id };
}

/** A member that was disabled comes in by none of them. */
export async function withdrawInvitations(trx: DatabaseTransaction, member: MemberPlace): Promise<void> {
  await trx
    .deleteFrom('challenge')
    .where('member_id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId)
    .where('purpose', '=', 'invitation')
    .execute();
}
