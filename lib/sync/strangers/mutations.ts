import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { writerStandingIn } from '@/lib/auth/standing-in/queries';
import { contactSchema } from '@/lib/contacts/contact-form';
import { createContact, type Kept } from '@/lib/contacts/mutations';

/** Somebody unknown who wrote. */
export interface Stranger {
  /** Normalized. */
  readonly handle: string;
  readonly name: string | null;
  readonly organization?: string;
}

/** Keeps somebody unknown who wrote, as one who wrote first. Mail of theirs that was only remembered is read then. */
export async function keepStranger(
  writer: Writer,
  { handle, name, organization = '' }: Stranger,
): Promise<Kept> {
  const empty = {
    ...{ given_name: '', position: '', language: '', country: '', time_zone: '', met_where: '' },
    ...{ met_on: '', introducer: '', source: '', note: '', tags: '' },
  };
  const called = (name ?? '').trim().slice(0, 200) || handle.slice(0, handle.indexOf('@'));
  const input = contactSchema.parse({ ...empty, organization, name: called, met_how: 'wrote_first' });
  return createContact(writer, input, [{ channel: 'email', typed: handle }], { share: false });
}

/** The same for the worker, in this user's name. Answers whether they are kept. */
export async function addStranger(userId: string, stranger: Stranger): Promise<boolean> {
  const writer = await writerStandingIn(userId);
  return writer !== null && (await keepStranger(writer, stranger)).ok;
}
