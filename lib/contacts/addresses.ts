import type { Channel } from '@/generated/prisma/enums';
import { type EmailFault, readEmail } from './email-address';
import { type LinkedInFault, readLinkedIn } from './linkedin-address';
import { type PhoneFault, readPhone } from './phone-number';
import { folded, hasControlCharacter } from './typed-text';
import { readX, type XFault } from './x-address';

/** A channel on which people have addresses: in person needs none. */
export type AddressChannel = Exclude<Channel, 'in_person'>;

export const addressChannels = [
  'email',
  'linkedin',
  'x',
  'phone',
  'whatsapp',
  'sms',
  'other',
] as const satisfies readonly AddressChannel[];

/** Why something typed is no address on its channel. Words for each stand in the `contacts` messages. */
export type AddressFault = EmailFault | LinkedInFault | XFault | PhoneFault;

export type ReadAddress = { ok: true; handle: string } | { ok: false; code: AddressFault };

/**
 * The one spelling of a handle that Earshot keeps, or why it is none. Two spellings of the same door come out the
 * same, so that a no holds on both. Reading its own answer again changes nothing. `country` (ISO 3166-1 alpha-2)
 * is used for telephone numbers without their country.
 */
export function readAddress(
  channel: AddressChannel,
  typed: string,
  country: string | null = null,
): ReadAddress {
  switch (channel) {
    case 'email':
      return readEmail(typed);
    case 'linkedin':
      return readLinkedIn(typed);
    case 'x':
      return readX(typed);
    case 'phone':
    case 'whatsapp':
    case 'sms':
      return readPhone(typed, country);
    case 'other':
      return readOther(typed);
  }
}

// Whatever it is, a link or a name somewhere: only what surely makes no difference is folded.
function readOther(typed: string): ReadAddress {
  const text = folded(typed);
  if (hasControlCharacter(text)) return { ok: false, code: 'control_character' };
  const handle = text
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')
    .replace(/\s+/g, ' ');
  if (handle === '') return { ok: false, code: 'empty' };
  return handle.length > 300 ? { ok: false, code: 'too_long' } : { ok: true, handle };
}

/** The channels on which one handle is the same door: a telephone is one, whoever calls or writes to it (law/030_doors.sql). */
export function channelsOfDoor(channel: AddressChannel): readonly AddressChannel[] {
  return isTelephone(channel) ? ['phone', 'whatsapp', 'sms'] : [channel];
}

/** Names the door an address is. */
export function doorOf(channel: AddressChannel, handle: string): string {
  return `${isTelephone(channel) ? 'telephone' : channel}:${handle}`;
}

function isTelephone(channel: AddressChannel): boolean {
  return channel === 'phone' || channel === 'whatsapp' || channel === 'sms';
}
