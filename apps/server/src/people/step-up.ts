/** The second factor once more, for what is sensitive: keys, members, ways to sign in, photographs, exports. */
import type { Result } from '@vidimus/engine/standards';
import type { PasskeyAnswer } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { useTotp } from './authenticators-store.ts';
import { useChallenge } from './challenges-store.ts';
import type { MemberCaller } from './member-caller.ts';
import type { MemberPlace, PeopleParts } from './parts.ts';
import { challengeOf, verifyAnswer } from './passkey.ts';
import { listPasskeys, moveCounter } from './passkeys-store.ts';
import { noteStepUp } from './sessions-store.ts';
import type { SignInRefused } from './sign-in.ts';
import { settleAttempt, takeAttempt } from './sign-in-throttle.ts';

/** What is shown: the code of the app, or the answer of a passkey. */
export type SecondFactor = { readonly code: string } | { readonly passkey: PasskeyAnswer };

const GATE = { role: 'gate' } as const;

/** Refuses a member whose second factor was proven too long ago; an API key has none, and its scopes say what it may. */
export function needsStepUp(caller: Caller): Problem | undefined {
  if (caller.kind !== 'member' || caller.steppedUp) return undefined;
  return {
    status: 403,
    code: 'session.step-up-needed',
    detail: 'Prove your second factor again with POST /v1/session/step-up, then repeat the request.',
  };
}

/** Opens its own transactions: a wrong guess is counted although the answer is a refusal. */
export async function stepUp(
  parts: PeopleParts,
  caller: MemberCaller,
  proof: SecondFactor,
  address: string | undefined,
): Promise<Result<undefined, SignInRefused>> {
  // Counted under the member's id, which is no address: a thief of a session does not slow the member's sign-in down.
  const source = 'code' in proof ? { who: caller.id, address } : {};
  const attempt = await parts.inScope(GATE, (trx) => takeAttempt(trx, parts.vault, source, parts.clock()));
  if (!attempt.ok) return attempt;
  const { organizationId } = caller;
  const member = { organizationId, memberId: caller.id };
  const isProven = await parts.inScope({ role: 'tenant', organizationId }, async (trx) => {
    const proven =
      'code' in proof
        ? await useTotp(trx, parts.vault, member, proof.code, parts.clock())
        : await usePasskey(trx, parts, member, proof.passkey);
    if (!proven.ok) return false;
    await noteStepUp(trx, caller, parts.clock());
    await parts.audit.append(trx, {
      organizationId,
      actor: { kind: 'member', id: caller.id },
      action: 'member.stepped_up',
      objectId: caller.id,
      facts: { by: 'code' in proof ? 'totp' : 'passkey' },
    });
    return true;
  });
  if (!isProven) return { ok: false, error: { code: 'sign-in.refused' } };
  await parts.inScope(GATE, (trx) => settleAttempt(trx, attempt.value, parts.clock()));
  return { ok: true, value: undefined };
}

async function usePasskey(
  trx: DatabaseTransaction,
  parts: PeopleParts,
  member: MemberPlace,
  answer: PasskeyAnswer,
): Promise<{ readonly ok: boolean }> {
  const challenge = challengeOf(answer);
  if (challenge === undefined) return { ok: false };
  const isOurs = await useChallenge(trx, { purpose: 'passkey_step_up', challenge, member }, parts.clock());
  const passkey = (await listPasskeys(trx, member)).find(({ credentialId }) => credentialId === answer.id);
  if (!isOurs || passkey === undefined) return { ok: false };
  const verified = await verifyAnswer(parts.relyingParty, passkey, answer, challenge);
  if (!verified.ok) return verified;
  return { ok: await moveCounter(trx, member, passkey.credentialId, verified.value.counter) };
}
