/** A real receiver of webhooks on loopback: it keeps what came, and answers as the test tells it. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './loopback-certificate.fixture.ts';

export type Received = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Answering = (response: ServerResponse, request: IncomingMessage) => void;

export type Receiver = {
  readonly port: number;
  readonly received: Received[];
  /** Answers from now on so; at first with 204. */
  readonly answer: (how: Answering | number) => void;
  readonly close: () => Promise<void>;
};

/** Listens on a free port of 127.0.0.1. */
export async function openReceiver(protocol: 'http' | 'https' = 'http'): Promise<Receiver> {
  let answering: Answering = (response) => response.writeHead(204).end();
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    received.push({ path: request.url ?? '', headers, body: await text(request) });
    answering(response, request);
  };
  const server: Server =
    protocol === 'http'
      ? createServer(listener)
      : createTlsServer({ cert: LOOPBACK_CERTIFICATE, key: LOOPBACK_KEY }, listener);
  const port = await listen(server);
  return {
    port,
    received,
    answer: (how) => {
      answering = typeof how === 'number' ? (response) => response.writeHead(how).end() : how;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return address.port;
}
