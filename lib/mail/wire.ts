import type { MailServer, PinnedHost } from './account';

/** How to connect to a server whose address is pinned: what imapflow and nodemailer both understand. */
export interface Wire {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly servername?: string;
  readonly tls: { readonly minVersion: 'TLSv1.2'; readonly rejectUnauthorized: boolean };
}

/**
 * Connects to the address, and holds the certificate against the name. Only on this machine itself none is asked for
 * (a bridge such as Proton's signs its own); one's own authority is named with NODE_EXTRA_CA_CERTS.
 */
export function wireTo(server: MailServer, pinned: PinnedHost): Wire {
  return {
    host: pinned.address,
    port: server.port,
    secure: server.security === 'tls',
    ...(pinned.servername === '' ? {} : { servername: pinned.servername }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !pinned.isLoopback },
  };
}

/** For imapflow: whether STARTTLS has to come, or must not; undefined where TLS is there from the start. */
export function startTlsOf({ security }: MailServer): { doSTARTTLS?: boolean } {
  return security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' };
}
