/** Refusals in words, and as HTTP statuses: the one place where codes of this domain become problems. */
import type { Result } from '@vidimus/engine/standards';
import type { Problem } from '../http/problem.ts';
import type { ScopesRefused } from './api-key.ts';
import type { TotpRefused } from './authenticators-store.ts';
import type { MemberRefused } from './member.ts';
import type { PasskeyRefused } from './passkey.ts';
import type { PasswordRefused } from './password.ts';
import type { SignInRefused } from './sign-in.ts';

type Refused =
  | ScopesRefused
  | TotpRefused
  | MemberRefused
  | PasskeyRefused
  | PasswordRefused
  | SignInRefused
  | { readonly code: 'api-key.not-found' | 'passkey.not-found' | 'passkey.known' | 'session.last-sign-in' };

/** The refusal on the wire. */
export function refuse(error: Refused): Result<never, Problem> {
  return { ok: false, error: { code: error.code, ...describe(error) } };
}

function describe(error: Refused): Omit<Problem, 'code'> {
  switch (error.code) {
    case 'sign-in.refused':
      return {
        status: 401,
        detail: 'That did not match, or was used before. Check what you entered, or ask an owner for a new invitation.',
      };
    case 'sign-in.too-many':
      return {
        status: 429,
        detail: `Too many attempts failed. The next one can be made in ${error.retryAfterSeconds} s; a passkey is not held up by failed passwords.`,
        retryAfter: error.retryAfterSeconds,
      };
    case 'password.too-short':
      return onPassword(`It has ${error.length} characters; use at least ${error.least}. Any characters will do.`);
    case 'password.too-long':
      return onPassword(`It has ${error.length} characters; use at most ${error.most}.`);
    case 'password.common':
      return onPassword('It is among the first that anybody would try. Use a few words that do not belong together.');
    case 'password.about-you':
      return onPassword('It is the name of this service, of the organization or your own. Use something unrelated.');
    case 'totp.refused':
      return { status: 422, detail: 'The code is not the one of now. Check the clock of the device with the app.' };
    case 'totp.disabled':
      return { status: 409, detail: 'No authenticator app is being set up. Begin with POST /v1/session/totp.' };
    case 'passkey.refused':
      return { status: 422, detail: 'The passkey could not be verified. Ask for new options and try again.' };
    case 'passkey.known':
      return { status: 409, detail: 'This passkey is registered already.' };
    case 'passkey.not-found':
      return { status: 404, detail: 'You have no such passkey. Ids begin with psk_.' };
    case 'session.last-sign-in':
      return { status: 409, detail: 'Without it you could not sign in. Set up another way first.' };
    case 'member.not-found':
      return { status: 404, detail: 'There is no such member. Ids begin with mem_.' };
    case 'member.email-taken':
      return { status: 409, detail: 'A member with this address exists. Use another address.' };
    case 'member.last-owner':
      return {
        status: 409,
        detail: 'An organization keeps an owner who can sign in. Make another member owner first.',
      };
    case 'member.removed':
      return { status: 409, detail: 'This member was removed and what was known of them erased. Invite them anew.' };
    case 'api-key.not-found':
      return { status: 404, detail: 'There is no such API key. Ids begin with key_.' };
    case 'api-key.scopes-not-yours':
      return {
        status: 403,
        detail: `A key gets only what its maker may do, and never keys:write or members:write. Refused: ${error.scopes.join(', ')}.`,
        errors: [{ pointer: '/scopes', detail: `not to be granted by you: ${error.scopes.join(', ')}` }],
      };
  }
}

function onPassword(detail: string): Omit<Problem, 'code'> {
  return { status: 422, detail, errors: [{ pointer: '/password', detail }] };
}
