import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { readAddress } from '@/lib/contacts/addresses';
import { contactSchema } from '@/lib/contacts/contact-form';
import { addAddress, createContact } from '@/lib/contacts/mutations';
import { holderOf } from '@/lib/contacts/queries';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { orImpossible, type Impossible } from '@/lib/threads/impossible';
import type { HearingTold } from '../hearing';
import { guessDoor, nothingKnown } from '../newcomer';
import { namedAloneIn } from './queries';

/** Whom somebody named: as they put it, and the contact, where there is one. */
export interface Named {
  readonly named: string;
  readonly contactId: string | null;
}

export type Unnamed = 'referral_unknown' | 'referral_unreadable' | 'referral_retired' | 'referral_of_another';

/**
 * Finds whom a reply names, among the contacts or by the address; somebody new is kept, and an address told with somebody
 * known is added to theirs. Null where nobody was named.
 */
export async function whomTheyNamed(
  actor: Writer,
  { referral, referralId, referralAddress }: Pick<HearingTold, 'referral' | 'referralId' | 'referralAddress'>,
): Promise<Named | null | Unnamed> {
  if (referralId) {
    const known = await db().contact.findUnique({ where: { id: referralId }, select: { name: true } });
    if (!known) return 'referral_unknown';
    const wrong = referralAddress ? await addedTo(actor, referralId, referralAddress) : null;
    return wrong ?? { named: referral ?? known.name, contactId: referralId };
  }
  if (!referral) return null;
  return referralAddress ? behind(actor, referral, referralAddress) : { named: referral, contactId: null };
}

const unlinked = ['only_replies_refer', 'contact_unknown'] as const;

type Unlinked = (typeof unlinked)[number] | Unnamed | 'nobody_named';

/**
 * Says which contact was meant by somebody who was named by name alone; somebody new is kept. The law lets only
 * whoever heard the reply say so, or an owner, while that hearing counts.
 */
export async function linkReferral(
  actor: Writer,
  messageId: string,
  told: { readonly id: string; readonly referralId: string | null; readonly referralAddress: string | null },
): Promise<{ ok: true } | Impossible<Unlinked>> {
  const alone = (await namedAloneIn(actor, messageId)).find(({ id }) => id === told.id);
  if (!alone) return { ok: false, reason: 'referral_unknown' };
  const named = await whomTheyNamed(actor, { ...told, referral: alone.named });
  if (typeof named === 'string') return { ok: false, reason: named };
  if (!named?.contactId) return { ok: false, reason: 'nobody_named' };
  const { contactId } = named;
  const work = () =>
    db().$executeRaw`SELECT law.link_referral(${alone.id}::uuid, ${contactId}::uuid, ${actor.userId}::uuid)`;
  return orImpossible(
    withRetry(work).then(() => ({ ok: true as const })),
    unlinked,
  );
}

async function behind(actor: Writer, named: string, typed: string): Promise<Named | Unnamed> {
  const door = doorIn(typed);
  if (!door) return 'referral_unreadable';
  const holder = await holderOf(actor, door.channel, door.handle);
  if (holder) return holder.retired ? 'referral_retired' : { named, contactId: holder.id };
  const person = contactSchema.parse({ ...nothingKnown, name: named, organization: '' });
  const kept = await createContact(actor, person, [{ channel: door.channel, typed }], { share: false });
  return kept.ok ? { named, contactId: kept.id } : 'referral_unreadable';
}

async function addedTo(actor: Writer, contactId: string, typed: string): Promise<Unnamed | null> {
  const door = doorIn(typed);
  if (!door) return 'referral_unreadable';
  const holder = await holderOf(actor, door.channel, door.handle);
  if (holder?.retired) return 'referral_retired';
  if (holder) return holder.id === contactId ? null : 'referral_of_another';
  const added = await addAddress(actor, contactId, { channel: door.channel, typed }, { share: false });
  return added.ok ? null : 'referral_unreadable';
}

// What is no address by its look is a slip of the pen: kept as one it would lead nowhere.
function doorIn(typed: string) {
  const channel = guessDoor(typed);
  if (channel === 'other') return null;
  const read = readAddress(channel, typed);
  return read.ok ? { channel, handle: read.handle } : null;
}
