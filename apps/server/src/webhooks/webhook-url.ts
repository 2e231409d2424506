/**
 * Reads the URL of an endpoint strictly. Parsers repair odd URLs, each in its own way, and what one calls the host another calls
 * the user: here an odd URL is refused, not repaired. Which address a name stands for is seen when sending (`resolve-host.ts`).
 */
import { isIP } from 'node:net';
import type { Result } from '@vidimus/engine/standards';
import { type AddressRefused, type AllowedNetworks, refuseAddress } from './safe-address.ts';

/** Never with the URL in it: paths and queries hold tokens. */
export type UrlRefused =
  | AddressRefused
  | { readonly code: 'webhook-url.malformed' }
  | { readonly code: 'webhook-url.not-https'; readonly scheme: string }
  | { readonly code: 'webhook-url.has-credentials' }
  | { readonly code: 'webhook-url.has-fragment' }
  | { readonly code: 'webhook-url.port-not-allowed'; readonly port: number }
  | { readonly code: 'webhook-url.address-in-disguise' }
  | { readonly code: 'webhook-url.local-name' };

const LONGEST = 2048;
/** Where scheme, authority and the rest stand apart without repair: no space, control character or backslash, two slashes. */
const PLAIN = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)([/?#].*)?$/i;
const REPAIRED_BY_PARSERS = /[\p{White_Space}\p{Control}\p{Format}\\]/u;
/** Ports below are where machines keep services of their own, which a stranger's hand shake must not knock at: mail, names, shares. */
const FIRST_FREE_PORT = 1024;
const USUAL_PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };
/** Names that mean something inside of one network only (RFC 6761, 6762, 7686, 8375, 9476; ICANN's `internal`; habit). */
const LOCAL_NAMES =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|alt|test|invalid)$/;

/**
 * A URL that may be sent to as far as its text tells. `http` and local names pass only where the operator allows networks of
 * his own; the sender then holds them to those networks.
 */
export function readWebhookUrl(text: string, allowed: AllowedNetworks): Result<URL, UrlRefused> {
  const [, , authority = ''] =
    text.length <= LONGEST && !REPAIRED_BY_PARSERS.test(text) ? (PLAIN.exec(text) ?? []) : [];
  const url = URL.parse(text);
  if (authority === '' || url === null) return refused({ code: 'webhook-url.malformed' });
  const usual = USUAL_PORTS[url.protocol];
  if (usual === undefined || (url.protocol === 'http:' && !allowed.some)) {
    return refused({ code: 'webhook-url.not-https', scheme: url.protocol.slice(0, -1) });
  }
  if (authority.includes('@')) return refused({ code: 'webhook-url.has-credentials' });
  if (text.includes('#')) return refused({ code: 'webhook-url.has-fragment' });
  const port = url.port === '' ? usual : Number(url.port);
  if (port !== usual && port < FIRST_FREE_PORT) return refused({ code: 'webhook-url.port-not-allowed', port });
  const host = refuseHost(url.hostname, authority, allowed);
  return host === undefined ? { ok: true, value: url } : refused(host);
}

/** The address that a URL names itself, without brackets; undefined where it names a host. */
export function addressIn(url: URL): string | undefined {
  const bare = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}

function refuseHost(hostname: string, authority: string, allowed: AllowedNetworks): UrlRefused | undefined {
  const address = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  if (isIP(address) !== 0) {
    // 127.1, 0x7f000001, 017700000001, １２７.0.0.1: whoever writes an address so has something to hide.
    const written = authority.replace(/:\d*$/, '');
    const plain = hostname.startsWith('[') ? isIP(written.slice(1, -1)) === 6 : written === hostname;
    return plain ? refuseAddress(address, allowed) : { code: 'webhook-url.address-in-disguise' };
  }
  // One dot more is the same host to DNS, and another to certificates and lists.
  if (hostname.endsWith('.')) return { code: 'webhook-url.malformed' };
  if (allowed.some) return undefined;
  return !hostname.includes('.') || LOCAL_NAMES.test(hostname) ? { code: 'webhook-url.local-name' } : undefined;
}

function refused(error: UrlRefused): Result<never, UrlRefused> {
  return { ok: false, error };
}
