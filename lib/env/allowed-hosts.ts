import { BlockList, isIP, isIPv6 } from 'node:net';

/** A server inside one's own network that mailboxes may be read from, as whoever hosts Earshot listed it. */
export interface AllowedHost {
  /** The name, lower case, or null where it is an address or a network. */
  readonly name: string | null;
  /** Whether an IP address is meant by it; never for a name. */
  readonly holds: (address: string) => boolean;
  /** One machine, not a network of them. */
  readonly isOne: boolean;
  /** Null: the ports of mail. */
  readonly port: number | null;
}

/**
 * Reads a list such as `mail.lan, 10.1.0.0/16, 127.0.0.1:1143, [fd00::25]:993`: names, addresses and networks in
 * CIDR (RFC 4632), each with a port or without.
 * @returns the entries, or the first that cannot be read
 */
export function readAllowedHosts(text: string): { hosts: readonly AllowedHost[] } | { wrong: string } {
  const hosts: AllowedHost[] = [];
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const read = readEntry(entry.toLowerCase());
    if (!read) return { wrong: entry };
    hosts.push(read);
  }
  return { hosts };
}

function readEntry(entry: string): AllowedHost | null {
  const split = isIPv6(entry.split('/')[0] ?? '')
    ? { host: entry, port: undefined }
    : (/^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>\d{1,5}))?$/.exec(entry)?.groups ?? null);
  if (!split?.host) return null;
  const port = split.port === undefined ? null : Number(split.port);
  if (port !== null && (port < 1 || port > 65535)) return null;
  const host = split.host.replace(/^\[|\]$/g, '');
  const [address = '', bits, more] = host.split('/');
  if (more !== undefined) return null;
  if (isIP(address)) return network(address, bits, port);
  const isName = bits === undefined && /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/.test(host);
  // "127.1" is no name and no address either, whatever some resolvers make of it.
  return isName && !/(^|\.)\d+$/.test(host) ? { name: host, holds: () => false, isOne: true, port } : null;
}

function network(address: string, bits: string | undefined, port: number | null): AllowedHost | null {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const most = family === 'ipv6' ? 128 : 32;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : most + 1;
  if (prefix > most) return null;
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  const holds = (asked: string) =>
    isIPv6(asked) === (family === 'ipv6') && isIP(asked) > 0 && list.check(asked, family);
  return { name: null, holds, isOne: prefix === most, port };
}
