/**
 * A history: what happens to a small cast, step by step, said in the words of the glossary and
 * without any knowledge of tables. The model and the database each play the same history; the
 * test compares their answers after every step. The readings stand in docs/decisions/0006 and 0010.
 *
 * Contacts 0 and 1 begin at organization 0, contact 2 at none; contact 3 is unknown until it appears.
 * Each holds an e-mail address (domain org0.example for 0 and 1, free.example for 2), a LinkedIn
 * address, and one telephone number, which is its `phone` and its `whatsapp` address: one door. All
 * are of `unknown` origin. Organizations 0 and 1 list no domain of their own until `own_domain`.
 * Pitches 0 and 1. Users: owner (an owner), member and colleague (members); owner and member have a mailbox,
 * never read yet; colleague has none. Mailboxes, users and contacts 0 to 2 were created at START. The zone is UTC.
 *
 * Messages, grants and referrals are named by the number of the step that made them. Time starts on
 * Monday, 2 March 2026, 09:00 UTC (START in tests/model/facts.ts), so that whole hours also meet midnight exactly.
 * Whatever concerns a contact that has not appeared or was merged away, or is done by a closed account, is impossible.
 */
export type Who = 0 | 1 | 2 | 3;
export type Channel = 'email' | 'linkedin' | 'phone' | 'whatsapp' | 'in_person';
export type By = 'owner' | 'member' | 'colleague';
export type Pitch = 0 | 1;
export type Organization = 0 | 1;
export type Domain = 'org0.example' | 'org1.example' | 'free.example';
export type Outcome =
  'interested' | 'question' | 'later' | 'wrong_person' | 'declined' | 'opted_out' | 'other';
export type Scope = 'person' | 'this_pitch' | 'all_pitches' | 'organization';
export type Purpose = 'opening' | 'follow_up' | 'response' | 'thanks';
export type Mark = 'breach' | 'crossed' | 'history' | 'answered_elsewhere';
/** In the order of the law: what lasts longest first. */
export type Reason =
  | 'opted_out'
  | 'suppressed'
  | 'not_their_address'
  | 'declined'
  | 'wrong_person'
  | 'resting'
  | 'unheard_reply'
  | 'response_owed'
  | 'awaiting_reply'
  | 'invitation_needed'
  | 'recently_ended'
  | 'colleague_in_conversation'
  | 'listening_debt'
  | 'deaf';

/** What a hearing records. `untilHours`: a date they named, counted from now (may be negative), only with `later`; it acts at 00:00 UTC of the day it falls on. `scope` only with `declined`; `pitch` only with `this_pitch` and `wrong_person`. `refers`: they named somebody else to write to (not with `opted_out`, never the speaker); the referral is named by this step. */
export type Heard = {
  outcome: Outcome;
  scope?: Scope;
  pitch?: Pitch;
  untilHours?: number;
  refers?: Who;
};

/** What a message of ours says besides. `nothingToAnswer` not together with a pitch or a promise. `promisedDays` (0 to 60): a promise for the UTC day so many days after today, only with `answers`. */
export type Said = { pitch?: Pitch; answers?: number; nothingToAnswer?: boolean; promisedDays?: number };

/** A message somebody wants to write. `at`: whose handle it goes to (as the cast began), own where it is not said. `exception` and `referral` name the step that made them. */
export type Wish = {
  who: Who;
  by: By;
  channel: Channel;
  at?: Who;
  pitch?: Pitch;
  answers?: number;
  newFact: boolean;
  exception?: number;
  referral?: number;
};

