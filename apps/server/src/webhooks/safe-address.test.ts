import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { allowNetworks } from './allow-networks.fixture.ts';
import { readNetworks, refuseAddress } from './safe-address.ts';

const NONE = allowNetworks();

describe('inside of something: refused', () => {
  test.each([
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'unspecified'],
    ['10.0.0.1', 'private'],
    ['100.64.0.1', 'carrierGradeNat'],
    ['100.100.100.200', 'carrierGradeNat'],
    ['100.127.255.255', 'carrierGradeNat'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['168.63.129.16', 'cloudInside'],
    ['169.254.169.254', 'linkLocal'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.192', 'reserved'],
    ['192.0.2.1', 'reserved'],
    ['192.88.99.1', 'reserved'],
    ['192.168.1.1', 'private'],
    ['198.18.0.1', 'reserved'],
    ['198.19.255.255', 'reserved'],
    ['198.51.100.7', 'reserved'],
    ['203.0.113.7', 'reserved'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'ipv4Mapped'],
    ['::ffff:8.8.8.8', 'ipv4Mapped'],
    ['::127.0.0.1', 'ipv4Mapped'],
    ['::7f00:1', 'notGivenOut'],
    ['::ffff:0:127.0.0.1', 'rfc6145'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b::169.254.169.254', 'linkLocal'],
    ['64:ff9b:1::8.8.8.8', 'rfc6052'],
    ['100::1', 'discard'],
    ['2001::1', 'teredo'],
    ['2001:2::1', 'benchmarking'],
    ['2001:10::1', 'deprecatedOrchid'],
    ['2001:20::1', 'orchid2'],
    ['2001:db8::1', 'reserved'],
    ['2002:7f00:1::', '6to4'],
    ['3fff::1', 'reserved'],
    ['4000::1', 'notGivenOut'],
    ['5f00::1', 'segmentRouting'],
    ['fc00::1', 'uniqueLocal'],
    ['fd00:ec2::254', 'uniqueLocal'],
    ['fe80::1', 'linkLocal'],
    ['fe80::1%eth0', 'linkLocal'],
    ['2606:4700::1%eth0', 'linkLocal'],
    ['fec0::1', 'deprecatedSiteLocal'],
    ['ff02::1', 'multicast'],
    ['', 'unreadable'],
    ['hooks.example', 'unreadable'],
  ])('%s is %s', (address, range) => {
    expect(refuseAddress(address, NONE)).toEqual({ code: 'webhook-address.not-global', range });
  });
});

describe('of the public internet: allowed', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '172.32.0.1',
    '2606:4700::1111',
    '64:ff9b::8.8.8.8',
    '223.255.255.254',
  ])('%s', (address) => expect(refuseAddress(address, NONE)).toBeUndefined());
});

test('a network that the operator names is allowed, and nothing beside it', () => {
  const allowed = allowNetworks('127.0.0.0/8', 'fd12::/16');
  expect(['127.0.0.1', 'fd12::9'].map((address) => refuseAddress(address, allowed))).toEqual([undefined, undefined]);
  expect(refuseAddress('10.0.0.1', allowed)?.range).toBe('private');
  expect(refuseAddress('::ffff:127.0.0.1', allowed)?.range).toBe('ipv4Mapped');
});

test.each(['127.0.0.1', '127.0.0.0/33', 'loopback', ''])('a network that cannot be read (%j) is named', (network) => {
  expect(readNetworks(['10.0.0.0/8', network])).toEqual({
    ok: false,
    error: { code: 'webhook-networks.unreadable', network },
  });
});

test('an IPv4 address is no safer behind an IPv6 prefix that stands for it', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom('64:ff9b::', '::ffff:', '::'), (address, prefix) => {
      const inside = refuseAddress(ipaddr.parse(address).toString(), NONE) !== undefined;
      return !inside || refuseAddress(`${prefix}${address}`, NONE) !== undefined;
    }),
  );
});

test('anything is either refused or an address, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4()), (address) => {
      return refuseAddress(address, NONE) !== undefined || ipaddr.isValid(address);
    }),
  );
});
