/** Refusals of accounts on the wire. What is not known is refused in the same words as what is wrong. */
import type { Result } from '@vidimus/engine/standards';
import type { Problem } from '../http/problem.ts';
import type { RecoveryPolicyRefused } from './recovery-policy.ts';

export type AccountRefused =
  | { readonly code: 'sign-in.refused' }
  | { readonly code: 'sign-in.too-many'; readonly retryAfterSeconds: number }
  | { readonly code: 'account.organization-not-named' }
  | { readonly code: 'account.ticket-unknown' }
  | { readonly code: 'account.kept-already' }
  | { readonly code: 'account.contact-known' }
  | { readonly code: 'account.passkey-known' }
  | { readonly code: 'account.passkey-refused' }
  | { readonly code: 'account.totp-refused' }
  | { readonly code: 'account.totp-needs-contact' }
  | { readonly code: 'account.last-way' }
  | { readonly code: 'account.way-not-found' }
  | { readonly code: 'account.verification-not-found' }
  | { readonly code: 'account-recovery.not-found' }
  | { readonly code: 'account-recovery.not-now'; readonly state: string }
  | { readonly code: 'account-recovery.no-policy' }
  | RecoveryPolicyRefused;

const SECOND_MS = 1000;

/** The refusal on the wire; `now` for the moment until which somebody waits. */
export function refuse(error: AccountRefused, now: Date): Result<never, Problem> {
  return { ok: false, error: { code: error.code, ...describe(error, now) } };
}

function describe(error: AccountRefused, now: Date): Omit<Problem, 'code'> {
  switch (error.code) {
    case 'sign-in.refused':
      return { status: 401, detail: 'That did not match, or was used before. Try again, or use another way in.' };
    case 'sign-in.too-many': {
      const until = new Date(now.getTime() + error.retryAfterSeconds * SECOND_MS).toISOString();
      const detail = `Several codes were wrong. The next one can be entered at ${until}. A passkey is not held up by that, and nothing is locked.`;
      return { status: 429, detail, retryAfter: error.retryAfterSeconds };
    }
    case 'account.organization-not-named':
      return { status: 422, detail: 'This server works for several organizations: name the one whose account it is.' };
    case 'account.ticket-unknown':
      return { status: 404, detail: 'Nothing was asked for under this ticket, or it is over. Ask for another code.' };
    case 'account.kept-already':
      return { status: 409, detail: 'There is an account for this verification. Sign in to it.' };
    case 'account.contact-known':
      return { status: 409, detail: 'Another account has this contact. Sign in with it there.' };
    case 'account.passkey-known':
      return { status: 409, detail: 'This passkey is registered already. Sign in with it.' };
    case 'account.passkey-refused':
      return { status: 422, detail: 'The passkey could not be verified. Ask for new options and try again.' };
    case 'account.totp-refused':
      return { status: 422, detail: 'The code is not the one of now. Check the clock of the device with the app.' };
    case 'account.totp-needs-contact':
      return { status: 409, detail: 'An app goes with an address or a number. Add one of them first.' };
    case 'account.last-way':
      return { status: 409, detail: 'Without it you could not sign in. Add another way first.' };
    case 'account.way-not-found':
      return { status: 404, detail: 'You have no such way in. Ids begin with way_.' };
    case 'account.verification-not-found':
      return { status: 404, detail: 'Your account has no such verification, or it was erased.' };
    case 'account-recovery.not-found':
      return { status: 404, detail: 'No recovery goes with this link or id.' };
    case 'account-recovery.not-now':
      return { status: 409, detail: `The recovery is ${error.state}: this cannot be done with it now.` };
    case 'account-recovery.no-policy':
      return { status: 409, detail: 'No policy is published under which somebody could prove who they are.' };
    case 'policy.not-found':
      return { status: 404, detail: 'There is no such policy. Ids begin with pol_.' };
    case 'policy.not-published':
      return { status: 409, detail: 'Nobody can be verified under this policy: no version of it is published.' };
    case 'policy.accepts-specimens':
      return {
        status: 409,
        detail: 'By this policy a drawn document would open an account. Choose one that takes none.',
      };
  }
}
