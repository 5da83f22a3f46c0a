import { getDomain } from 'tldts';
import { isFreeMail } from '@/lib/contacts/free-mail';

export type ReadDomain = { ok: true; domain: string } | { ok: false; code: 'no_domain' | 'shared_by_many' };

/**
 * A domain as it may be suppressed: lower case, IDN as A-labels (UTS 46), without scheme, path or the part of an
 * address before the @. Public suffixes are none, and providers of mailboxes are shared by too many.
 */
export function readDomain(typed: string): ReadDomain {
  const host = typed
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '');
  const domain = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  const registrable = getDomain(domain, { allowPrivateDomains: true });
  if (!registrable || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return { ok: false, code: 'no_domain' };
  return isFreeMail(registrable) ? { ok: false, code: 'shared_by_many' } : { ok: true, domain };
}
