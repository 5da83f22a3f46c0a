import { readAddress } from '@/lib/contacts/addresses';

/** What somebody can be asked for by, besides their id. */
export const handleChannels = ['email', 'linkedin', 'x', 'phone'] as const;

export type HandleChannel = (typeof handleChannels)[number];

/** A handle as it was typed and as it is kept. */
export interface Handle {
  readonly channel: HandleChannel;
  readonly handle: string;
  readonly typed: string;
}

/** Reads a handle in any of its spellings (lib/contacts/addresses); null when it is none on its channel. */
export function readHandle(channel: HandleChannel, typed: string): Handle | null {
  const read = readAddress(channel, typed);
  return read.ok ? { channel, handle: read.handle, typed: shown(channel, typed.trim(), read.handle) } : null;
}

// A page is told by its name; what was pasted may be long, and its query says where somebody came from.
function shown(channel: HandleChannel, typed: string, handle: string): string {
  if (channel === 'linkedin') return `linkedin.com/in/${handle}`;
  if (channel === 'x') return `@${handle}`;
  return channel === 'email' ? handle : typed;
}
