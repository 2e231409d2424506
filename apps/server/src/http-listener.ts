/** The port: from the first request to the last answer. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Result } from '@vidimus/engine/standards';

export type Listening = {
  readonly url: string;
  /** Takes no more connections, and resolves when the last request is answered, or cut off after `graceMs`. */
  readonly close: (graceMs: number) => Promise<void>;
};

/** `observed`: what the system said, e.g. `EADDRINUSE`. */
export type CannotListen = {
  readonly code: 'serve.cannot-listen';
  readonly host: string;
  readonly port: number;
  readonly observed: string;
};

/** Listens. Port 0 is any that is free. */
export async function listenHttp(
  answer: (request: Request) => Response | Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Result<Listening, CannotListen>> {
  const server = createServer(getRequestListener(answer));
  const failure = await new Promise<unknown>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(undefined));
  });
  if (failure !== undefined) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    return { ok: false, error: { code: 'serve.cannot-listen', host, port, observed: String(failure.code) } };
  }
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  return { ok: true, value: { url, close: (graceMs) => close(server, graceMs) } };
}

/** How often connections that have become idle are looked for. */
const LOOK_MS = 50;

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps its connection open after the last answer; nothing more comes of it.
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(looking);
  clearTimeout(deadline);
}
