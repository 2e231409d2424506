/**
 * A connection that is to end while its request is still being sent, ended so that the answer arrives (RFC 9112 §9.6): our side is
 * closed, and what still comes is read and dropped for a while. Closed at once, the client's system would get a reset and throw the
 * answer away.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

export type LingerBounds = { readonly longestMs: number; readonly mostBytes: number };

/** For the rest of a photograph on a slow line, or for somebody to notice that it is not wanted. */
const USUAL_BOUNDS: LingerBounds = { longestMs: 30_000, mostBytes: 64 * 1024 * 1024 };
const LOOK_EVERY_MS = 250;

/** The newest request of each connection. */
const newest = new WeakMap<Socket, IncomingMessage>();

/** For every request, before it is answered. */
export function lingerOver(incoming: IncomingMessage, bounds: LingerBounds = USUAL_BOUNDS): void {
  const { socket } = incoming;
  const isKnown = newest.has(socket);
  newest.set(socket, incoming);
  if (isKnown) return;
  const destroySoon = socket.destroySoon.bind(socket);
  let isLingering = false;
  // What Node calls once the last answer of a connection is written.
  socket.destroySoon = () => {
    if (isLingering) return;
    const last = newest.get(socket);
    if (last === undefined || last.complete || socket.destroyed) {
      destroySoon();
      return;
    }
    isLingering = true;
    linger(socket, last, { ...bounds, destroySoon });
  };
}

function linger(
  socket: Socket,
  incoming: IncomingMessage,
  { longestMs, mostBytes, destroySoon }: LingerBounds & { readonly destroySoon: () => void },
): void {
  const endsAt = performance.now() + longestMs;
  const most = socket.bytesRead + mostBytes;
  const watching = setInterval(() => {
    if (performance.now() > endsAt || socket.bytesRead > most) socket.destroy();
  }, LOOK_EVERY_MS);
  watching.unref();
  socket.once('close', () => clearInterval(watching));
  incoming.once('end', destroySoon);
  incoming.resume();
  socket.end();
}
