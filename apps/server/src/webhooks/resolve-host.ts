/** From a host's name to addresses that may be spoken to. All of them are looked at: one that is private refuses the name. */
import { Resolver } from 'node:dns/promises';
import type { Result } from '@vidimus/engine/standards';
import { type AddressRefused, type AllowedNetworks, refuseAddress } from './safe-address.ts';
import { addressIn } from './webhook-url.ts';

/** Every address of a name; an empty list where there is none. */
export type ResolveHost = (name: string, signal: AbortSignal) => Promise<readonly string[]>;

export type HostRefused =
  | AddressRefused
  | { readonly code: 'webhook-address.not-found' }
  /** Plain HTTP is for the operator's own networks. */
  | { readonly code: 'webhook-url.not-https'; readonly scheme: string };

/** More than this is nobody's list of front doors; the connection tries one after another. */
const MOST_ADDRESSES = 8;
const DNS_TIMEOUT_MS = 2000;

/** The addresses to connect to, all allowed, at most eight. Whoever connects must use these and never ask again. */
export async function resolveSafely(
  url: URL,
  parts: { readonly resolve: ResolveHost; readonly allowed: AllowedNetworks },
  signal: AbortSignal,
): Promise<Result<readonly [string, ...string[]], HostRefused>> {
  const literal = addressIn(url);
  const found = literal === undefined ? await parts.resolve(url.hostname, signal) : [literal];
  for (const address of found) {
    const refused = refuseAddress(address, parts.allowed);
    if (refused !== undefined) return { ok: false, error: refused };
    if (url.protocol === 'http:' && !parts.allowed.has(address)) {
      return { ok: false, error: { code: 'webhook-url.not-https', scheme: 'http' } };
    }
  }
  const [first, ...rest] = found.slice(0, MOST_ADDRESSES);
  if (first === undefined) return { ok: false, error: { code: 'webhook-address.not-found' } };
  return { ok: true, value: [first, ...rest] };
}

/**
 * Asks DNS: these servers (`127.0.0.1:53`), or those of the system. Not `dns.lookup`: that waits on one of four threads which
 * files and cryptography need, too, and a stranger's slow name server would hold them. It reads no hosts file.
 */
export function dnsResolver(servers?: readonly string[]): ResolveHost {
  return async (name, signal) => {
    signal.throwIfAborted();
    const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
      signal.throwIfAborted();
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
}
