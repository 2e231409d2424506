/** How this machine is reached in its own network. */
import { networkInterfaces } from 'node:os';

/** IPv4 addresses of its interfaces, but for the loopback. */
export function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Whether a server that listens on it is reached from other machines. */
export function listensToOthers(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
