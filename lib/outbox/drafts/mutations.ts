import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { db } from '@/lib/db/client';
import { saysNothing, type Letter } from '../letter';

/** Keeps what was written, whatever the law says of sending it: one draft a contact and author. */
export async function keepDraft(writer: Writer, letter: Letter): Promise<void> {
  const authorId = writer.userId;
  const { contactId, addressId, pitchId, answersId, newFact, subject, body } = letter;
  const address = addressId
    ? await db().address.findFirst({ where: { id: addressId, contactId }, select: { channel: true } })
    : null;
  // Named one by one: a letter on its way encloses more than a draft keeps.
  const data = {
    ...{ pitchId, answersId, newFact, subject, body },
    addressId: address ? addressId : null,
    channel: address?.channel ?? null,
    updatedAt: systemClock.now(),
  };
  await db().draft.upsert({
    where: { contactId_authorId: { contactId, authorId } },
    create: { id: v7(), contactId, authorId, ...data },
    update: data,
    select: { id: true },
  });
}

/** The same while somebody types; where nothing is left of it, nothing is kept. */
export async function keepAsItStands(writer: Writer, letter: Letter): Promise<void> {
  await (saysNothing(letter) ? removeDraft(writer, letter.contactId) : keepDraft(writer, letter));
}

/** Throws the writer's draft to a contact away, if there is one. */
export async function removeDraft(writer: Writer, contactId: string): Promise<void> {
  await db().draft.deleteMany({ where: { contactId, authorId: writer.userId } });
}
