import 'server-only';
import { v7 } from 'uuid';
import type { Channel } from '@/generated/prisma/client';
import type { Owner, Writer } from '@/lib/auth/actor';
import { db, type Db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { doneUnlessImpossible, type Done } from '@/lib/errors/impossible';
import { record } from '@/lib/events/mutations';
import type { ReasonCode } from '../verdict';

/** "I looked there today": counts for everybody who would answer on that channel, for 24 hours, for this writer alone. */
export async function look(writer: Writer, channel: Channel): Promise<Done> {
  return inOne(async (tx) => {
    const id = v7();
    await tx.look.create({ data: { id, userId: writer.userId, channel }, select: { id: true } });
    await record(tx, writer, 'channel_looked_at', { subjectId: id, codes: { channel } });
  });
}

/** Gives a conversation to a colleague: whoever talked last may, and an owner. */
export async function handOver(
  writer: Writer,
  { contactId, toId, note }: { contactId: string; toId: string; note: string | null },
): Promise<Done> {
  return inOne(async (tx) => {
    const id = v7();
    const data = { id, contactId, toId, note, byId: writer.userId };
    await tx.handOver.create({ data, select: { id: true } });
    const codes = { handed_to: toId };
    await record(tx, writer, 'conversation_handed_over', { contactId, subjectId: id, codes, text: note });
  });
}

/** Gives a colleague everything that somebody talked in last. */
export async function handOverAll(
  owner: Owner,
  { fromId, toId, note }: { fromId: string; toId: string; note: string | null },
): Promise<Done> {
  return inOne(async (tx) => {
    const [given] = await tx.$queryRaw<{ count: number }[]>`
      SELECT law.hand_over_all(${fromId}::uuid, ${toId}::uuid, ${owner.userId}::uuid, ${note}) AS count`;
    const codes = { handed_to: toId, conversations: given?.count ?? 0 };
    await record(tx, owner, 'conversations_handed_over', { subjectId: fromId, codes, text: note });
  });
}

/** An exception as it is granted. */
export interface Granting {
  readonly contactId: string;
  readonly toId: string;
  /** Every reason in force, as whoever grants it has read them. */
  readonly reasons: readonly ReasonCode[];
  readonly newFact: string;
}

/** Lets somebody write once within 14 days although these reasons are in force. The law says who may grant what. */
export async function grantException(
  writer: Writer,
  { contactId, toId, reasons, newFact }: Granting,
): Promise<Done> {
  return inOne(async (tx) => {
    const id = v7();
    await tx.$executeRaw`
      INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id)
      VALUES (${id}::uuid, ${contactId}::uuid, ${[...reasons]}, ${newFact}, ${writer.userId}::uuid, ${toId}::uuid)`;
    const codes = { reasons, given_to: toId };
    await record(tx, writer, 'exception_granted', { contactId, subjectId: id, codes, text: newFact });
  });
}

/** Takes back what a retracted message closed, all at once. The law writes the event, with the reason. */
export async function withdrawClosers(owner: Owner, messageId: string, reason: string): Promise<Done> {
  return inOne(
    (tx) => tx.$executeRaw`SELECT law.withdraw(${messageId}::uuid, ${owner.userId}::uuid, ${reason})`,
  );
}

/** Names who speaks from now on for the organization that this no closed. The law writes the event. */
export async function nameSuccessor(owner: Owner, declineId: string, contactId: string): Promise<Done> {
  return inOne(
    (tx) =>
      tx.$executeRaw`SELECT law.name_successor(${declineId}::uuid, ${contactId}::uuid, ${owner.userId}::uuid)`,
  );
}

function inOne(work: (tx: Db) => Promise<unknown>): Promise<Done> {
  return doneUnlessImpossible(() =>
    withRetry(() => db().$transaction((tx) => work(tx), { timeout: 60_000 })),
  );
}
