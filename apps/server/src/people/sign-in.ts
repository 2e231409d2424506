/**
 * From nobody to a session: password and one-time password together, a passkey, or an invitation. A stranger learns from the
 * answer neither whether an address is known nor which of the two was wrong.
 */
import type { Result } from '@vidimus/engine/standards';
import type { PasskeyAnswer } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { findByEmail, useTotp } from './authenticators-store.ts';
import { useChallenge, useInvitation } from './challenges-store.ts';
import { normaliseEmail } from './email-address.ts';
import { emailIndex } from './members-store.ts';
import type { MemberPlace, PeopleParts } from './parts.ts';
import { challengeOf, isForAnother, verifyAnswer } from './passkey.ts';
import { findPasskey, moveCounter } from './passkeys-store.ts';
import { matchesPassword } from './password.ts';
import { type OpenedSession, openSession } from './sessions-store.ts';
import { type Attempt, settleAttempt, type TooManyAttempts, takeAttempt } from './sign-in-throttle.ts';

export type SignInRefused = { readonly code: 'sign-in.refused' } | TooManyAttempts;

/** From where; undefined in this process. */
type From = { readonly address: string | undefined };

const GATE = { role: 'gate' } as const;
const REFUSED = { ok: false, error: { code: 'sign-in.refused' } } as const;

/** Two factors at once: a wrong one-time password does not tell that the password was right. */
export async function signInWithPassword(
  parts: PeopleParts,
  given: From & { readonly email: string; readonly password: string; readonly code: string },
): Promise<Result<OpenedSession, SignInRefused>> {
  const { vault, clock } = parts;
  const who = normaliseEmail(given.email);
  const begun = await parts.inScope(GATE, async (trx) => {
    const attempt = await takeAttempt(trx, vault, { who, address: given.address }, clock());
    return attempt.ok ? { attempt, member: await findByEmail(trx, emailIndex(vault, who)) } : { attempt };
  });
  if (!begun.attempt.ok) return begun.attempt;
  const { member } = begun;
  // Outside of transactions: it is slow on purpose, and the embedded database has one connection.
  const matches = await matchesPassword(member?.passwordHash ?? null, given.password, (value) =>
    vault.blindIndex('password', value),
  );
  if (member === undefined || !matches) return REFUSED;
  const session = await asTenant(parts, member, async (trx) => {
    const proven = await useTotp(trx, vault, member, given.code, clock());
    return proven.ok ? signedIn(trx, parts, member, 'password_and_totp') : undefined;
  });
  return settled(parts, begun.attempt.value, session);
}

/** The challenge is used up first and for good: the library would accept the same answer again. */
export async function signInWithPasskey(
  parts: PeopleParts,
  given: From & { readonly answer: PasskeyAnswer },
): Promise<Result<OpenedSession, SignInRefused>> {
  const { answer } = given;
  const challenge = challengeOf(answer);
  const begun = await parts.inScope(GATE, async (trx) => {
    const now = parts.clock();
    const attempt = await takeAttempt(trx, parts.vault, { address: given.address }, now);
    if (!attempt.ok || challenge === undefined) return { attempt };
    const isOurs = await useChallenge(trx, { purpose: 'passkey_sign_in', challenge, member: null }, now);
    return { attempt, found: isOurs ? await findPasskey(trx, answer.id) : undefined };
  });
  if (!begun.attempt.ok) return begun.attempt;
  const { found } = begun;
  if (found === undefined || challenge === undefined || isForAnother(answer, found.memberId)) return REFUSED;
  const verified = await verifyAnswer(parts.relyingParty, found.passkey, answer, challenge);
  if (!verified.ok) return REFUSED;
  const session = await asTenant(parts, found, async (trx) => {
    const moved = await moveCounter(trx, found, found.passkey.credentialId, verified.value.counter);
    return moved ? signedIn(trx, parts, found, 'passkey') : undefined;
  });
  return settled(parts, begun.attempt.value, session);
}

/** A session that may set up ways to sign in, and nothing else. */
export async function acceptInvitation(
  parts: PeopleParts,
  given: From & { readonly token: string },
): Promise<Result<OpenedSession, SignInRefused>> {
  const begun = await parts.inScope(GATE, async (trx) => {
    const now = parts.clock();
    const attempt = await takeAttempt(trx, parts.vault, { address: given.address }, now);
    return attempt.ok ? { attempt, member: await useInvitation(trx, given.token, now) } : { attempt };
  });
  if (!begun.attempt.ok) return begun.attempt;
  const { member } = begun;
  if (member === undefined) return REFUSED;
  const session = await asTenant(parts, member, async (trx) => {
    const opened = await openSession(trx, parts.random, member, 'enrolment', parts.clock());
    await logOf(parts, trx, member, 'member.invitation_accepted');
    return opened;
  });
  return settled(parts, begun.attempt.value, session);
}

async function signedIn(
  trx: DatabaseTransaction,
  parts: PeopleParts,
  member: MemberPlace,
  by: 'password_and_totp' | 'passkey',
): Promise<OpenedSession> {
  const opened = await openSession(trx, parts.random, member, 'full', parts.clock());
  await logOf(parts, trx, member, 'member.signed_in', { by });
  return opened;
}

async function settled(
  parts: PeopleParts,
  attempt: Attempt,
  session: OpenedSession | undefined,
): Promise<Result<OpenedSession, SignInRefused>> {
  if (session === undefined) return REFUSED;
  await parts.inScope(GATE, (trx) => settleAttempt(trx, attempt, parts.clock()));
  return { ok: true, value: session };
}

function asTenant<T>(
  parts: PeopleParts,
  { organizationId }: MemberPlace,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return parts.inScope({ role: 'tenant', organizationId }, work);
}

function logOf(
  parts: PeopleParts,
  trx: DatabaseTransaction,
  { organizationId, memberId }: MemberPlace,
  action: string,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  return parts.audit.append(trx, {
    organizationId,
    actor: { kind: 'member', id: memberId },
    action,
    objectId: memberId,
    facts,
  });
}
