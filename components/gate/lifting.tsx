import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { membersOf } from '@/lib/auth/team/queries';
import { exceptable } from '@/lib/gate/lifting/forms';
import { conversationWith, reasonsFor, type Conversation } from '@/lib/gate/lifting/queries';
import { doorAsked, type ContactStanding } from '@/lib/gate/standing';
import type { ReasonCode } from '@/lib/gate/verdict';
import { HandOverConversation } from './hand-over-conversation';
import { MakeException } from './make-exception';

interface LiftingProps {
  actor: Actor;
  standing: ContactStanding;
}

/** What the team may do about a refusal that is its own to lift: hand the conversation over, or make an exception. */
export async function Lifting({ actor, standing }: LiftingProps) {
  if (!mayWrite(actor)) return null;
  const { contactId, name, verdict, reasons } = standing.explained;
  const [conversation, members] = await Promise.all([conversationWith(actor, contactId), membersOf(actor)]);
  const writers = members.filter(({ role }) => role !== 'reader');
  const isOwn = conversation?.userId === actor.userId;
  const takers = writers.filter(({ id }) => id !== conversation?.userId);
  const mayGive = conversation !== null && takers.length > 0 && (isOwn || mayOwn(actor));
  const refused = !verdict.allowed || standing.carried.exception !== null;
  const owners = members.filter(({ role }) => role === 'owner');
  const others = writers.filter(({ id }) => id !== actor.userId || owners.length === 1);
  const to = await excepted(actor, { standing, conversation, refused }, mayOwn(actor) ? others : takers);
  const organization = reasons.find((one) => one.organization)?.organization ?? '';
  return (
    <div className="-mt-3 max-w-[560px] space-y-2 pb-8 empty:hidden">
      {mayGive && <HandOverConversation {...{ contactId, name, conversation, isOwn }} to={takers} />}
      {to.length > 0 && (
        <MakeException {...{ contactId, name, organization, to }} byColleague={!mayOwn(actor)} />
      )}
    </div>
  );
}

interface Asked {
  readonly standing: ContactStanding;
  readonly conversation: Conversation | null;
  readonly refused: boolean;
}

interface Writer {
  readonly id: string;
  readonly name: string;
}

// Everything in force for each must be named: one's own conversation keeps nobody but others away. Whom nothing refuses
// needs no exception, and where one of the reasons never has one, there is none.
async function excepted(
  actor: Actor,
  { standing, conversation, refused }: Asked,
  writers: readonly Writer[],
): Promise<(Writer & { readonly reasons: readonly ReasonCode[] })[]> {
  const isTheirs = conversation?.userId === actor.userId && conversation.keepsOthersAway;
  if (!mayOwn(actor))
    return isTheirs
      ? writers.map((one) => ({ ...one, reasons: ['colleague_in_conversation'] as const }))
      : [];
  if (!refused && !isTheirs) return [];
  const asked = { contactId: standing.explained.contactId, ...doorAsked(standing.doors) };
  const each = await Promise.all(
    writers.map(async ({ id, name }) => ({ id, name, reasons: await reasonsFor(actor, asked, [id]) })),
  );
  return each.filter(
    ({ reasons }) => reasons.length > 0 && reasons.every((code) => exceptable.includes(code)),
  );
}
