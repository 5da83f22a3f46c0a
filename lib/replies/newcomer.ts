import { z } from 'zod';
import type { AddressChannel } from '@/lib/contacts/addresses';
import { text } from '@/lib/threads/form';

/** Somebody new, with as little as one knows while logging. */
export const newcomer = z.strictObject({
  name: text(200).refine((name) => name !== '', { error: 'name_missing' }),
  organization: text(200),
  address: text(300),
});

export type Newcomer = z.infer<typeof newcomer>;

/** The rest of what is kept about a contact, as an empty form says it. */
export const nothingKnown = {
  ...{
    given_name: '',
    position: '',
    language: '',
    country: '',
    time_zone: '',
    met_how: 'unknown',
    met_where: '',
  },
  ...{ met_on: '', introducer: '', source: '', note: '', tags: '' },
};

/** On which channel an address is, by the look of it. */
export function guessDoor(typed: string): AddressChannel {
  if (/linkedin\.com/i.test(typed)) return 'linkedin';
  if (/[^\s@]@[^\s@]/.test(typed)) return 'email';
  if (/^@\w/.test(typed) || /(^|\/\/|\.)(x|twitter)\.com\//i.test(typed)) return 'x';
  return /^[+(]?[\d\s().-]{6,}$/.test(typed) ? 'phone' : 'other';
}
