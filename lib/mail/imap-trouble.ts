/** Why a mailbox cannot be read now. */
export const imapTroubles = [
  'wrong_password',
  'certificate',
  'unreachable',
  'not_answering',
  'connection_lost',
  'refused',
  'too_much',
] as const;

export type ImapTroubleCode = (typeof imapTroubles)[number];

/** A mail server did not do what was asked of it. It never carries what the server said: that may hold an address. */
export class ImapTrouble extends Error {
  override readonly name = 'ImapTrouble';

  constructor(
    readonly code: ImapTroubleCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

const byCode: Readonly<Record<string, ImapTroubleCode>> = {
  ECONNREFUSED: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  CONNECT_TIMEOUT: 'unreachable',
  GREETING_TIMEOUT: 'not_answering',
  UPGRADE_TIMEOUT: 'not_answering',
  ETIMEOUT: 'not_answering',
  ETIMEDOUT: 'not_answering',
  ETHROTTLE: 'too_much',
  LineTooLarge: 'too_much',
  LiteralTooLarge: 'too_much',
  ResponseTooLarge: 'too_much',
  ClosedAfterConnectTLS: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
};

/** What a failed command came to, whichever library said so. */
export function troubleOf(error: unknown): ImapTrouble {
  if (error instanceof ImapTrouble) return error;
  if (!(error instanceof Error)) return new ImapTrouble('connection_lost');
  if ('authenticationFailed' in error && error.authenticationFailed === true) {
    return new ImapTrouble('wrong_password', { cause: error });
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = byCode[code] ?? (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') ? 'certificate' : null);
  const refused = 'responseStatus' in error ? 'refused' : 'connection_lost';
  return new ImapTrouble(known ?? refused, { cause: error });
}
