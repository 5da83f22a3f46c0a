import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { readAddress } from '@/lib/contacts/addresses';
import { contactSchema } from '@/lib/contacts/contact-form';
import { createContact } from '@/lib/contacts/mutations';
import { holderOf } from '@/lib/contacts/queries';
import { db } from '@/lib/db/client';
import type { HearingTold } from '../hearing';
import { guessDoor, nothingKnown } from '../newcomer';

/** Whom somebody named: as they put it, and the contact, where there is one. */
export interface Named {
  readonly named: string;
  readonly contactId: string | null;
}

export type Unnamed = 'referral_unknown' | 'referral_unreadable' | 'referral_retired';

/** Finds whom a reply names, among the contacts or by the address; somebody new is kept. Null where nobody was named. */
export async function whomTheyNamed(
  actor: Writer,
  { referral, referralId, referralAddress }: HearingTold,
): Promise<Named | null | Unnamed> {
  if (referralId) {
    const known = await db().contact.findUnique({ where: { id: referralId }, select: { name: true } });
    return known ? { named: referral ?? known.name, contactId: referralId } : 'referral_unknown';
  }
  if (!referral) return null;
  return referralAddress ? behind(actor, referral, referralAddress) : { named: referral, contactId: null };
}

async function behind(actor: Writer, named: string, typed: string): Promise<Named | Unnamed> {
  const channel = guessDoor(typed);
  const read = readAddress(channel, typed);
  if (!read.ok) return 'referral_unreadable';
  const holder = await holderOf(actor, channel, read.handle);
  if (holder) return holder.retired ? 'referral_retired' : { named, contactId: holder.id };
  const person = contactSchema.parse({ ...nothingKnown, name: named, organization: '' });
  const kept = await createContact(actor, person, [{ channel, typed }], { share: false });
  return kept.ok ? { named, contactId: kept.id } : 'referral_unreadable';
}
