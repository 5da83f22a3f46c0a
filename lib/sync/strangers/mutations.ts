import 'server-only';
import { writerStandingIn } from '@/lib/auth/standing-in/queries';
import { contactSchema } from '@/lib/contacts/contact-form';
import { createContact } from '@/lib/contacts/mutations';

/** Keeps somebody unknown who wrote, as one who wrote first, in this user's name. Answers whether they are kept. */
export async function addStranger(
  userId: string,
  { handle, name }: { readonly handle: string; readonly name: string | null },
): Promise<boolean> {
  const writer = await writerStandingIn(userId);
  if (!writer) return false;
  const empty = {
    ...{
      given_name: '',
      position: '',
      organization: '',
      language: '',
      country: '',
      time_zone: '',
      met_where: '',
    },
    ...{ met_on: '', introducer: '', source: '', note: '', tags: '' },
  };
  const called = (name ?? '').trim().slice(0, 200) || handle.slice(0, handle.indexOf('@'));
  const input = contactSchema.parse({ ...empty, name: called, met_how: 'wrote_first' });
  const kept = await createContact(writer, input, [{ channel: 'email', typed: handle }], { share: false });
  return kept.ok;
}
