/** Which network address asks. Anybody can write `X-Forwarded-For`: it counts only as far as proxies of ours wrote it. */
import type { Result } from '@vidimus/engine/standards';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;
export type AddressRange = readonly [ReturnType<typeof ipaddr.parse>, number];

/** A word of `VIDIMUS_TRUSTED_PROXIES` that is neither an address nor a range. */
export type NotARange = { readonly code: 'http.trusted-proxy-malformed'; readonly observed: string };

/** A household has all of a /64, so that counting single addresses of it would count nothing (RFC 4291 §2.5.4). */
const COUNTED_PARTS = 4;

/** `VIDIMUS_TRUSTED_PROXIES`: addresses and ranges, separated by commas, e.g. `10.0.0.0/8, ::1`. */
export function readTrustedProxies(list: string): Result<readonly AddressRange[], NotARange> {
  const ranges: AddressRange[] = [];
  for (const word of list.split(/[\s,]+/).filter((one) => one !== '')) {
    if (ipaddr.isValidCIDR(word)) ranges.push(ipaddr.parseCIDR(word));
    else if (ipaddr.isValid(word)) {
      const address = ipaddr.parse(word);
      ranges.push([address, address.toByteArray().length * 8]);
    } else return { ok: false, error: { code: 'http.trusted-proxy-malformed', observed: word } };
  }
  return { ok: true, value: ranges };
}

/**
 * The address that counts: of the socket, or, while that is a trusted proxy, the one that it says it speaks for, from the last
 * word of `X-Forwarded-For` to the first. IPv6 addresses are cut to their /64. Never logged.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trusted: readonly AddressRange[],
): string {
  if (!ipaddr.isValid(socketAddress)) return socketAddress;
  const words = (forwardedFor ?? '').split(',').map((word) => word.trim());
  let address = ipaddr.process(socketAddress);
  while (isTrusted(address, trusted)) {
    const word = words.pop();
    if (word === undefined || !ipaddr.isValid(word)) break;
    address = ipaddr.process(word);
  }
  if (address.kind() === 'ipv4') return address.toString();
  const network = address.toNormalizedString().split(':').slice(0, COUNTED_PARTS);
  return `${network.join(':')}::/64`;
}

function isTrusted(address: Address, trusted: readonly AddressRange[]): boolean {
  return trusted.some(([range, bits]) => range.kind() === address.kind() && address.match([range, bits]));
}
