import type {
  By,
  Channel,
  MetHow,
  Organization,
  Outcome,
  Pitch,
  Policy,
  Purpose,
  Reason,
  Scope,
} from '../support/history';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A Monday, 09:00 UTC: on a whole hour, so that histories also meet midnight exactly. */
export const START = Date.UTC(2026, 2, 2, 9);

/** One of the cast, or, from 100 on, one of the crowd. */
export type Person = number;

/** When something was recorded, and in which order. */
export type Stamp = { at: number; seq: number };

export type Position = { moment: number; depth: number; seq: number };

export type Message = {
  id: number;
  who: Person;
  direction: 'inbound' | 'outbound';
  source: 'composed' | 'logged' | 'synced';
  kind: 'human' | 'auto_reply' | 'complaint' | 'connection';
  channel: Channel;
  /** Its author, or who logged what they said. */
  by: By;
  /** Whose handle it went to or came from, as the cast began. */
  at: Person;
  /** First instant of the UTC day it was spoken on. */
  day: number;
  dayOnly: boolean;
  position: Position;
  recordedAt: number;
  pitch: Pitch | null;
  /** What it answers or replies to. */
  names: Message | null;
  nothingToAnswer: boolean;
  /** 00:00 UTC of the day a promise was for. */
  promised: number | null;
  newFact: boolean;
  exception: number | null;
  referral: number | null;
  /** What the law took it for when it was composed here. */
  purpose: Purpose | null;
  /** Null for a logged message, which needs no outbox. */
  outbox: 'queued' | 'accepted' | 'uncertain' | 'withdrawn' | 'failed' | null;
  /** When a composed message gave the turn back. */
  givenBack: Stamp | null;
  retracted: Stamp | null;
  correctedBy: Message | null;
  /** The last hearing, which is the one that counts. It outlives a retraction: closers stay. */
  hearing: Hearing | null;
};

export type Hearing = {
  /** The step that made it, by which its referral is named. */
  id: number;
  reply: Message;
  by: By;
  outcome: Outcome;
  scope: Scope;
  /** The pitch a no is about: named, or the conversation's when it was heard. */
  pitch: Pitch | null;
  /** Where the speaker belonged when an organization's no was heard. */
  organization: Organization | null;
  /** 00:00 UTC of a named day. */
  date: number | null;
  refers: Person | null;
  recordedAt: number;
  seq: number;
  /** Of what it closed. */
  withdrawn: Stamp | null;
  /** Of the opt-out it recorded. */
  lifted: Stamp | null;
  successors: (Stamp & { who: Person })[];
};

/** A stop that no hearing recorded. */
export type Stop = {
  who: Person;
  /** The complaint, or null where it was recorded by hand. */
  words: Message | null;
  recorded: Stamp;
  lifted: Stamp | null;
};

export type Ending = { who: Person; recordedAt: number; seq: number };
export type OwnRest = {
  who: Person;
  until: number;
  recordedAt: number;
  seq: number;
  lifted: Stamp | null;
};
export type Suppression = { door: string; recorded: Stamp; lifted: Stamp | null };
export type HandOver = { who: Person; to: By; recorded: Stamp };
export type Grant = {
  id: number;
  who: Person;
  to: By;
  reasons: readonly Reason[];
  recordedAt: number;
  seq: number;
};
export type Look = { by: By; channel: Channel; at: number };
export type User = {
  role: 'owner' | 'member';
  open: boolean;
  mailbox: { openedAt: number; readAt: number | null } | null;
};
export type Contact = {
  organization: Organization | null;
  met: { how: MetHow; named: boolean };
  createdAt: number;
  domain: string;
  inCast: boolean;
  mergedInto: Person | null;
};

/** Everything that was recorded, in the order of recording. */
export type Facts = {
  now: number;
  seq: number;
  policy: Policy;
  users: Record<By, User>;
  contacts: Map<Person, Contact>;
  ownDomains: Map<string, Organization>;
  messages: Message[];
  hearings: Hearing[];
  stops: Stop[];
  endings: Ending[];
  ownRests: OwnRest[];
  suppressions: Suppression[];
  retired: Set<string>;
  handOvers: HandOver[];
  grants: Grant[];
  looks: Look[];
};

export const everyUser = ['owner', 'member', 'colleague'] as const;

export function noFacts(policy: Policy): Facts {
  const mailbox = () => ({ openedAt: START, readAt: null });
  return {
    now: START,
    seq: 0,
    policy: { ...policy },
    users: {
      owner: { role: 'owner', open: true, mailbox: mailbox() },
      member: { role: 'member', open: true, mailbox: mailbox() },
      colleague: { role: 'member', open: true, mailbox: null },
    },
    contacts: new Map([
      [0, newContact(START, 'org0.example', 0)],
      [1, newContact(START, 'org0.example', 0)],
      [2, newContact(START, 'free.example', null)],
    ]),
    ownDomains: new Map(),
    messages: [],
    hearings: [],
    stops: [],
    endings: [],
    ownRests: [],
    suppressions: [],
    retired: new Set(),
    handOvers: [],
    grants: [],
    looks: [],
  };
}

export function newContact(
  createdAt: number,
  domain: string,
  organization: Organization | null,
  inCast = true,
): Contact {
  return { organization, met: { how: 'unknown', named: false }, createdAt, domain, inCast, mergedInto: null };
}

/** The stamp of what is recorded now. */
export const stamp = (facts: Facts): Stamp => ({ at: facts.now, seq: ++facts.seq });

export const startOfDay = (moment: number): number => Math.floor(moment / DAY) * DAY;

/** Known, and not merged into somebody else. */
export const isHere = (facts: Facts, who: Person): boolean => facts.contacts.get(who)?.mergedInto === null;

export const isOpen = (facts: Facts, by: By): boolean => facts.users[by].open;

export const isOwner = (facts: Facts, by: By): boolean =>
  isOpen(facts, by) && facts.users[by].role === 'owner';
