/** One-time passwords from an authenticator app (RFC 6238). */
import { Secret, TOTP } from 'otpauth';
import type { Random } from './secret-token.ts';

/** What every authenticator app can do: SHA-1, six digits, a new one every thirty seconds (RFC 6238 §5.2). */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** One step to either side, for clocks that differ and people who type slowly (RFC 6238 §5.2 asks for at most one). */
const WINDOW_STEPS = 1;
/** RFC 4226 §4, R6 recommends 160 bits. */
const SECRET_BYTES = 20;

/** A new secret, to be sealed. */
export function newTotpSecret(random: Random): Buffer {
  return random(SECRET_BYTES);
}

/** How the app takes the secret in: as text to be typed, and as the address that its QR code holds. */
export function totpOffer(secret: Uint8Array, issuer: string, account: string): { secret: string; uri: string } {
  const totp = new TOTP({ ...PARAMETERS, issuer, label: account, secret: secretOf(secret) });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * The time step that the code is of, or nothing when it is wrong or of a step that is not after `usedStep`: what was used once,
 * and what is older, is not taken again (RFC 6238 §5.2).
 */
export function totpStep(secret: Uint8Array, code: string, now: Date, usedStep: number | null): number | undefined {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...PARAMETERS,
    token: code,
    secret: secretOf(secret),
    timestamp,
    window: WINDOW_STEPS,
  });
  if (delta === null) return undefined;
  const step = TOTP.counter({ period: PARAMETERS.period, timestamp }) + delta;
  return usedStep === null || step > usedStep ? step : undefined;
}

function secretOf(bytes: Uint8Array): Secret {
  // A copy: a Buffer may be a view of a larger pool, and the library takes the whole of what it is handed.
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}
