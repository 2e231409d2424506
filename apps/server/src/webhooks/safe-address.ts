/**
 * Which IP addresses a webhook may be sent to: those of the public internet, and networks that the operator named. Everything
 * else is somebody's inside: the machine itself, its neighbours, the cloud's metadata service.
 */
import type { Result } from '@vidimus/engine/standards';
import ipaddr from 'ipaddr.js';

/** Networks of the operator's own that webhooks may reach, parsed. */
export type AllowedNetworks = { readonly has: (address: string) => boolean; readonly some: boolean };

/** Why an address is not spoken to: the name of the range it lies in. */
export type AddressRefused = { readonly code: 'webhook-address.not-global'; readonly range: string };

/** A mistake in the operator's configuration; the server does not start on it. */
export type NetworkUnreadable = { readonly code: 'webhook-networks.unreadable'; readonly network: string };

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The only part of IPv6 that is given out as global unicast (IANA IPv6 Address Space registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** The well-known prefix behind which a network without IPv4 shows the IPv4 internet (RFC 6052 §2.1). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** Global addresses that answer inside of a cloud alone: the Azure host agent. The other clouds' are link-local, shared or private. */
const CLOUD_INSIDES = [ipaddr.IPv4.parseCIDR('168.63.129.16/32')];

/** Reads networks in CIDR notation, e.g. `127.0.0.0/8`, `fd00::/8`; names the first that does not read as one. */
export function readNetworks(networks: readonly string[]): Result<AllowedNetworks, NetworkUnreadable> {
  const unreadable = networks.find((network) => !ipaddr.isValidCIDR(network));
  if (unreadable !== undefined)
    return { ok: false, error: { code: 'webhook-networks.unreadable', network: unreadable } };
  const parsed = networks.map((network) => ipaddr.parseCIDR(network));
  const has = (address: string) => {
    if (!ipaddr.isValid(address)) return false;
    const one = ipaddr.parse(address);
    return parsed.some(([network, bits]) => network.kind() === one.kind() && one.match(network, bits));
  };
  return { ok: true, value: { some: parsed.length > 0, has } };
}

/** Why this address is refused, or undefined. Anything that does not read as an address is refused. */
export function refuseAddress(address: string, allowed: AllowedNetworks): AddressRefused | undefined {
  if (allowed.has(address)) return undefined;
  if (!ipaddr.isValid(address)) return { code: 'webhook-address.not-global', range: 'unreadable' };
  const range = rangeOf(ipaddr.parse(address));
  return range === 'global' ? undefined : { code: 'webhook-address.not-global', range };
}

/** `global`, or the special range. */
function rangeOf(address: Address): string {
  if (address instanceof ipaddr.IPv4) {
    if (CLOUD_INSIDES.some((inside) => address.match(inside))) return 'cloudInside';
    return address.range() === 'unicast' ? 'global' : address.range();
  }
  if (address.zoneId !== undefined) return 'linkLocal';
  // Such a network's resolver answers with these for every name that has IPv4 alone: what counts is who is behind it.
  if (address.match(NAT64)) return rangeOf(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  if (address.range() !== 'unicast') return address.range();
  return address.match(GLOBAL_UNICAST) ? 'global' : 'notGivenOut';
}
