import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Explained } from '@/lib/gate/explained';
import { repliesOf, type ReplyFact } from '@/lib/gate/facts/queries';
import { decidedOn, explain, standingOf, verdictOn, type Question } from '@/lib/gate/queries';
import { refusalOf } from '@/lib/gate/refusal';
import type { ContactStanding } from '@/lib/gate/standing';
import type { Finding } from '@/lib/manners/finding';
import { choicesFrom, type Choices, type Chosen } from '../choices';
import { draftOf } from '../drafts/queries';
import type { Letter } from '../letter';
import { acquaintance, judged, type Acquaintance } from '../manners/queries';
import { templatesFor, type KeptTemplate } from '../templates/queries';

/** Everything the write page shows, for the choices made so far. */
export interface Writing {
  /** Where it stands for exactly this message. */
  readonly standing: ContactStanding;
  readonly explained: Explained;
  readonly choices: Choices;
  /** What the law was asked. */
  readonly question: Question;
  readonly replies: readonly ReplyFact[];
  readonly pitches: readonly { readonly id: string; readonly name: string }[];
  readonly draft: Awaited<ReturnType<typeof draftOf>>;
  readonly known: Acquaintance;
  readonly templates: readonly KeptTemplate[];
  readonly organization: string | null;
}

/** @throws EarshotError `not_found` when there is no such contact */
export async function writingTo(actor: Writer, contactId: string, chosen: Chosen): Promise<Writing> {
  const [natural, replies, pitches, draft, known, templates, contact] = await Promise.all([
    standingOf(actor, contactId),
    repliesOf(actor, contactId),
    db().pitch.findMany({
      where: { archivedAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    draftOf(actor, contactId),
    acquaintance(actor, contactId),
    templatesFor(actor),
    db().contact.findUnique({
      where: { id: contactId },
      select: { organization: { select: { name: true } } },
    }),
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
    ...{ choices, question },
    replies,
    pitches,
    ...{ draft, known, templates },
    organization: contact?.organization?.name ?? null,
  };
}

/** What manners say of a letter as it is written: the law says what it would be. */
export async function foundIn(writer: Writer, letter: Letter): Promise<readonly Finding[]> {
  const { contactId, addressId, pitchId, answersId, subject, body, newFact } = letter;
  const [known, address] = await Promise.all([
    acquaintance(writer, contactId),
    addressId
      ? db().address.findFirst({ where: { id: addressId, contactId }, select: { channel: true } })
      : null,
  ]);
  const channel = address?.channel ?? 'in_person';
  const question = { contactId, channel, addressId, pitchId, answersId, newFact: Boolean(newFact) };
  const verdict = await verdictOn(writer, question).catch((error: unknown) => {
    // What cannot be sent at all is told when somebody tries.
    if (refusalOf(error)) return null;
    throw error;
  });
  if (!verdict) return [];
  const { purpose } = verdict;
  const leaving = { contactId, channel, purpose, carriesPitch: pitchId !== null };
  return (await judged(writer, { ...leaving, draft: { subject, body, newFact } }, known)).found;
}
