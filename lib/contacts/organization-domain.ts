import { getDomain } from 'tldts';
import { isFreeMail } from './free-mail';
import { nameKey } from './name-key';

/**
 * The registrable domain (Public Suffix List, private part included) of a normalized e-mail address; null at
 * free-mail domains and at suffixes, which belong to nobody.
 */
export function organizationDomain(email: string): string | null {
  const host = email.slice(email.indexOf('@') + 1);
  const domain = getDomain(host, { allowPrivateDomains: true, validateHostname: false });
  return domain === null || isFreeMail(domain) ? null : domain;
}

/**
 * Whether a domain may be taken for the organization's own: its name is the organization's, whole or from the start.
 * A consultant's own domain on a client's row is not, and a no of that client must not cover it.
 */
export function looksLikeTheirs(domain: string, organization: string): boolean {
  const label = (domain.split('.')[0] ?? '').replaceAll('-', '');
  const words = nameKey(organization).split(' ');
  const name = words.join('');
  const initials = words.map((word) => word[0] ?? '').join('');
  if (label === name || label === initials) return label.length > 1;
  return label.length >= 4 && (name.startsWith(label) || (name.length >= 4 && label.startsWith(name)));
}
