import { hostOf } from '@/lib/mail/address-rule';

/** Characters of an address that somebody may name. */
const longest = 500;

/**
 * The address of a service as somebody typed it, in one spelling: http or https, a host, a path without a slash at its
 * end. Null where it is none, or carries a password, a question mark or a fragment: what is secret has its own field.
 */
export function readBaseUrl(typed: string): string | null {
  const text = typed.trim();
  if (text.length > longest || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || hostOf(url.hostname) === null) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The host and, where it is not the usual one, the port of an address, as people read them. */
export function hostIn(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
