import { type AddressChannel, doorOf, readAddress } from '@/lib/contacts/addresses';
import { isRoleMailbox } from '@/lib/contacts/role-mailbox';
import { type Said, splitAddresses } from './cell-values';

/** A handle of a row. Nobody owns a telephone or an office's mailbox by it alone: such a door tells nobody apart. */
export interface FoundAddress {
  readonly channel: AddressChannel;
  readonly handle: string;
  readonly typed: string;
  readonly door: string;
  readonly weak: boolean;
}

const channels = ['email', 'linkedin', 'x', 'phone', 'whatsapp', 'other'] as const;

/** The addresses of a row, and the first thing that is none. */
export function readAddresses(
  said: Said,
  country: string | null,
): { addresses: FoundAddress[]; unreadable: string | null } {
  const addresses = new Map<string, FoundAddress>();
  let unreadable: string | null = null;
  for (const channel of channels) {
    for (const typed of splitAddresses(channel, said(channel))) {
      const read = readAddress(channel, typed, country);
      if (!read.ok) unreadable ??= typed.slice(0, 200);
      else {
        const { handle } = read;
        const weak =
          channel === 'phone' || channel === 'whatsapp' || (channel === 'email' && isRoleMailbox(handle));
        addresses.set(`${channel}:${handle}`, {
          channel,
          handle,
          typed: typed.slice(0, 300),
          door: doorOf(channel, handle),
          weak,
        });
      }
    }
  }
  return { addresses: [...addresses.values()], unreadable };
}
