import { folded, hasControlCharacter } from './typed-text';

export type XFault = 'empty' | 'control_character' | 'not_x' | 'no_profile' | 'x_name';

export type ReadX = { ok: true; handle: string } | { ok: false; code: XFault };

const fault = (code: XFault): ReadX => ({ ok: false, code });

const places =
  /^(home|search|explore|i|intent|share|hashtag|settings|messages|notifications|login|signup|tos|privacy)$/;

/** The name of an account on X in lower case, out of its address (x.com, twitter.com), `@name`, or the name alone. */
export function readX(typed: string): ReadX {
  const text = folded(typed);
  if (text === '') return fault('empty');
  if (hasControlCharacter(text)) return fault('control_character');
  const address = text.replace(/^[a-z]+:\/\//i, '');
  const located = address !== text || /^[^/\s@]+\.[a-z]{2,}(?:[/?#]|$)/i.test(text);
  if (!located) return named(text);
  const [, host = '', path = ''] = /^([^/?#]*)\/?(.*)$/.exec(address) ?? [];
  if (!/^((www|mobile|m)\.)?(x|twitter)\.com\.?$/i.test(host)) return fault('not_x');
  const asked = /^intent\/(?:user|follow)\/?\?(?:.*&)?screen_name=([^&#]+)/i.exec(path)?.[1];
  const name = asked ?? path.replace(/^#!\//, '').split(/[/?#]/)[0] ?? '';
  return name === '' || places.test(name.toLowerCase()) ? fault('no_profile') : named(name);
}

function named(name: string): ReadX {
  const handle = name.replace(/^@/, '').toLowerCase();
  return /^[a-z0-9_]{1,15}$/.test(handle) ? { ok: true, handle } : fault('x_name');
}
