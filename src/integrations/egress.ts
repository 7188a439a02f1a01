// Which addresses outgoing calls may connect to: public ones, checked on the address itself, after the name is resolved.
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** A connection that was not made because it would have left the hosts we were configured for. */
class EgressRefusedError extends Error {
  readonly code = 'EGRESS_REFUSED';

  constructor(reason: string) {
    super(reason);
    this.name = 'EgressRefusedError';
  }
}

/** Special-purpose IPv4 blocks (IANA IPv4 Special-Purpose Address Registry), multicast and reserved. */
const REFUSED_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** Parts of 2000::/3 that lead elsewhere (IANA IPv6 Special-Purpose Address Registry): Teredo, ORCHID, 6to4, documentation. */
const REFUSED_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const refused = new BlockList();
for (const [net, prefix] of REFUSED_IPV4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of REFUSED_IPV6) refused.addSubnet(net, prefix, 'ipv6');

/** Global unicast; what is outside of it (loopback, link-local, unique-local, mapped IPv4, NAT64) is refused. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one of the public internet. Text that is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * Why a URL must not be called, or null. Names are judged later, by `lookupPublic`, on what they resolve to; an address
 * in the URL is judged here, for sockets do not look it up.
 */
export function refusalOf(url: URL): string | null {
  if (url.protocol !== 'https:') return 'only https is allowed for this host';
  if (url.username !== '' || url.password !== '') return 'a URL must not carry credentials';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'the address is not public' : null;
}

/** `dns.lookup` that refuses a name when any of its addresses is not public, so that a name cannot be rebound between check and use. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new EgressRefusedError('the name has an address that is not public'), '', 0);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
