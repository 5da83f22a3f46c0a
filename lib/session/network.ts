/** Set by `notePeers` on every request, over whatever the caller wrote there. */
export const peerHeader = 'x-earshot-peer';

/**
 * Where a request came from. `peer` is the other end of the connection; behind so many proxies of our own, the
 * last so many entries of X-Forwarded-For were written by them, the rest by anybody.
 */
export function addressOf(
  { peer, forwardedFor }: { peer: string | null; forwardedFor: string | null },
  trustedProxies: number,
): string | null {
  if (trustedProxies === 0) return peer;
  const claimed = (forwardedFor ?? '').split(',').map((part) => part.trim());
  return claimed.at(-trustedProxies) || peer;
}

/** What one household or server can change at will counts as one: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown';
  const [plain = ''] = address
    .toLowerCase()
    .replace(/^\[|\].*$/g, '')
    .split('%');
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (plain === '::1') return '127.0.0.1';
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return 'unknown';
  return `${expanded(plain).slice(0, 4).join(':')}::/64`;
}

function expanded(address: string): string[] {
  const [before = '', after] = address.split('::');
  const left = before.split(':').filter(Boolean);
  const right = (after ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
}
