import 'server-only';
import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { env } from '@/lib/env/env';
import type { AllowedHost } from '@/lib/env/allowed-hosts';
import type { MailServer, PinnedHost } from './account';
import { hostOf, isLoopback, isPortAllowed, plainAddress, soundsInside, whereIs } from './address-rule';
import { mailFailed } from './fault';

/** How names are resolved, and what is listed; those of the machine where nothing is said. */
export interface Resolving {
  readonly allowed?: readonly AllowedHost[];
  readonly lookup?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

const patience = 8_000;

/**
 * Resolves a server's name once and checks what it resolves to, so that whoever connects does so to an address that
 * was looked at (no second answer, no metadata service, nothing inside unless EARSHOT_MAIL_HOSTS_ALLOWED lists it).
 * A name that is forbidden and one that does not exist fail alike: nobody learns which names the own network has.
 * @throws EarshotError `mail_failed`: `host_unknown`, `host_inside`, `port_not_allowed`, `unprotected`
 */
export async function resolveHost(server: MailServer, resolving: Resolving = {}): Promise<PinnedHost> {
  const { allowed = env().EARSHOT_MAIL_HOSTS_ALLOWED, lookup = allOf } = resolving;
  const host = hostOf(server.host);
  if (host === null) throw mailFailed('host_unknown');
  if (!isPortAllowed(host, server.port, allowed) && !listsPort(server.port, allowed)) {
    throw mailFailed('port_not_allowed');
  }
  const found = await addressesOf(host, lookup);
  for (const address of found) {
    const where = whereIs({ host, address, port: server.port }, allowed);
    if (where === null) continue;
    if (server.security === 'none' && where === 'outside') throw mailFailed('unprotected');
    const family = address.includes(':') ? 6 : 4;
    return { address, family, servername: isIP(host) ? '' : host, where, isLoopback: isLoopback(address) };
  }
  throw mailFailed(soundsInside(host) ? 'host_inside' : 'host_unknown');
}

// A network is listed by its addresses, so what stands in it is only known once the name was asked for.
function listsPort(port: number, allowed: readonly AllowedHost[]): boolean {
  return allowed.some((one) => one.port === port && one.name === null);
}

async function addressesOf(host: string, lookup: NonNullable<Resolving['lookup']>): Promise<string[]> {
  if (isIP(host)) return [host];
  const given = await Promise.race([lookup(host), wait(patience, [], { ref: false })]).catch(() => []);
  return given.map(({ address }) => plainAddress(address));
}

// IPv4 first: one address is pinned, and more machines reach that.
function allOf(host: string) {
  return lookUp(host, { all: true, order: 'ipv4first' });
}
