/** Receiving webhooks. A door of its own: it needs a library, and the clients need none. */
import type { WebhookBody } from '@vidimus/protocol';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** What happened. A body says no more than ids, states and reason codes; ask `vidimus.verifications.get` for the rest. */
export type WebhookEvent = WebhookBody & {
  /** The same at every try: make it a unique key, because an event may come twice. */
  readonly id: string;
};

/** As Node, Express or `fetch` have them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Not from Vidimus, or not now: answer 401 and do nothing. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}

/**
 * The event, once it is certain that Vidimus sent it within the last five minutes. `rawBody` is the body as it came, not parsed;
 * `secret` the one that was shown when the endpoint was made (`whsec_…`). Throws `WebhookRefused`.
 */
export function verifyWebhook(headers: WebhookHeaders, rawBody: string | Uint8Array, secret: string): WebhookEvent {
  const webhook = new Webhook(secret);
  const body = typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody);
  const signed = {
    'webhook-id': oneOf(headers, 'webhook-id'),
    'webhook-timestamp': oneOf(headers, 'webhook-timestamp'),
    'webhook-signature': oneOf(headers, 'webhook-signature'),
  };
  try {
    webhook.verify(body, signed, { jsonParse: false });
  } catch (cause) {
    if (cause instanceof WebhookVerificationError) throw new WebhookRefused(cause.message, { cause });
    throw cause;
  }
  const event: WebhookBody = JSON.parse(body);
  return { ...event, id: signed['webhook-id'] };
}

/** Empty where there is none, or several: the library refuses that. */
function oneOf(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return typeof value === 'string' ? value : '';
}
