/** Standard Webhooks: the secret of an endpoint, and the three headers that prove who sent a body and when. */
import { Webhook } from 'standardwebhooks';

export type SignedHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
};

/** Standard Webhooks, "Signature scheme": between 24 and 64 bytes. */
export const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** The form in which both sides keep a secret: `whsec_` and base64. */
export function secretText(random: Uint8Array): string {
  if (random.length !== SECRET_BYTES) throw new Error(`a secret has ${SECRET_BYTES} bytes, not ${random.length}`);
  return `${PREFIX}${Buffer.from(random).toString('base64')}`;
}

/**
 * Signs a body with every secret that is valid, the newest first: while a secret is exchanged, a receiver finds its own among
 * them. `at` is the time of this try, because receivers refuse what is older than some minutes.
 */
export function signWebhook(
  message: { readonly id: string; readonly at: Date; readonly body: string },
  secrets: readonly string[],
): SignedHeaders {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(message.id, message.at, message.body));
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
