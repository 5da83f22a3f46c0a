import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import type { AllowedHost } from '@/lib/env/allowed-hosts';

/** The ports on which people's mail is fetched and handed in (RFC 8314, 9051, 6409). Others have to be listed. */
export const mailPorts: readonly number[] = [143, 993, 465, 587];

// Everything that is not the open Internet (IANA's special-purpose registries): this machine, the own network,
// the link with the metadata service of clouds (169.254.169.254, fd00:ec2::254), multicast, what is reserved.
const inside4 = [
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
// Of IPv6 only 2000::/3 is the Internet; in it, documentation and benchmarks, and tunnels whose end nobody sees.
const inside6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed = new BlockList();
for (const [net, bits] of inside4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of inside6) closed.addSubnet(net, bits, 'ipv6');
const internet6 = new BlockList();
internet6.addSubnet('2000::', 3, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');

/**
 * A host as somebody typed it, in one spelling: an IP address, or a name in lower case, IDN as A-labels, without the
 * dot at its end. Null where it is neither: 2130706433, 0x7f.1 and 0177.0.0.1 are ways to say an address unseen.
 */
export function hostOf(typed: string): string | null {
  const bare = typed.trim().replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare)) return plainAddress(bare);
  // What the parser of addresses would cut off, or read as something else, is no host.
  if (/[\s/?#@:%\\]/.test(bare)) return null;
  const name = domainToASCII(bare.normalize('NFKC').toLowerCase()).replace(/\.$/, '');
  const isName = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/.test(name);
  return isName && !isIP(name) && !/(^|\.)(\d+|0x[0-9a-f]*)$/.test(name) ? name : null;
}

/** An IP address in one spelling: IPv4 that is wrapped in IPv6 (mapped, RFC 4291; NAT64, RFC 6052) is unwrapped. */
export function plainAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const front = groups.slice(0, 6).join(':');
  const wraps = front === '0:0:0:0:0:ffff' || front === '64:ff9b:0:0:0:0' || front === '0:0:0:0:ffff:0';
  if (!wraps) return address.split('%')[0] ?? address;
  const numbers = groups.slice(6).map((group) => parseInt(group, 16));
  return numbers.flatMap((number) => [number >> 8, number & 255]).join('.');
}

/** Whether an address is one of the open Internet, where everybody's mail server stands. */
export function isPublic(address: string): boolean {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return !closed.check(plain, 'ipv4');
  return isIPv6(plain) && internet6.check(plain, 'ipv6') && !closed.check(plain, 'ipv6');
}

/** Whether it is this machine itself: nobody stands between, so no certificate has to be shown. */
export function isLoopback(address: string): boolean {
  const plain = plainAddress(address);
  return isIPv4(plain) ? loopback.check(plain, 'ipv4') : groupsOf(plain).join(':') === '0:0:0:0:0:0:0:1';
}

/** Whether a port may be talked to at all on this host: one of mail, or one listed with it. */
export function isPortAllowed(host: string, port: number, allowed: readonly AllowedHost[]): boolean {
  if (mailPorts.includes(port)) return true;
  return allowed.some(
    (one) => one.port === port && (one.name === host || (isIP(host) > 0 && one.holds(host))),
  );
}

/** Where a server stands: on the Internet, inside and listed itself, or inside a network that is listed. */
export type Whereabouts = 'outside' | 'listed' | 'in_listed_network';

/**
 * Where that is, if Earshot may connect there, else null. What is inside has to be listed; a name that is listed lets
 * in what it resolves to, but never the link with its metadata service, which has to be listed as an address.
 */
export function whereIs(
  { host, address, port }: { host: string; address: string; port: number },
  allowed: readonly AllowedHost[],
): Whereabouts | null {
  const plain = plainAddress(address);
  const isOfMail = mailPorts.includes(port);
  const fits = allowed
    .filter((one) => one.port === port || (one.port === null && isOfMail))
    .filter((one) => one.holds(plain) || (one.name === host && !isLink(plain)));
  if (isOfMail && isPublic(plain)) return 'outside';
  if (fits.length === 0) return null;
  if (isPublic(plain)) return 'outside';
  return fits.some(({ isOne }) => isOne) ? 'listed' : 'in_listed_network';
}

const link = new BlockList();
link.addSubnet('169.254.0.0', 16, 'ipv4');
link.addSubnet('0.0.0.0', 8, 'ipv4');
link.addSubnet('224.0.0.0', 3, 'ipv4');
link.addSubnet('fe80::', 10, 'ipv6');
link.addSubnet('ff00::', 8, 'ipv6');
link.addSubnet('fd00:ec2::', 32, 'ipv6');
link.addAddress('::', 'ipv6');
// Where one cloud answers for its machines inside 100.64.0.0/10.
link.addAddress('100.100.100.200', 'ipv4');

const here = new BlockList();
here.addSubnet('10.0.0.0', 8, 'ipv4');
here.addSubnet('172.16.0.0', 12, 'ipv4');
here.addSubnet('192.168.0.0', 16, 'ipv4');
here.addSubnet('100.64.0.0', 10, 'ipv4');
here.addSubnet('fc00::', 7, 'ipv6');

/**
 * Whether a host names a place inside by its spelling alone: an address of no open network, a name of one word, or one
 * under an end that networks keep for themselves (RFC 6762 appendix G, RFC 8375, ICANN's .internal). It is asked of nobody.
 */
export function soundsInside(host: string): boolean {
  if (isIP(host)) return !isPublic(host);
  return (
    !host.includes('.') ||
    /\.(local|localhost|lan|internal|intranet|private|corp|home|home\.arpa)$/.test(host)
  );
}

/** Whether it is the link itself, where clouds answer for their machines, or no place at all. */
export function isLink(address: string): boolean {
  return link.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** Whether it is this machine, or one of the own network (RFC 1918, RFC 4193, RFC 6598). */
export function isHere(address: string): boolean {
  const plain = plainAddress(address);
  return isLoopback(plain) || here.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}

// The eight groups of an IPv6 address, as short as they go.
function groupsOf(address: string): string[] {
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address.split('%')[0] ?? '');
  const pair = (high: string | undefined, low: string | undefined) =>
    (Number(high) * 256 + Number(low)).toString(16);
  const hex = tail
    ? `${tail[1]}${pair(tail[2], tail[3])}:${pair(tail[4], tail[5])}`
    : (address.split('%')[0] ?? '');
  const [front = '', back] = hex.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [left, right] = [groups(front), groups(back)];
  const middle = back === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, middle)).fill('0'), ...right].map((group) =>
    parseInt(group, 16).toString(16),
  );
}
