/** A real listener on loopback that answers what it is told, and remembers what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
/** `hang up`: the connection ends without an answer. */
export type Told =
  | 'hang up'
  | 'never'
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

/** Answers with one of `told` after the other, the last one again and again. */
export async function listen(...told: readonly Told[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString('latin1');
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    const answer = told[Math.min(asked.length, told.length) - 1];
    if (answer === 'never') return;
    if (answer === undefined || answer === 'hang up') return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An answer of Vidimus. */
export function answer(body: unknown, status = 200): Told {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A refusal of Vidimus. */
export function refusal(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Told {
  const document = {
    type: `/docs/problems#${code}`,
    title: 't',
    status,
    detail: 'So it is.',
    code,
    request_id: 'req_1',
  };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'request-id': 'req_1', ...headers },
    body: JSON.stringify(document),
  };
}
