/** Listens, and stops without cutting anybody off. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, STATUS_CODES } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { problemDocument } from './problem.ts';
import { PROBLEM_TYPE } from './sent.ts';

export type ListenOptions = {
  readonly fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>;
  readonly hostname: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** PEM, for `serve --tls`. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** For requests that do not reach the app, being no HTTP. */
  readonly newRequestId: () => string;
};

export type RunningServer = {
  readonly port: number;
  /** Takes no more requests, lets those at work finish for up to `graceMs`, then ends the rest. Safe to call twice. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** For all headers of a request. */
const HEADERS_TIMEOUT_MS = 15_000;
/** Longer than the usual 60 s of a proxy in front, so that it never sends into a connection that we are closing. */
const KEEP_ALIVE_MS = 65_000;
/** The app's own bound on bodies is shorter and says why; this one ends what slips past it. */
const REQUEST_TIMEOUT_MS = 180_000;

/** Resolves when it listens; rejects when the port is taken. */
export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const listener = getRequestListener((request, env) => options.fetch(request, bindings(env)), {
    hostname: options.hostname,
    overrideGlobalObjects: false,
  });
  const atWork = new Set<ServerResponse>();
  let stopped: Promise<void> | undefined;
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    atWork.add(outgoing);
    outgoing.once('close', () => atWork.delete(outgoing));
    if (stopped !== undefined) outgoing.shouldKeepAlive = false;
    void listener(incoming, outgoing);
  };
  const timeouts = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
  };
  const server =
    options.tls === undefined
      ? createServer(timeouts, onRequest)
      : createTlsServer({ ...timeouts, ...options.tls }, onRequest);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    refuseOnSocket(error, socket, options.newRequestId()),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const stop = async (graceMs: number) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // An answer that is still to come tells its connection to close; those without one are closed by `close`.
    for (const outgoing of atWork) if (!outgoing.headersSent) outgoing.shouldKeepAlive = false;
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  };
  return {
    port: portOf(server.address()),
    stop: (graceMs) => {
      stopped ??= stop(graceMs);
      return stopped;
    },
  };
}

function bindings(env: { readonly incoming: unknown; readonly outgoing: unknown }): HttpBindings {
  if (isHttp1(env)) return env;
  throw new Error('the server speaks HTTP/1.1 only');
}

function isHttp1(env: { readonly incoming: unknown; readonly outgoing: unknown }): env is HttpBindings {
  return typeof env.incoming === 'object' && env.incoming !== null && !('stream' in env.incoming);
}

/** What is no HTTP gets its problem, too, as far as the socket still takes one. */
function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket, requestId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code, detail] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'request.headers-too-large', 'All headers together may have 16 kB.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'request.body-too-slow', 'The request did not arrive in time.']
        : [400, 'request.malformed', 'This is not HTTP/1.1 as RFC 9112 describes it.'];
  const body = JSON.stringify({
    ...problemDocument({ status: 400, code: `${code}`, detail: `${detail}` }, requestId),
    status,
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('the server does not listen on a port');
}
