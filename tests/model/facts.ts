import type { By, Channel, Outcome, Pitch, Policy, Who } from '../support/history';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A Monday, 09:00 UTC: on a whole hour, so that histories also meet midnight exactly. */
export const START = Date.UTC(2026, 2, 2, 9);

export type Organization = 0 | 1;

export type Position = { moment: number; depth: number; seq: number };

export type Message = {
  id: number;
  who: Who;
  direction: 'inbound' | 'outbound';
  human: boolean;
  channel: Channel;
  /** First instant of the UTC day it was spoken on. */
  day: number;
  dayOnly: boolean;
  position: Position;
  recordedAt: number;
  pitch: Pitch | null;
  /** What it answers or replies to. */
  names: Message | null;
  /** Null for a logged message, which needs no outbox. */
  outbox: 'queued' | 'accepted' | 'uncertain' | 'withdrawn' | null;
  retracted: boolean;
  /** The last hearing, which is the one that counts. It outlives a retraction: closers stay. */
  hearing: Hearing | null;
};

export type Hearing = {
  reply: Message;
  by: By;
  outcome: Outcome;
  scope: 'person' | 'this_pitch' | 'all_pitches' | 'organization';
  /** The pitch a no is about: named, or the conversation's when it was heard. */
  pitch: Pitch | null;
  /** Where the speaker belonged when an organization's no was heard. */
  organization: Organization | null;
  /** 00:00 UTC of a named day. */
  date: number | null;
  recordedAt: number;
  seq: number;
};

export type Ending = { who: Who; recordedAt: number; seq: number };
export type OwnRest = { who: Who; until: number; lifted: boolean; seq: number };

/** Everything that was recorded, in the order of recording. */
export type Facts = {
  now: number;
  seq: number;
  policy: Policy;
  messages: Message[];
  hearings: Hearing[];
  endings: Ending[];
  ownRests: OwnRest[];
  organizationOf: [Organization | null, Organization | null, Organization | null];
  suppressed: Set<string>;
  suppressedDomains: Set<string>;
  retired: Set<string>;
};

export function noFacts(policy: Policy): Facts {
  return {
    now: START,
    seq: 0,
    policy,
    messages: [],
    hearings: [],
    endings: [],
    ownRests: [],
    organizationOf: [0, 0, null],
    suppressed: new Set(),
    suppressedDomains: new Set(),
    retired: new Set(),
  };
}

export const startOfDay = (moment: number): number => Math.floor(moment / DAY) * DAY;

export const door = (who: Who, channel: Channel): string => `${channel}:${who}`;

export const domainOf = (who: Who): string => (who === 2 ? 'free.example' : 'org0.example');
