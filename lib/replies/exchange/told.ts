import { z } from 'zod';
import { blankOr } from '@/lib/threads/form';
import { belonging, kindOf, logShape, sensible, talkChannels, type Log } from '@/lib/threads/log';
import { belongingHearing, hearingShape, outcomes, type HearingTold } from '../hearing';

/** How many turns one paste may hold. */
export const mostTurns = 300;

const turn = z
  .strictObject({ ...logShape, outcome: blankOr(z.enum(outcomes)) })
  .omit({ contactId: true, pitchId: true, answersId: true });

/** An exchange as the page sends it, oldest first. */
export const exchangeSchema = z.strictObject({
  contactId: z.uuid(),
  turns: z.array(turn).min(1).max(mostTurns),
});

export type ExchangeTold = z.infer<typeof exchangeSchema>;

/** One turn of an exchange: what is logged, and what came of it where it was a talk. */
export interface ExchangeTurn {
  readonly log: Log;
  readonly hearing: HearingTold | null;
}

/** Reads each turn as the form for one reads it; or says which turn (from 0) needs another look, and why. */
export function exchangeTurns({
  contactId,
  turns,
}: ExchangeTold): { ok: true; turns: ExchangeTurn[] } | { ok: false; at: number; reason: string } {
  const read: ExchangeTurn[] = [];
  for (const [at, { outcome, ...told }] of turns.entries()) {
    const talk = told.kind === 'talk';
    const channel = talk && !talkChannels.includes(told.channel) ? ('phone' as const) : told.channel;
    const whole = { ...told, contactId, channel, pitchId: null, answersId: null };
    const wrong = problemOf(whole) ?? (talk && outcome === null ? 'choose' : null);
    if (wrong) return { ok: false, at, reason: wrong };
    const hearing = talk && outcome !== null ? belongingHearing({ ...nothingHeard, outcome }) : null;
    read.push({ log: belonging(whole), hearing });
  }
  return { ok: true, turns: read };
}

const nothingHeard = z.object(hearingShape).parse({ outcome: 'other' });

function problemOf(told: Log): string | null {
  if (kindOf[told.kind] === 'human' && told.body === '') return 'empty';
  const read = z.object(logShape).superRefine(sensible).safeParse(told);
  return read.success ? null : (read.error.issues[0]?.message ?? 'unreadable');
}
