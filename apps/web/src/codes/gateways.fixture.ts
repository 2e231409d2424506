/** Gateways of two carriers, one of mail and one of the operator's own app, as a test wants them: each keeps what it was handed, and tells what became of it when it is asked to. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

export type GatewayName = (typeof GATEWAYS)[number];
export type Taken = { readonly id: string; readonly gateway: GatewayName; readonly to: string; readonly text: string };

const GATEWAYS = ['first', 'second', 'mail', 'app'] as const;
const SECRET = 'a-long-secret-of-the-gateways';

/** `usualSeconds`: within which they usually confirm. */
export async function openGateways(usualSeconds: number) {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    const body = await json(request);
    const gateway = GATEWAYS.find((name) => request.url === `/${name}`) ?? 'first';
    const of = (name: string) =>
      typeof body === 'object' && body !== null ? String(Object.entries(body).find(([key]) => key === name)?.[1]) : '';
    const id = `${gateway}-${taken.length + 1}`;
    taken.push({ id, gateway, to: of('to'), text: of('text') });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const gateway = (name: GatewayName, channel: 'sms' | 'email' | 'push') => ({
    name,
    kind: 'http',
    channel,
    request: {
      url: `http://127.0.0.1:${address.port}/${name}`,
      format: 'json',
      body: { to: '{to}', text: '{text}' },
    },
    answer: { id: '/id' },
  });
  const carrier = (name: GatewayName, channel: 'sms' | 'push', order: number, failed: string) => ({
    ...gateway(name, channel),
    order,
    usual_seconds: usualSeconds,
    receipts: {
      format: 'json',
      id: '/id',
      status: '/status',
      statuses: { delivered: ['delivered'], undelivered: { failed } },
      signature: { header: 'X-Signature', algorithm: 'sha256', encoding: 'hex', over: 'body', secret: SECRET },
    },
  });
  const file = join(mkdtempSync(join(tmpdir(), 'vidimus-gateways-')), 'courier.json');
  writeFileSync(
    file,
    JSON.stringify({
      routes: [
        carrier('first', 'sms', 1, 'blocked_by_carrier'),
        carrier('second', 'sms', 2, 'blocked_by_carrier'),
        gateway('mail', 'email'),
        carrier('app', 'push', 1, 'app_removed'),
      ],
    }),
  );
  return {
    taken,
    /** For the server's environment. */
    environment: { VIDIMUS_COURIER_FILE: file },
    /** The carrier says what became of it, to the server at `url`. */
    tell: async (url: string, { id, gateway: name }: Taken, status: 'delivered' | 'failed') => {
      const body = JSON.stringify({ id, status });
      const signature = createHmac('sha256', SECRET).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-signature': signature };
      const answer = await fetch(`${url}/courier/receipts/${name}`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`the receipt was answered ${answer.status}`);
    },
    close: () => server.close(),
  };
}
