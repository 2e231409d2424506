/**
 * From nobody to a session: password and one-time password together, a passkey, or an invitation. A stranger learns from the
 * answer neither whether an address is known nor which of the two was wrong.
 */
import type { Result } from '@vidimus/engine/standards';
import type { PasskeyAnswer } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { beginPasswordAttempt, forgetPasswordFailures, type PasswordAttempt, useTotp } from './authenticators-store.ts';
import { useChallenge, useInvitation } from './challenges-store.ts';
import { normaliseEmail } from './email-address.ts';
import { emailIndex } from './members-store.ts';
import type { MemberPlace, PeopleParts } from './parts.ts';
import { challengeOf, isForAnother, verifyAnswer } from './passkey.ts';
import { findPasskey, moveCounter } from './passkeys-store.ts';
import { matchesPassword } from './password.ts';
import { type OpenedSession, openSession } from './sessions-store.ts';
import { PASSWORD_FAILURES_MOST } from './sign-in-delay.ts';
import { settleAttempt, type TooManyAttempts, takeAttempt } from './sign-in-throttle.ts';

export type SignInRefused = { readonly code: 'sign-in.refused' } | TooManyAttempts;

/** What was typed, and from where; `address` is undefined for a request that was made in this process. */
export type PasswordSignIn = {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly address: string | undefined;
};

const GATE = { role: 'gate' } as const;
const REFUSED = { ok: false, error: { code: 'sign-in.refused' } } as const;

/** Two factors at once: a wrong one-time password does not tell that the password was right. */
export async function signInWithPassword(
  parts: PeopleParts,
  given: PasswordSignIn,
): Promise<Result<OpenedSession, SignInRefused>> {
  const { vault, clock } = parts;
  const who = normaliseEmail(given.email);
  const begun = await parts.inScope(GATE, async (trx) => {
    const attempt = await takeAttempt(trx, vault, { who, address: given.address }, clock());
    return attempt.ok ? { attempt, member: await beginPasswordAttempt(trx, emailIndex(vault, who)) } : { attempt };
  });
  if (!begun.attempt.ok) return begun.attempt;
  const { member } = begun;
  // Outside of transactions: it is slow on purpose, and the embedded database has one connection.
  const matches = await matchesPassword(member?.passwordHash ?? null, given.password, (value) =>
    vault.blindIndex('password', value),
  );
  const session = member !== undefined && matches ? await withCode(parts, member, given.code) : undefined;
  if (session === undefined) {
    if (member?.failures === PASSWORD_FAILURES_MOST) await noteDisabled(parts, member);
    return REFUSED;
  }
  const attempt = begun.attempt.value;
  await parts.inScope(GATE, (trx) => settleAttempt(trx, attempt, clock()));
  return { ok: true, value: session };
}

/**
 * The challenge is used up first and for good: the library would accept the same answer again. Not slowed down, because nobody
 * guesses a signature; whoever is held up by a stranger's wrong passwords comes in here.
 */
export async function signInWithPasskey(
  parts: PeopleParts,
  answer: PasskeyAnswer,
): Promise<Result<OpenedSession, SignInRefused>> {
  const challenge = challengeOf(answer);
  if (challenge === undefined) return REFUSED;
  const found = await parts.inScope(GATE, async (trx) => {
    const isOurs = await useChallenge(trx, { purpose: 'passkey_sign_in', challenge, member: null }, parts.clock());
    return isOurs ? findPasskey(trx, answer.id) : undefined;
  });
  if (found === undefined || isForAnother(answer, found.memberId)) return REFUSED;
  const verified = await verifyAnswer(parts.relyingParty, found.passkey, answer, challenge);
  if (!verified.ok) return REFUSED;
  return asTenant(parts, found, async (trx) => {
    const moved = await moveCounter(trx, found, found.passkey.credentialId, verified.value.counter);
    return moved ? { ok: true, value: await signedIn(trx, parts, found, 'passkey') } : REFUSED;
  });
}

/** A session that may set up ways to sign in, and nothing else. */
export async function acceptInvitation(
  parts: PeopleParts,
  token: string,
): Promise<Result<OpenedSession, SignInRefused>> {
  const member = await parts.inScope(GATE, (trx) => useInvitation(trx, token, parts.clock()));
  if (member === undefined) return REFUSED;
  const session = await asTenant(parts, member, async (trx) => {
    const opened = await openSession(trx, parts.random, member, 'enrolment', parts.clock());
    await logOf(parts, trx, member, 'member.invitation_accepted');
    return opened;
  });
  return { ok: true, value: session };
}

/** Undefined for a wrong one-time password. */
function withCode(parts: PeopleParts, member: PasswordAttempt, code: string): Promise<OpenedSession | undefined> {
  return asTenant(parts, member, async (trx) => {
    const proven = await useTotp(trx, parts.vault, member, code, parts.clock());
    if (!proven.ok) return undefined;
    await forgetPasswordFailures(trx, member);
    return signedIn(trx, parts, member, 'password_and_totp');
  });
}

/** The last failure that is allowed: owners read in the record why the member cannot sign in any more. */
function noteDisabled(parts: PeopleParts, member: PasswordAttempt): Promise<void> {
  return asTenant(parts, member, (trx) =>
    parts.audit.append(trx, {
      organizationId: member.organizationId,
      actor: { kind: 'system', name: 'sign-in' },
      action: 'member.password_disabled',
      objectId: member.memberId,
      facts: { failures: PASSWORD_FAILURES_MOST },
    }),
  );
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
