/** A port for a server that must know its port before it listens: its own address, which passkeys are bound to. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Above these a system takes the ports that it gives out by itself (Linux from 32768, RFC 6335 from 49152): to every connection. */
const PORTS = { from: 10_000, to: 32_000 } as const;
const MOST_TRIES = 50;

/** Free now, and not given to anybody else meanwhile but by chance, one of twenty thousand. Throws when none was found. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port between ${PORTS.from} and ${PORTS.to} is free, of ${MOST_TRIES} that were tried`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
