import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** Calls `take` once for every event; `secret` is the one that you were shown, `whsec_…`. */
export function createWebhookReceiver(secret: string, take: (event: unknown) => Promise<void>) {
  const webhook = new Webhook(secret);
  const taken = new Set<string>(); // yours is a unique column, written in the transaction of `take`
  const receive = async (request: IncomingMessage): Promise<number> => {
    const id = String(request.headers['webhook-id']);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(request.headers['webhook-timestamp']),
      'webhook-signature': String(request.headers['webhook-signature']),
    };
    const body = await text(request); // as it came: parsed and printed again, it has another signature
    const event = webhook.verify(body, headers);
    if (taken.has(id)) return 204; // the same event again: say yes, and do nothing
    await take(event);
    taken.add(id);
    return 204;
  };
  return createServer((request, response) => {
    receive(request)
      .catch((error: unknown) => (error instanceof WebhookVerificationError ? 401 : 500))
      .then((status) => response.writeHead(status).end());
  });
}
