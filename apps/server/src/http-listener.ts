/** The port: from the first request to the last answer. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Result } from '@vidimus/engine/standards';
import { problemDocument } from './http/problem.ts';
import { PROBLEM_TYPE } from './http/sent.ts';
import { lingerOver } from './linger.ts';

/** `bindings` hold the socket: who asks is told by its address. A Hono app's `fetch` is one of these. */
export type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export type ListenPlace = {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** PEM; without it the port speaks HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
};

export type Listening = {
  readonly url: string;
  readonly port: number;
  /**
   * Takes no more connections, and resolves when the last request is answered, or cut off after `graceMs`. Safe to call twice.
   */
  readonly close: (graceMs: number) => Promise<void>;
};

/** `observed`: what the system said, e.g. `EADDRINUSE`. */
export type CannotListen = {
  readonly code: 'serve.cannot-listen';
  readonly host: string;
  readonly port: number;
  readonly observed: string;
};

const TIMEOUTS = {
  /** For all headers of a request. */
  headersTimeout: 15_000,
  /** Longer than the usual 60 s of a proxy in front, so that it never sends into a connection that we are closing. */
  keepAliveTimeout: 65_000,
  /** The app's own bound on bodies is shorter and says why; this one ends what slips past it. */
  requestTimeout: 180_000,
};

/** Listens. */
export async function listenHttp(answer: Answer, place: ListenPlace): Promise<Result<Listening, CannotListen>> {
  const { host, port, tls } = place;
  const listener = getRequestListener((request, env) => answer(request, http1(env)), { overrideGlobalObjects: false });
  const atWork = new Set<ServerResponse>();
  let closing: Promise<void> | undefined;
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    atWork.add(outgoing);
    lingerOver(incoming);
    outgoing.once('close', () => {
      atWork.delete(outgoing);
      // An answer that had begun before could not tell its connection to end.
      if (closing !== undefined) server.closeIdleConnections();
    });
    if (closing !== undefined) outgoing.shouldKeepAlive = false;
    void listener(incoming, outgoing);
  };
  const server =
    tls === undefined ? createServer(TIMEOUTS, onRequest) : createTlsServer({ ...TIMEOUTS, ...tls }, onRequest);
  server.on('clientError', refuseOnSocket);
  const failure = await new Promise<unknown>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(undefined));
  });
  if (failure !== undefined) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    return { ok: false, error: { code: 'serve.cannot-listen', host, port, observed: String(failure.code) } };
  }
  const close = async (graceMs: number) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // An answer that is still to come tells its connection to end; connections without one are ended by `close`.
    for (const outgoing of atWork) if (!outgoing.headersSent) outgoing.shouldKeepAlive = false;
    const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(deadline);
  };
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    ok: true,
    value: {
      url: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
      port: bound,
      close: (graceMs) => {
        closing ??= close(graceMs);
        return closing;
      },
    },
  };
}

type AnyBindings = { readonly incoming: object; readonly outgoing: object };

function http1(env: AnyBindings): HttpBindings {
  if (isHttp1(env)) return env;
  throw new Error('this server speaks HTTP/1.1 only');
}

function isHttp1(env: AnyBindings): env is HttpBindings {
  return !('stream' in env.incoming);
}

/** What is no HTTP gets its problem, too, as far as the socket still takes one. */
function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, detail } = whyNoRequest(error.code);
  const body = JSON.stringify({ ...problemDocument({ status: 400, code, detail }, `req_${randomUUID()}`), status });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** By the codes of Node's parser. */
function whyNoRequest(code: string | undefined) {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, code: 'request.headers-too-large', detail: 'All headers together may have 16 kB.' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, code: 'request.body-too-slow', detail: 'The request did not arrive in time.' };
    default:
      return { status: 400, code: 'request.malformed', detail: 'This is not HTTP/1.1 as RFC 9112 describes it.' };
  }
}
