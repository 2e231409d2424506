/** Passkeys (WebAuthn Level 3), verified by SimpleWebAuthn. Always with the person verified: one passkey is two factors. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import type { Result } from '@vidimus/engine/standards';
import type { PasskeyAnswer, PasskeyRegistration } from '@vidimus/protocol';
import type { Random } from './secret-token.ts';

/** Whom passkeys are for: `id` is the host name, `origin` where the pages are. */
export type RelyingParty = { readonly id: string; readonly name: string; readonly origin: string };

/** What an authenticator made, and what is kept of it. */
export type Passkey = {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** Wrong origin, wrong key, person not verified, counter behind: which, is nobody's business. */
export type PasskeyRefused = { readonly code: 'passkey.refused' };

const REFUSED = { ok: false, error: { code: 'passkey.refused' } } as const;
/** WebAuthn Level 3 §13.4.3 asks for 16 bytes at least. */
const CHALLENGE_BYTES = 32;

/**
 * COSE numbers of EdDSA, ES256 and RS256, which between them all authenticators have. The library would put ML-DSA-44 first where
 * the runtime has it; in Node 24 that is experimental.
 */
const ALGORITHMS = [-8, -7, -257];

/** A challenge, as it travels. */
export function newPasskeyChallenge(random: Random): string {
  return random(CHALLENGE_BYTES).toString('base64url');
}

/** For `navigator.credentials.create`. The account's name is shown by the authenticator; the handle is the member's id, no name. */
export function registrationOptions(
  relyingParty: RelyingParty,
  challenge: string,
  member: { readonly id: string; readonly email: string; readonly name: string },
  existing: readonly Pick<Passkey, 'credentialId' | 'transports'>[],
) {
  return generateRegistrationOptions({
    rpName: relyingParty.name,
    rpID: relyingParty.id,
    challenge: bytesOf(challenge),
    userID: Uint8Array.from(Buffer.from(member.id)),
    userName: member.email,
    userDisplayName: member.name,
    excludeCredentials: existing.map(asDescriptor),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** For `navigator.credentials.get`. Without `allowed` the authenticator offers what it has, and nobody learns who has an account. */
export function answerOptions(
  relyingParty: RelyingParty,
  challenge: string,
  allowed: readonly Pick<Passkey, 'credentialId' | 'transports'>[],
) {
  return generateAuthenticationOptions({
    rpID: relyingParty.id,
    challenge: bytesOf(challenge),
    allowCredentials: allowed.map(asDescriptor),
    userVerification: 'required',
  });
}

/** The challenge that a response says it answers, to be used up before anything else is looked at. */
export function challengeOf(response: PasskeyAnswer | PasskeyRegistration): string | undefined {
  try {
    const { challenge }: { challenge: unknown } = decodeClientDataJSON(response.response.clientDataJSON);
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    // Not base64url, not JSON: a stranger's bytes, which answer no challenge.
    return undefined;
  }
}

/** The new passkey. `challenge` was used up by the caller: this function would accept a replay. */
export async function verifyRegistration(
  relyingParty: RelyingParty,
  response: PasskeyRegistration,
  challenge: string,
): Promise<Result<Passkey, PasskeyRefused>> {
  const { authenticatorAttachment, response: made, ...rest } = response;
  const { transports, ...attestation } = made;
  const verified = await verifyRegistrationResponse({
    response: {
      ...rest,
      response: { ...attestation, ...(transports !== undefined && { transports }) },
      ...(authenticatorAttachment !== undefined && { authenticatorAttachment }),
    },
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
  }).catch(refusedByLibrary);
  if (!verified.verified) return REFUSED;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { ok: true, value: { credentialId: id, publicKey, counter, transports: transports ?? [] } };
}

/** The authenticator's counter, moved on. `challenge` was used up by the caller: the library accepts a replay. */
export async function verifyAnswer(
  relyingParty: RelyingParty,
  passkey: Passkey,
  response: PasskeyAnswer,
  challenge: string,
): Promise<Result<{ readonly counter: number }, PasskeyRefused>> {
  const { authenticatorAttachment, response: given, ...rest } = response;
  const { userHandle, ...assertion } = given;
  const verified = await verifyAuthenticationResponse({
    response: {
      ...rest,
      response: { ...assertion, ...(userHandle !== undefined && { userHandle }) },
      ...(authenticatorAttachment !== undefined && { authenticatorAttachment }),
    },
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(refusedByLibrary);
  if (!verified.verified) return REFUSED;
  return { ok: true, value: { counter: verified.authenticationInfo.newCounter } };
}

/** Whether the response says whose passkey it is, and says somebody else (WebAuthn Level 3 §7.2 step 6). */
export function isForAnother(response: PasskeyAnswer, memberId: string): boolean {
  const handle = response.response.userHandle;
  return handle !== undefined && handle !== '' && handle !== Buffer.from(memberId).toString('base64url');
}

/**
 * SimpleWebAuthn 14 throws for most of what a response can be wrong in, and answers `false` for the rest; it does nothing but
 * check what it was handed, so that every error of it is a response that does not verify. Its message may quote the response.
 */
function refusedByLibrary(_error: unknown): { readonly verified: false } {
  return { verified: false };
}

function asDescriptor({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>) {
  return { id: credentialId, transports: [...transports] };
}

function bytesOf(challenge: string) {
  return Uint8Array.from(Buffer.from(challenge, 'base64url'));
}
