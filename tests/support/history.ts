/**
 * A history: what happens to a small cast, step by step, said in the words of the glossary and
 * without any knowledge of tables. The model and the database each play the same history; the
 * test compares their answers after every step.
 *
 * Cast: contacts 0, 1, 2; organizations 0 and 1; contacts 0 and 1 begin at organization 0, contact 2
 * at none. Each contact holds one e-mail address (domain org0.example for 0 and 1, free.example for
 * 2) and one LinkedIn address. Pitches 0 and 1. Users: owner and member. The zone is UTC.
 * Messages are named by the number of the step that made them. Time starts on Monday, 2 March 2026, 09:00
 * UTC (START in tests/model/facts.ts), so that whole hours also meet midnight exactly.
 */
export type Who = 0 | 1 | 2;
export type Channel = 'email' | 'linkedin';
export type By = 'owner' | 'member';
export type Pitch = 0 | 1;
export type Outcome =
  'interested' | 'question' | 'later' | 'wrong_person' | 'declined' | 'opted_out' | 'other';
export type Scope = 'person' | 'this_pitch' | 'all_pitches' | 'organization';
export type Purpose = 'opening' | 'follow_up' | 'response' | 'thanks';

export type Step =
  /** Time passes. Whole hours, 1 to 5000. */
  | { do: 'pass'; hours: number }
  /** Somebody logs a message of theirs that was spoken `hoursAgo` (0 to 2000) before now. `dayOnly`: only its UTC day is known. */
  | {
      do: 'log_in';
      who: Who;
      channel: Channel;
      hoursAgo: number;
      dayOnly: boolean;
      kind: 'human' | 'auto_reply';
      inReplyTo?: number;
    }
  /** Somebody logs a message of ours. Never refused. */
  | {
      do: 'log_out';
      who: Who;
      channel: Channel;
      hoursAgo: number;
      dayOnly: boolean;
      pitch?: Pitch;
      answers?: number;
    }
  /** A person reads a reply and records its outcome. `untilHours`: a date they named, counted from now (may be negative), only with `later`; it acts at 00:00 UTC of the day it falls on. `scope` only with `declined`; `pitch` only with `this_pitch` and `wrong_person`. */
  | {
      do: 'hear';
      message: number;
      by: By;
      outcome: Outcome;
      scope?: Scope;
      pitch?: Pitch;
      untilHours?: number;
    }
  /** Somebody composes here and copies it out (channel linkedin) or queues it (email). May be refused. It is queued until settled, on both channels, and stands in the timeline at the moment it was composed, whenever it is settled. */
  | { do: 'send'; who: Who; by: By; channel: Channel; pitch?: Pitch; answers?: number; newFact: boolean }
  /** What became of a composed message still on its way. */
  | { do: 'settle'; message: number; as: 'accepted' | 'withdrawn' | 'uncertain' }
  /** The conversation is marked done. Possible only on our turn with nothing unheard. */
  | { do: 'done'; who: Who; by: By }
  /** We let somebody rest, for so many days from now. */
  | { do: 'rest'; who: Who; by: By; days: number }
  | { do: 'lift_rest'; who: Who; by: By }
  /** An address is suppressed by hand, or freed again by the owner. */
  | { do: 'suppress'; who: Who; channel: Channel }
  | { do: 'unsuppress'; who: Who; channel: Channel }
  /** A domain is suppressed (catches its subdomains too). */
  | { do: 'suppress_domain'; domain: 'org0.example' | 'free.example' | 'example' }
  /** The address is taken away from the contact (stays retired with it for ever). */
  | { do: 'retire'; who: Who; channel: Channel }
  /** A wrongly logged message is taken back. Composed messages cannot be. */
  | { do: 'retract'; message: number }
  /** The contact changes organization. */
  | { do: 'move'; who: Who; to: 0 | 1 | null };

/** What the house answers to one step. `impossible`: the step makes no sense now (hearing of an own message, done on their turn, settling twice, hearing again by another member within the rules of case 4, …); nothing changes. */
export type Answer =
  { is: 'done' } | { is: 'impossible' } | { is: 'refused'; purpose: Purpose; reasons: string[] };

/** A question about a message that nobody sends: "may I write?". */
export type Question = {
  who: Who;
  channel: Channel;
  by: By;
  pitch?: Pitch;
  answers?: number;
  newFact: boolean;
};
export type Verdict = {
  allowed: boolean;
  purpose: Purpose;
  /** codes, in the order of the law, without doubles */ reasons: string[];
};

export type Policy = { followUpsNeverAnswered: 0 | 1 | 2; followUpsInConversation: 0 | 1 | 2 };

/** What both sides offer. The model answers at once, the database with a promise. */
export interface House {
  play(step: Step, at: number): Answer | Promise<Answer>;
  ask(question: Question): Verdict | Promise<Verdict>;
  /** Whose turn it is, how many replies are unheard, how many turn-taking messages of ours stand unanswered. */
  standing(who: Who): Standing | Promise<Standing>;
}
export type Standing = {
  turn: 'ours' | 'theirs' | 'nobody';
  unheard: number;
  unanswered: number;
  owed: number;
};
