import type { Whereabouts } from './address-rule';

/** How the way to a mail server is protected: TLS from the first byte (RFC 8314), STARTTLS, or not at all. */
export const securities = ['tls', 'starttls', 'none'] as const;

export type Security = (typeof securities)[number];

/** One server as its owner named it. Whoever connects asks `resolveHost` (lib/mail/hosts.ts) for its address first. */
export interface MailServer {
  /** A host name or an IP address, as typed. */
  readonly host: string;
  readonly port: number;
  readonly security: Security;
}

/** With what one signs in: a password (mostly one made for apps), or a token for XOAUTH2. */
export type MailSecret =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'xoauth2'; readonly token: string };

/** What it takes to read one mailbox. It holds a secret: it is never logged, and never reaches a page. */
export interface MailAccount {
  readonly imap: MailServer;
  readonly login: string;
  readonly secret: MailSecret;
}

/** A host whose address was asked for once and checked: connect to `address`, hold TLS against `servername`. */
export interface PinnedHost {
  /** The IP address to connect to, as text. */
  readonly address: string;
  readonly family: 4 | 6;
  /** The name the certificate has to carry; empty where the host was given as an IP address. */
  readonly servername: string;
  readonly where: Whereabouts;
  /** On this machine: nobody stands between, so no certificate is asked for. */
  readonly isLoopback: boolean;
}
