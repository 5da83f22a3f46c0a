import type { Channel } from '@/generated/prisma/client';
import type { Explained, ExplainedReason } from './explained';
import { lookedAt } from './listening';
import type { Purpose, ReasonCode, Warning } from './verdict';

/** One lawful thing to do instead. Those that name a row can be a link or a button. */
export type NextAct =
  | { readonly act: 'listen' | 'answer' | 'thank'; readonly messageId: string }
  | { readonly act: 'lift_rest'; readonly restId: string }
  | { readonly act: 'look'; readonly channels: readonly Channel[] }
  | { readonly act: 'ask_colleague'; readonly from: string | null }
  | { readonly act: 'wait_until'; readonly until: Date }
  | { readonly act: 'wait_for_word'; readonly from: string | null }
  | { readonly act: 'without_pitch' | 'other_address' | 'say_news' }
  | { readonly act: 'read_mailbox' | 'catch_up' | 'answer_others' };

type Find = (told: ExplainedReason, purpose: Purpose, at: Date) => NextAct;

const waiting: Find = ({ reason: { until }, speaker }) =>
  until ? { act: 'wait_until', until } : { act: 'wait_for_word', from: speaker };

// A reason without a lawful next act does not compile.
const nextActs = {
  opted_out: waiting,
  suppressed: () => ({ act: 'other_address' }),
  not_their_address: () => ({ act: 'other_address' }),
  declined: (told, purpose, at) => {
    const { scope } = told.reason;
    const onlyThePitch = scope === 'all_pitches' ? purpose !== 'follow_up' : purpose === 'response';
    const isAboutPitches = scope === 'all_pitches' || scope === 'this_pitch';
    return isAboutPitches && onlyThePitch ? { act: 'without_pitch' } : waiting(told, purpose, at);
  },
  wrong_person: (told, purpose, at) =>
    purpose === 'response' ? { act: 'without_pitch' } : waiting(told, purpose, at),
  resting: (told, purpose, at) => {
    const { said_by, id, needs_new_fact } = told.reason;
    if (said_by === 'us' && id) return { act: 'lift_rest', restId: id };
    return needs_new_fact ? { act: 'say_news' } : waiting(told, purpose, at);
  },
  unheard_reply: (told, purpose, at) =>
    told.reason.message_id
      ? { act: 'listen', messageId: told.reason.message_id }
      : waiting(told, purpose, at),
  response_owed: (told, purpose, at) =>
    told.reason.message_id
      ? { act: 'answer', messageId: told.reason.message_id }
      : waiting(told, purpose, at),
  awaiting_reply: (told, purpose, at) => {
    const { until, needs_new_fact } = told.reason;
    return needs_new_fact && until && until <= at ? { act: 'say_news' } : waiting(told, purpose, at);
  },
  invitation_needed: () => ({ act: 'without_pitch' }),
  recently_ended: waiting,
  colleague_in_conversation: ({ colleague }) => ({ act: 'ask_colleague', from: colleague }),
  listening_debt: ({ reason: { people = 0 } }) => ({ act: people > 0 ? 'catch_up' : 'answer_others' }),
  deaf: ({ reason }) => {
    const channels = lookedAt(reason);
    return channels.length > 0 ? { act: 'look', channels } : { act: 'read_mailbox' };
  },
} satisfies Record<ReasonCode, Find>;

/** The lawful next act for one reason. */
export function nextAct(told: ExplainedReason, purpose: Purpose, at: Date): NextAct {
  return nextActs[told.reason.code](told, purpose, at);
}

const rank: Record<NextAct['act'], number> = {
  listen: 0,
  answer: 1,
  thank: 2,
  look: 3,
  catch_up: 4,
  answer_others: 5,
  lift_rest: 6,
  without_pitch: 7,
  say_news: 8,
  other_address: 9,
  ask_colleague: 10,
  read_mailbox: 11,
  wait_until: 12,
  wait_for_word: 13,
};

/** What one may do about the warnings beside a message that may leave: look where an answer would arrive. */
export function insteadOfWarning(warnings: readonly Warning[]): NextAct | undefined {
  const channels = warnings.flatMap((warning) => (warning.code === 'deaf' ? lookedAt(warning) : []));
  return channels.length > 0 ? { act: 'look', channels } : undefined;
}

/** What may be done instead of a refused message, each kind once; what one can do at once comes first. */
export function insteadOf({ verdict, reasons }: Explained): NextAct[] {
  const all = reasons.map((told) => nextAct(told, verdict.purpose, verdict.at));
  const once = all.filter(({ act }, at) => all.findIndex((other) => other.act === act) === at);
  return once.sort((a, b) => rank[a.act] - rank[b.act]);
}
