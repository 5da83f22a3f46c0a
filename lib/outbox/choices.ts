import { z } from 'zod';
import type { Explained } from '@/lib/gate/explained';
import type { DoorFact, ReplyFact } from '@/lib/gate/facts/queries';
import { isOpen, type ContactStanding } from '@/lib/gate/standing';

/** What somebody chose for a message, in the address of the write page. Empty means none, absent means not chosen. */
const one = z.string().max(60).optional().catch(undefined);
export const chosenSchema = z.object({
  address: one,
  channel: one,
  pitch: one,
  answers: one,
  fact: one,
  thanks: one,
  copied: one,
});

export type Chosen = z.infer<typeof chosenSchema>;

/** What a message is about to be. */
export interface Choices {
  readonly address: DoorFact | null;
  readonly pitchId: string | null;
  readonly answers: ReplyFact | null;
  readonly newFact: boolean;
  readonly thanks: boolean;
}

/** Whether the law lets exactly this message go, and there is somewhere for it to go. */
export function mayLeave(written: {
  readonly explained: Pick<Explained, 'verdict'>;
  readonly choices: Pick<Choices, 'address'>;
}): boolean {
  return written.explained.verdict.allowed && written.choices.address !== null;
}

interface Known {
  readonly standing: ContactStanding;
  readonly replies: readonly ReplyFact[];
  readonly pitches: readonly { readonly id: string }[];
  readonly draft: Kept | null;
}

interface Kept {
  readonly addressId: string | null;
  readonly pitchId: string | null;
  readonly answersId: string | null;
  readonly newFact: string | null;
}

/** What was chosen; where nothing was, what the draft says; where there is none, what is natural now. */
export function choicesFrom(chosen: Chosen, { standing, replies, pitches, draft }: Known): Choices {
  const thanks = chosen.thanks === '1';
  const natural = thanks ? standing.thankFor : (standing.answers?.id ?? null);
  const answersId = chosen.answers ?? (thanks ? natural : (draft?.answersId ?? natural));
  const pitchId = thanks ? null : (chosen.pitch ?? draft?.pitchId ?? null);
  const answers = replies.find(({ id }) => id === answersId) ?? null;
  const newFact = chosen.fact === undefined ? Boolean(draft?.newFact) : chosen.fact === '1';
  return {
    address: doorFor(standing.doors, { ...chosen, kept: draft?.addressId, answers }),
    pitchId: pitches.some(({ id }) => id === pitchId) ? pitchId : null,
    ...{ answers, newFact, thanks },
  };
}

interface Wanted extends Pick<Chosen, 'address' | 'channel'> {
  readonly kept: string | null | undefined;
  readonly answers: ReplyFact | null;
}

// A closed address is offered only when it was chosen, so that one can read why it is closed.
function doorFor(doors: readonly DoorFact[], { address, channel, kept, answers }: Wanted): DoorFact | null {
  const named = doors.find(({ id }) => id === address);
  if (named) return named;
  const open = doors.filter(isOpen);
  const wanted = channel ?? null;
  return (
    open.find((door) => wanted !== null && door.channel === wanted) ??
    open.find(({ id }) => id === kept) ??
    open.find((door) => door.channel === answers?.channel) ??
    open[0] ??
    doors[0] ??
    null
  );
}
