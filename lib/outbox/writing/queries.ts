import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Explained } from '@/lib/gate/explained';
import { repliesOf, type ReplyFact } from '@/lib/gate/facts/queries';
import { decidedOn, explain, standingOf } from '@/lib/gate/queries';
import type { ContactStanding } from '@/lib/gate/standing';
import { choicesFrom, type Choices, type Chosen } from '../choices';
import { draftOf } from '../drafts/queries';

/** Everything the write page shows, for the choices made so far. */
export interface Writing {
  /** Where it stands for exactly this message. */
  readonly standing: ContactStanding;
  readonly explained: Explained;
  readonly choices: Choices;
  readonly replies: readonly ReplyFact[];
  readonly pitches: readonly { readonly id: string; readonly name: string }[];
  readonly draft: Awaited<ReturnType<typeof draftOf>>;
}

/** @throws EarshotError `not_found` when there is no such contact */
export async function writingTo(actor: Actor, contactId: string, chosen: Chosen): Promise<Writing> {
  const [natural, replies, pitches, draft] = await Promise.all([
    standingOf(actor, contactId),
    repliesOf(actor, contactId),
    db().pitch.findMany({
      where: { archivedAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    draftOf(actor, contactId),
  ]);
  const choices = choicesFrom(chosen, { standing: natural, replies, pitches, draft });
  const { address, pitchId, answers, newFact } = choices;
  const question = {
    ...{ contactId, pitchId, newFact, answersId: answers?.id ?? null },
    ...{ channel: address?.channel ?? 'email', addressId: address?.id ?? null },
  } as const;
  const { verdict, carried } = await decidedOn(actor, question);
  const explained = await explain(actor, contactId, verdict, question);
  return {
    standing: { ...natural, explained, answers, carried },
    explained,
    choices,
    replies,
    pitches,
    draft,
  };
}
