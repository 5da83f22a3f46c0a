import type { MailServer } from '@/lib/mail/account';
import { oauthCodes, type OauthCode } from './oauth/services';
import table from './providers.json';

/** With what one signs in there. `token`: they take no password from programs; `bridge`: through a program of theirs. */
export const asks = ['app_password', 'own_password', 'switch_on', 'bridge', 'token', 'usual'] as const;

export type Asks = (typeof asks)[number];

/** Somebody who keeps other people's mailboxes, and how one gets in. Shipped; what it says is a guess that one may change. */
export interface Provider {
  readonly code: string;
  readonly name: string;
  /** Domains whose addresses are theirs. */
  readonly domains: readonly string[];
  /** Domains of their mail exchangers, by which somebody's own domain is known to be with them. */
  readonly mx: readonly string[];
  readonly imap: MailServer;
  readonly smtp: MailServer;
  /** Whose own sign-in opens it, where whoever hosts Earshot has set that up. */
  readonly oauth: OauthCode | null;
  readonly asks: Asks;
  /** Where one makes the password, as people type it. */
  readonly page?: string;
}

/** All of them. */
export const providers: readonly Provider[] = table.map((one) => ({
  ...one,
  imap: serverOf(one.imap),
  smtp: serverOf(one.smtp),
  oauth: oauthCodes.find((known) => 'oauth' in one && known === one.oauth) ?? null,
  asks: asks.find((known) => known === one.asks) ?? 'usual',
}));

const byCode = new Map(providers.map((one) => [one.code, one]));
const byDomain = new Map(providers.flatMap((one) => one.domains.map((domain) => [domain, one] as const)));
const byExchanger = new Map(providers.flatMap((one) => one.mx.map((domain) => [domain, one] as const)));

/** The provider of a code that was kept; null where it is gone from the table. */
export function providerCalled(code: string | null): Provider | null {
  return (code !== null && byCode.get(code)) || null;
}

/** The domain of an e-mail address, lower case. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** Whose mailbox this is, by the address alone. */
export function providerOf(email: string): Provider | null {
  return byDomain.get(domainOf(email)) ?? null;
}

/** Who takes the mail of a domain, by the names of its exchangers: that of the first whose end is in the table. */
export function providerBehind(exchangers: readonly string[]): Provider | null {
  for (const exchanger of exchangers) {
    const labels = exchanger.toLowerCase().replace(/\.$/, '').split('.');
    // The longest end first: pec.aruba.it is not aruba.it.
    for (let from = 0; from < Math.min(labels.length, 20); from += 1) {
      const found = byExchanger.get(labels.slice(from).join('.'));
      if (found) return found;
    }
  }
  return null;
}

/** Where nobody is known: the names that most who keep their own server use. */
export function usualServers(domain: string): { imap: MailServer; smtp: MailServer } {
  return {
    imap: { host: `imap.${domain}`, port: 993, security: 'tls' },
    smtp: { host: `smtp.${domain}`, port: 465, security: 'tls' },
  };
}

function serverOf({ host, port, security }: { host: string; port: number; security: string }): MailServer {
  return { host, port, security: security === 'starttls' ? 'starttls' : 'tls' };
}
