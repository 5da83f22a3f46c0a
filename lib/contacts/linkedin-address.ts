import { decoded, folded, hasControlCharacter } from './typed-text';

export type LinkedInFault = 'empty' | 'control_character' | 'not_linkedin' | 'no_profile' | 'too_long';

export type ReadLinkedIn = { ok: true; handle: string } | { ok: false; code: LinkedInFault };

const fault = (code: LinkedInFault): ReadLinkedIn => ({ ok: false, code });

/**
 * The slug of a LinkedIn profile in lower case, out of any address of that profile (country and mobile hosts,
 * /in/, the old /pub/, query strings, percent-encoding), `in/slug`, `@slug`, or the slug alone. Sales Navigator,
 * company pages and short links name no public profile.
 */
export function readLinkedIn(typed: string): ReadLinkedIn {
  const text = folded(typed).replace(/^[(<"']+/, '');
  if (text === '') return fault('empty');
  if (hasControlCharacter(text)) return fault('control_character');
  const located = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(text) || /^[^/\s@]+\.[a-z]{2,}(?:[/?#]|$)/i.test(text);
  const [address = ''] = text.replace(/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i, '').split(/[?#]/);
  if (!located) return fromPath(address.replace(/^@/, 'in/'));
  const [host = '', ...path] = address.split('/');
  if (!/^([a-z0-9-]+\.)*linkedin\.com\.?$/i.test(host)) return fault('not_linkedin');
  return path.length === 0 ? fault('no_profile') : fromPath(path.join('/'), true);
}

function fromPath(path: string, below = false): ReadLinkedIn {
  const parts = path.split('/').filter((part) => part !== '');
  const [kind = '', ...rest] = parts[0]?.toLowerCase() === 'mwlite' ? parts.slice(1) : parts;
  if (parts.length === 1 && !below) return slugOf(kind);
  if (kind.toLowerCase() === 'in' && rest[0]) return slugOf(rest[0]);
  if (kind.toLowerCase() === 'pub' && rest[0] && rest[0].toLowerCase() !== 'dir')
    return fromPub(rest[0], rest.slice(1));
  return fault('no_profile');
}

// Profiles of before 2015 are found today under the name and the three numbers backwards: /pub/ana/1/2b/3c4 is /in/ana-3c402b1.
function fromPub(name: string, numbers: readonly string[]): ReadLinkedIn {
  const [a, b, c] = numbers;
  if (a === undefined || b === undefined || c === undefined) return slugOf(name);
  return slugOf(`${name}-${c.padStart(3, '0')}${b.padStart(3, '0')}${a}`);
}

function slugOf(part: string): ReadLinkedIn {
  const slug = folded(decoded(part))
    .toLowerCase()
    .normalize('NFC')
    .replace(/^@/, '')
    .replace(/[.,;)]+$/, '');
  if (/^(company|school|feed|jobs|search|messaging|in|pub|groups?|posts|showcase)$/.test(slug))
    return fault('no_profile');
  if (!/^[^/\s?#@%<>"]{2,}$/.test(slug)) return fault('no_profile');
  return [...slug].length > 120 ? fault('too_long') : { ok: true, handle: slug };
}