type Talking =
  /** Somebody logs (or their mailbox brings: `synced`, e-mail only, `by` has a mailbox) a message of theirs that was spoken `hoursAgo` (0 to 2000) before now. `dayOnly`: only its UTC day is known. `by` is the owner where it is not said. `heard`: logged as already heard, by the same user (human only). A `complaint` stops at once; `connection`: they accepted a request. */
  | {
      do: 'log_in';
      who: Who;
      by?: By;
      source?: 'logged' | 'synced';
      channel: Channel;
      hoursAgo: number;
      dayOnly: boolean;
      kind: 'human' | 'auto_reply' | 'complaint' | 'connection';
      inReplyTo?: number;
      heard?: Heard;
    }
  /** Somebody logs a message of ours (or their mailbox brings it: they wrote from their own mail program), whose author is `by`. Never refused. `connection`: a request without a note (neither pitch nor answer). */
  | ({
      do: 'log_out';
      who: Who;
      by?: By;
      source?: 'logged' | 'synced';
      kind?: 'human' | 'connection';
      channel: Channel;
      hoursAgo: number;
      dayOnly: boolean;
    } & Said)
  /** A person reads a reply and records its outcome. */
  | ({ do: 'hear'; message: number; by: By } & Heard)
  /** Somebody composes here and copies it out or queues it (email). May be refused. Impossible in person. It is queued until settled, on all channels, and stands in the timeline at the moment it was composed, whenever it is settled. */
  | ({ do: 'send' } & Wish & Said)
  /** What became of a composed message still on its way; `bounced` (e-mail only: hard) also after it was accepted, and it suppresses the address. */
  | {
      do: 'settle';
      message: number;
      as: 'accepted' | 'withdrawn' | 'uncertain' | 'failed' | 'bounced';
    }
  /** The conversation is marked done. Possible only on our turn with nothing unheard. */
  | { do: 'done'; who: Who; by: By }
  /** A wrongly logged or synced message is taken back. Composed messages cannot be. */
  | { do: 'retract'; message: number }
  /** Retraction of a human message and a new row that names the old one: same contact, direction, channel, address, author, source and same message named; time and pitch (outbound) are said anew. Unheard. */
  | { do: 'correct'; message: number; hoursAgo: number; dayOnly: boolean; pitch?: Pitch };

type Closing =
  /** We let somebody rest, for so many days from now. */
  | { do: 'rest'; who: Who; by: By; days: number }
  | { do: 'lift_rest'; who: Who; by: By }
  /** An address is suppressed by hand, or freed again by the owner. The two telephone channels are one door. */
  | { do: 'suppress'; who: Who; channel: Exclude<Channel, 'in_person'> }
  | { do: 'unsuppress'; who: Who; channel: Exclude<Channel, 'in_person'> }
  /** A domain is suppressed (catches its subdomains and later addresses too), or freed by the owner. */
  | { do: 'suppress_domain'; domain: Domain | 'example' }
  | { do: 'unsuppress_domain'; domain: Domain | 'example' }
  /** The address is taken away from the contact (stays retired with it for ever). */
  | { do: 'retire'; who: Who; channel: Exclude<Channel, 'in_person'> }
  /** Somebody records by hand that they asked never to be written to again. */
  | { do: 'opt_out'; who: Who; by: By }
  /** The owner quotes words of theirs (this reply) that ask us to write: every opt-out it was spoken after is lifted. */
  | { do: 'lift_opt_out'; by: By; message: number }
  /** The owner takes back, with a reason, the closers heard in a message that was retracted. */
  | { do: 'withdraw'; by: By; message: number }
  /** The owner names who speaks from now on for the organization whose no was heard in this message. */
  | { do: 'succeed'; by: By; message: number; who: Who };

type Listening =
  /** The mailbox of this user is read to its end. */
  | { do: 'read_mailbox'; by: By }
  /** "I looked there": for all contacts of that channel. */
  | { do: 'look'; by: By; channel: Exclude<Channel, 'in_person'> }
  /** Every open mailbox is read to its end and every user with an open account looks on every channel. */
  | { do: 'listen_everywhere' }
  | { do: 'open_mailbox'; by: By }
  /** So many (1 to 6) new contacts outside the cast, at no organization, each with an e-mail address at crowd.example and nothing else, were written to by this user an hour ago (logged now by them), and have answered just now (logged too): unheard. */
  | { do: 'crowd_writes'; to: By; people: number }
  /** This user hears everything unheard of everybody outside the cast, as `other`. */
  | { do: 'crowd_is_heard'; by: By };

