/** Hosts as somebody types them, one a line. */
import { domainToASCII } from 'node:url';

/** What is wrong with a line: more than a host, of which `host` is the part that counts; a star; or no host at all. */
export type WrongLine =
  | { readonly line: number; readonly why: 'address'; readonly value: string; readonly host: string }
  | { readonly line: number; readonly why: 'star' | 'host'; readonly value: string };

/** The hosts, or every line that is wrong. */
type HostsRead =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly error: readonly WrongLine[] };

/** As the interface takes it (`ReturnHostsBody`). */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST = 253;

/**
 * Lower case, and international names as they go over the wire. Empty lines count for nothing; every line that is wrong is told.
 * @example readHosts('Shop.example.com\nmünchen.example') // ok: ['shop.example.com', 'xn--mnchen-3ya.example']
 */
export function readHosts(text: string): HostsRead {
  const lines = text.split(/\r?\n/).map((value, at) => ({ value: value.trim(), line: at + 1 }));
  const read = lines.filter(({ value }) => value !== '').map(readLine);
  const wrong = read.filter((one) => typeof one !== 'string');
  if (wrong.length > 0) return { ok: false, error: wrong };
  return { ok: true, value: [...new Set(read.filter((one) => typeof one === 'string'))] };
}

function readLine({ value, line }: { readonly value: string; readonly line: number }): string | WrongLine {
  if (value.includes('*')) return { line, why: 'star', value };
  const host = hostIn(value);
  if (host !== undefined) return host;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  const named = URL.canParse(address) ? hostIn(new URL(address).hostname) : undefined;
  return named === undefined ? { line, why: 'host', value } : { line, why: 'address', value, host: named };
}

/** What belongs to an address, and to no host; `domainToASCII` leaves it out without a word. */
const BEYOND_A_HOST = /[\s/?#:@\\%[\]]/;

function hostIn(text: string): string | undefined {
  if (BEYOND_A_HOST.test(text)) return undefined;
  const host = domainToASCII(text.toLowerCase());
  return host.length <= LONGEST && HOST.test(host) ? host : undefined;
}
