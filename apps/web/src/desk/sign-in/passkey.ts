/** What members do with passkeys. */
import { makePasskey, type PasskeyOutcome, showPasskey } from '../../shell/passkey-ceremony.ts';

/** Any passkey of this service; the device shows which there are. */
export function signInWithPasskey(): Promise<PasskeyOutcome> {
  return showPasskey({ options: '/v1/session/passkey/options', answer: '/v1/session/passkey' }, (body) => body);
}

/** One of the signed-in member's. */
export function stepUpWithPasskey(): Promise<PasskeyOutcome> {
  return showPasskey({ options: '/v1/session/step-up/options', answer: '/v1/session/step-up' }, (passkey) => ({
    passkey,
  }));
}

export function addPasskey(): Promise<PasskeyOutcome> {
  return makePasskey({ options: '/v1/session/passkeys/options', answer: '/v1/session/passkeys' });
}