type Keeping =
  /** The one in conversation, or an owner, gives it to somebody else. */
  | { do: 'hand_over'; who: Who; by: By; to: By }
  /** An account is closed, by an owner; `to` takes over every conversation it talked in last. Never that of the only owner. */
  | { do: 'close_account'; user: By; to?: By }
  /** A role is changed. There is always an owner. */
  | { do: 'appoint'; user: By; as: 'owner' | 'member' }
  /** An exception for one contact and one writer, naming reasons, with a new fact. */
  | { do: 'grant'; who: Who; by: By; to: By; reasons: Reason[] }
  | {
      do: 'set_policy';
      followUpsNeverAnswered?: 0 | 1 | 2;
      followUpsInConversation?: 0 | 1 | 2;
      invitationNeeded?: Policy['invitationNeeded'];
    }
  /** How we met; `named`: with the place (in person, event) or the introducer (introduced). */
  | { do: 'met'; who: Who; how: MetHow; named: boolean }
  /** The contact changes organization. */
  | { do: 'move'; who: Who; to: Organization | null }
  /** The organization lists a domain as its own, once for all. */
  | { do: 'own_domain'; organization: Organization; domain: 'org0.example' | 'org1.example' }
  /** Contact 3 becomes known, now, with an e-mail address at this domain. Once. */
  | { do: 'appear'; who: 3; domain: Domain; organization: Organization | null }
  /** `from` was the same person as `into`, which stays. Impossible while both have a message on its way. */
  | { do: 'merge'; from: Who; into: Who };

export type Step =
  /** Time passes. Whole hours, 1 to 5000. */
  { do: 'pass'; hours: number } | Talking | Closing | Listening | Keeping;

export type MetHow = 'unknown' | 'in_person' | 'event' | 'introduced' | 'wrote_first' | 'found';

/** What the house answers to one step. `impossible`: the step makes no sense now (hearing of an own message, done on their turn, settling twice, hearing again by another member within the rules of case 4, …) or is not for this user; nothing changes. */
export type Answer =
  { is: 'done' } | { is: 'impossible' } | { is: 'refused'; purpose: Purpose; reasons: Reason[] };

/** A question about a message that nobody sends: "may I write?". */
export type Question = Wish;
export type Verdict = {
  allowed: boolean;
  purpose: Purpose;
  /** codes, in the order of the law, without doubles */ reasons: Reason[];
  /** codes that would be said and do not refuse, in the same order: `invitation_needed` where policy warns, `deaf` for a response */ warnings: Reason[];
};

export type Policy = {
  followUpsNeverAnswered: 0 | 1 | 2;
  followUpsInConversation: 0 | 1 | 2;
  invitationNeeded: 'off' | 'warn' | 'block';
};

/** What both sides offer. The model answers at once, the database with a promise. */
export interface House {
  play(step: Step, at: number): Answer | Promise<Answer>;
  ask(question: Question): Verdict | Promise<Verdict>;
  /** Whose turn it is, how many replies are unheard, how many turn-taking messages of ours stand unanswered, who is in conversation. */
  standing(who: Who): Standing | Promise<Standing>;
  /** Of a logged or synced human message of ours, judged at its own time; null for any other message. */
  mark(message: number): Mark | null | Promise<Mark | null>;
  /** The law asked again about a queued message, leaving out its own row; null if it is not queued. */
  mayLeave(message: number): Verdict | null | Promise<Verdict | null>;
}
export type Standing = {
  turn: 'ours' | 'theirs' | 'nobody';
  unheard: number;
  unanswered: number;
  owed: number;
  holder: By | null;
};

/** Whether something happened that may judge messages of others anew, whose marks are not written at once. */
export function concernsMany(steps: readonly Step[]): boolean {
  const wide: readonly Step['do'][] = ['move', 'own_domain', 'set_policy', 'open_mailbox', 'appear'];
  return steps.some((step) => {
    const heard = 'heard' in step ? step.heard : step;
    const isForAll = heard !== undefined && 'scope' in heard && heard.scope === 'organization';
    return wide.includes(step.do) || isForAll;
  });
}
