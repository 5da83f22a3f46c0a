import type { AllowedHost } from '@/lib/env/allowed-hosts';
import { isHere, isLink, isPublic, plainAddress } from '@/lib/mail/address-rule';

/** Where a question would go: as it was named, and what the name resolved to. */
export interface Whereto {
  readonly isHttps: boolean;
  readonly host: string;
  readonly port: number;
  readonly address: string;
}

/**
 * Whether that may be asked. On the Internet by https; by http only what whoever hosts Earshot listed. This machine and
 * the own network by either, but never the link with its metadata service, nor anything else that is no server of ours.
 */
export function mayAsk(
  { isHttps, host, port, address }: Whereto,
  allowed: readonly AllowedHost[],
): 'yes' | 'https_needed' | 'no' {
  const plain = plainAddress(address);
  if (isLink(plain)) return 'no';
  if (isHere(plain)) return 'yes';
  if (!isPublic(plain)) return 'no';
  const isListed = allowed.some(
    (one) => (one.port === null || one.port === port) && (one.name === host || one.holds(plain)),
  );
  return isHttps || isListed ? 'yes' : 'https_needed';
}
