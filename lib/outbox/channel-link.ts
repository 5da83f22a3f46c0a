import type { Channel } from '@/generated/prisma/client';

export interface Letter {
  readonly subject: string | null;
  readonly body: string;
}

// Some systems cut or refuse longer addresses; the text is in the clipboard all the same.
const longest = 1_800;

/**
 * The address that opens a channel at this handle, with the text in it where the channel can take one: mailto
 * (RFC 6068), sms (RFC 5724), tel (RFC 3966), wa.me, and the profile on LinkedIn and X. Null where there is none.
 */
export function channelLink(channel: Channel, handle: string, letter: Letter): string | null {
  switch (channel) {
    case 'email':
      return short(`mailto:${encodeURIComponent(handle).replace('%40', '@')}`, {
        subject: letter.subject,
        body: letter.body.replace(/\r?\n/g, '\r\n'),
      });
    case 'whatsapp':
      return short(`https://wa.me/${handle.replace(/\D/g, '')}`, { text: letter.body });
    case 'sms':
      return short(`sms:${handle}`, { body: letter.body });
    case 'phone':
      return `tel:${handle}`;
    case 'linkedin':
      return `https://www.linkedin.com/in/${encodeURIComponent(handle)}/`;
    case 'x':
      return `https://x.com/${encodeURIComponent(handle)}`;
    case 'other':
      return webAddress(handle);
    case 'in_person':
      return null;
  }
}

function short(address: string, fields: Readonly<Record<string, string | null>>): string {
  const filled = Object.entries(fields).filter(([, value]) => value);
  const all = filled.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&');
  const first =
    filled.length > 1 && filled[0] ? `${filled[0][0]}=${encodeURIComponent(filled[0][1] ?? '')}` : '';
  const query = [all, first].find((one) => one.length > 0 && address.length + one.length < longest);
  return query ? `${address}?${query}` : address;
}

// "other" keeps whatever was typed; only what is surely a page is opened, and never a script.
function webAddress(handle: string): string | null {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/.test(handle) ? `https://${handle}` : null;
}
