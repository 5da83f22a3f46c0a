import { domainToASCII } from 'node:url';
import { folded, decoded, hasControlCharacter, hasLineBreak } from './typed-text';

export type EmailFault =
  | 'empty'
  | 'line_break'
  | 'control_character'
  | 'several_addresses'
  | 'no_at'
  | 'space_inside'
  | 'local_part'
  | 'domain'
  | 'too_long';

export type ReadEmail = { ok: true; handle: string } | { ok: false; code: EmailFault };

const fault = (code: EmailFault): ReadEmail => ({ ok: false, code });

/**
 * One mailbox (RFC 5321 §4.1.2) out of what somebody typed or pasted, in the one spelling Earshot keeps: lower
 * case, without +tag, the domain as A-labels without the final dot, Gmail without dots. Whatever could be two
 * mailboxes, or could reach a header, is refused. prisma's `addresses_email_shape` holds the same shape.
 */
export function readEmail(typed: string): ReadEmail {
  const text = folded(typed);
  if (text === '') return fault('empty');
  if (hasLineBreak(text)) return fault('line_break');
  if (hasControlCharacter(text)) return fault('control_character');
  const bare = unwrapped(text);
  if (bare === null || /[,;]/.test(bare)) return fault('several_addresses');
  const at = bare.split('@').length - 1;
  if (at === 0) return fault('no_at');
  if (at > 1) return fault('several_addresses');
  if (/\s/.test(bare)) return fault('space_inside');
  return assembled(bare.slice(0, bare.indexOf('@')), bare.slice(bare.indexOf('@') + 1));
}

/** Takes off `mailto:…?subject=`, a display name around angle brackets, a comment after it; null where two stand. */
function unwrapped(text: string): string | null {
  const link = /^mailto:([^?]*)/i.exec(text);
  if (link) return decoded(link[1] ?? '').trim();
  const brackets = /^([^<>]*)<([^<>]*)>$/.exec(text);
  if (brackets) {
    const [, name = '', inside = ''] = brackets;
    // A name that is an address itself: which of the two was meant, nobody can tell.
    return name.includes('@') ? null : inside.replace(/^mailto:/i, '').trim();
  }
  if (/[<>]/.test(text)) return text.split('@').length > 2 ? null : text;
  return text.replace(/\s+\([^()@]*\)$/, '');
}

function assembled(localPart: string, typedDomain: string): ReadEmail {
  const domain = readDomain(typedDomain);
  if (domain === null) return fault('domain');
  const untagged = localPart.toLowerCase().replace(/\+.*$/, '');
  const gmail = domain === 'gmail.com' || domain === 'googlemail.com';
  const local = gmail ? untagged.replaceAll('.', '') : untagged;
  if (!/^[a-z0-9!#$%&'*/=?^_`{|}~.-]+$/.test(local) || /^\.|\.$|\.\./.test(local)) return fault('local_part');
  const handle = `${local}@${gmail ? 'gmail.com' : domain}`;
  return local.length > 64 || handle.length > 254 ? fault('too_long') : { ok: true, handle };
}

/**
 * A domain as A-labels (RFC 5890) in lower case without the final dot; null when it is none: one label, an IP
 * address, anything but letters, digits, hyphens and dots.
 */
export function readDomain(typed: string): string | null {
  const text = folded(typed).replace(/[.。]$/, '');
  // domainToASCII cuts "a/b.org" to "a" and decodes percent signs, so what is not a name never gets there.
  if (!/^[\p{L}\p{N}\p{M}.。-]+$/u.test(text)) return null;
  const labels = domainToASCII(text).split('.');
  const whole =
    labels.length > 1 && labels.every((one) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(one));
  if (!whole || /^\d+$/.test(labels.at(-1) ?? '')) return null;
  const domain = labels.join('.');
  return domain.length <= 253 ? domain : null;
}
