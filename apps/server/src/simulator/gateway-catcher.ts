/** An HTTP gateway on loopback for calls, messengers and the operator's app: takes what comes, and posts signed receipts as gateways do. */
import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '@vidimus/protocol';
import { z } from 'zod';
import { testConduct } from '../courier/test-numbers.table.ts';
import type { Inbox } from './inbox.ts';

/** Answers a request as the server itself does. */
export type PostReceipt = (request: Request) => Promise<Response>;

export const SIGNATURE_HEADER = 'X-Simulator-Signature';

const bodySchema = z.object({
  channel: z.enum(['call', 'whatsapp', 'push']),
  route: z.string(),
  to: z.string(),
  text: z.string(),
});
const SECRET_BYTES = 32;
const AGAIN_MS = 300;
const TRIES = 20;
const NOT_YET = 503;
const NO_MESSAGE = 400;
const MOST_BYTES = 64 * 1024;

/** Owns the listening socket and the receipts that are still to be sent. */
export class GatewayCatcher {
  readonly secret = randomBytes(SECRET_BYTES).toString('hex');
  readonly #inbox: Inbox;
  readonly #closing = new AbortController();
  readonly #server = createServer((request, response) => void this.#hear(request, response));
  readonly #busyFor = new Set<string>();
  #post: PostReceipt | undefined;
  #ids = 0;

  static async listen(inbox: Inbox): Promise<GatewayCatcher> {
    const catcher = new GatewayCatcher(inbox);
    await new Promise<void>((resolve) => catcher.#server.listen(0, '127.0.0.1', resolve));
    return catcher;
  }

  private constructor(inbox: Inbox) {
    this.#inbox = inbox;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/messages`;
  }

  /** Where receipts go, once there is a server that takes them. */
  receiptsGoTo(post: PostReceipt): void {
    this.#post = post;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Whatever is on this machine can knock here, a page in its browser too: what is no message is refused, and ends nothing. */
  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await boundedText(request);
    const message = bodySchema.safeParse(body === undefined ? undefined : parsedJson(body));
    if (message.success) return this.#take(message.data, response);
    response.writeHead(NO_MESSAGE, { connection: 'close' });
    response.end();
  }

  #take(message: z.output<typeof bodySchema>, response: ServerResponse): void {
    const { channel, to, route } = message;
    const conduct = testConduct(channel, to);
    const answer = (status: number, said: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said));
    };
    if (conduct.does === 'refuse') {
      answer(400, { error: conduct.reason });
      return;
    }
    if (conduct.does === 'throttle' && !this.#busyFor.delete(to)) {
      this.#busyFor.add(to);
      answer(429, {});
      return;
    }
    this.#ids += 1;
    const id = `${channel}-${this.#ids}`;
    answer(202, { id });
    const isSilent = conduct.does === 'drop_receipt' || conduct.does === 'deliver_by_second_route';
    if (isSilent) return;
    const failed = conduct.does === 'fail' ? conduct.reason : undefined;
    if (failed === undefined) this.#arrive(channel, message);
    const seconds = 'seconds' in conduct ? conduct.seconds : 1;
    void this.#receipt(route, { id, status: failed === undefined ? 'delivered' : failed }, seconds);
  }

  #arrive(channel: Channel, { to, text: said, route }: z.output<typeof bodySchema>): void {
    this.#inbox.add({ channel, to, from: 'Vidimus', subject: undefined, text: said, route });
  }

  async #receipt(
    route: string,
    receipt: { readonly id: string; readonly status: string },
    seconds: number,
  ): Promise<void> {
    const body = JSON.stringify(receipt);
    const signature = createHmac('sha256', this.secret).update(body).digest('hex');
    const { signal } = this.#closing;
    let ms = seconds * 1000;
    for (let tried = 0; tried < TRIES; tried += 1) {
      await wait(ms, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      if (signal.aborted || this.#post === undefined) return;
      const request = new Request(`http://localhost/courier/receipts/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
        body,
      });
      if ((await this.#post(request)).status !== NOT_YET) return;
      ms = AGAIN_MS;
    }
  }
}

/** Undefined for what is longer than a message, or breaks off. */
async function boundedText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > MOST_BYTES) return undefined;
      chunks.push(part);
    }
  } catch {
    // Whoever sent it hung up, and nobody reads the answer.
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
