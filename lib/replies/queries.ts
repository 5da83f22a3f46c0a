import 'server-only';
import type { Channel, Direction, Outcome, Scope } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { countingSql, unheardSql } from '@/lib/threads/queries';
import type { JointlyRead } from './suggested/guess';
import { pageSql } from './today/sql';
import type { RowPlace } from './today/tabs';

const latestFirst = 'm.moment DESC, m.depth DESC, m.recorded_seq DESC';

/** The next reply to listen to: of the contact that comes first in the line (after another one), the latest they said. */
export async function nextToListen(_actor: Actor, after: RowPlace | null = null): Promise<string | null> {
  const [row] = await rows<{ id: string }>(
    `SELECT l.id FROM (${pageSql('listen', after).sql}) s
      JOIN LATERAL (SELECT m.id FROM messages m WHERE m.contact_id = s.contact_id AND ${unheardSql}
        ORDER BY ${latestFirst} LIMIT 1) l ON true
      WHERE $1::timestamptz IS NULL OR $2::uuid IS NOT NULL`,
    [after?.at ?? null, after?.contactId ?? null, 1],
  );
  return row?.id ?? null;
}

/** Where whoever said this waits in the line; null when nobody there waits. */
export async function placeInLine(_actor: Actor, messageId: string): Promise<RowPlace | null> {
  const [row] = await rows<RowPlace & Record<string, unknown>>(
    `SELECT s.harm AS rank, s.unheard_since AS at, s.contact_id AS "contactId"
      FROM messages m JOIN standing s ON s.contact_id = m.contact_id WHERE m.id = $1 AND s.unheard > 0`,
    [messageId],
  );
  return row ?? null;
}

/** How many people wait to be listened to; counting stops at `most`. */
export async function waitingToBeHeard(_actor: Actor, most: number): Promise<number> {
  const [row] = await rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM (SELECT FROM standing WHERE unheard > 0 LIMIT $1) x',
    [most],
  );
  return row?.count ?? 0;
}

/** What hearing this reply covers: its own words, and those of every earlier reply that nobody has heard. */
export async function coveredBy(
  _actor: Actor,
  messageId: string,
): Promise<{ contactId: string; bodies: string[] } | null> {
  const found = await rows<{ contact_id: string; body: string }>(
    `SELECT m.contact_id, m.body FROM messages m JOIN messages heard ON heard.id = $1 AND heard.contact_id = m.contact_id
    WHERE m.id = heard.id OR (${unheardSql} AND (m.moment, m.depth, m.recorded_seq) < (heard.moment, heard.depth, heard.recorded_seq))
    ORDER BY m.id = heard.id DESC, ${latestFirst}`,
    [messageId],
  );
  const contactId = found[0]?.contact_id;
  return contactId === undefined ? null : { contactId, bodies: found.map(({ body }) => body) };
}

/** One thing somebody said or we did, as the listening page shows it. */
export interface Spoken {
  readonly id: string;
  readonly direction: Direction;
  readonly channel: Channel;
  readonly body: string;
  readonly occurredAt: Date;
  readonly dayOnly: boolean;
  readonly moment: Date;
  /** What it was taken for once a language model was asked too; null where none was. */
  readonly joint: JointlyRead | null;
}

export interface PastHearing {
  readonly outcome: Outcome;
  readonly scope: Scope | null;
  readonly pitchId: string | null;
  readonly until: Date | null;
  readonly words: string | null;
  readonly whatWeHeard: string | null;
  readonly recordedAt: Date;
  readonly heardById: string;
  readonly heardBy: string;
  /** Whom they named: as they put it, and the contact, where there is one. */
  readonly named: {
    readonly named: string;
    readonly contact: { readonly id: string; readonly name: string } | null;
  } | null;
}

/** Everything that the page for one reply shows. */
export interface Listening {
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly givenName: string | null;
    readonly language: string | null;
    readonly organization: string | null;
    /** How many people a no for the organization would close, this one among them. */
    readonly people: number;
    /** The e-mail addresses that are theirs, normalized. */
    readonly handles: readonly string[];
  };
  /** What is to be heard, oldest first: this reply last. */
  readonly said: readonly Spoken[];
  /** Unheard replies after this one. */
  readonly later: number;
  /** What went before, oldest first. */
  readonly before: readonly Spoken[];
  readonly hearing: PastHearing | null;
  readonly waiting: RowPlace | null;
  readonly pitches: readonly { readonly id: string; readonly name: string }[];
}

/** What there is to hear in a reply, what went before it, and how it was heard; null if it is none. */
export async function listening(actor: Actor, messageId: string): Promise<Listening | null> {
  const message = await db().message.findFirst({
    where: { id: messageId, direction: 'inbound', kind: 'human', retraction: null },
    select: {
      contact: {
        select: {
          ...{ id: true, name: true, givenName: true, language: true, organizationId: true },
          organization: { select: { name: true } },
          addresses: { where: { channel: 'email' }, select: { handle: true } },
        },
      },
      hearings: {
        orderBy: { recordedSeq: 'desc' },
        take: 1,
        select: {
          ...{ outcome: true, scope: true, pitchId: true, until: true, words: true, whatWeHeard: true },
          ...{ recordedAt: true, heardById: true, heardBy: { select: { name: true } } },
          referrals: { take: 1, select: { named: true, contact: { select: { id: true, name: true } } } },
        },
      },
    },
  });
  if (!message) return null;
  const { organizationId, organization, addresses, ...contact } = message.contact;
  const [spoken, waiting, people, pitches] = await Promise.all([
    spokenAround(actor, contact.id, messageId),
    placeInLine(actor, messageId),
    organizationId ? organizationSize(actor, organizationId) : 0,
    pitchesWith(actor, contact.id),
  ]);
  const [last] = message.hearings;
  return {
    ...spoken,
    contact: {
      ...{ ...contact, organization: organization?.name ?? null, people },
      handles: addresses.map(({ handle }) => handle),
    },
    hearing: last ? { ...last, heardBy: last.heardBy.name, named: last.referrals[0] ?? null } : null,
    waiting,
    pitches,
  };
}

async function spokenAround(_actor: Actor, contactId: string, messageId: string) {
  const found = await rows<{
    id: string;
    direction: Direction;
    channel: Channel;
    body: string;
    occurred_at: Date;
    day_only: boolean;
    moment: Date;
    joint: JointlyRead | null;
    unheard: boolean;
    later: number;
  }>(
    `SELECT m.id, m.direction, m.channel, m.body, m.occurred_at, m.day_only, m.moment, (${unheardSql}) AS unheard,
      (SELECT jsonb_build_object('outcome', y.outcome, 'scope', y.scope, 'evidence', y.evidence, 'sure', y.sure)
        FROM replies y JOIN language_model l ON l.version = y.model_version WHERE y.message_id = m.id) AS joint,
      (SELECT count(*)::int FROM messages m WHERE m.contact_id = $1 AND ${unheardSql}
        AND (m.moment, m.depth, m.recorded_seq) > (here.moment, here.depth, here.recorded_seq)) AS later
    FROM messages here JOIN messages m ON m.contact_id = here.contact_id LEFT JOIN outbox o ON o.message_id = m.id
    WHERE here.id = $2 AND m.contact_id = $1 AND ${countingSql}
      AND (m.moment, m.depth, m.recorded_seq) <= (here.moment, here.depth, here.recorded_seq)
    ORDER BY ${latestFirst} LIMIT 40`,
    [contactId, messageId],
  );
  const later = found[0]?.later ?? 0;
  const waits = found.find(({ id }) => id === messageId)?.unheard ?? false;
  const all = found.reverse().map(({ occurred_at, day_only, unheard, ...rest }) => ({
    ...{ ...rest, occurredAt: occurred_at, dayOnly: day_only },
    here: rest.id === messageId || (waits && unheard),
  }));
  return { said: all.filter(({ here }) => here), later, before: all.filter(({ here }) => !here).slice(-8) };
}

/** How many people a no for an organization closes, as they stand now. */
export async function organizationSize(_actor: Actor, organizationId: string): Promise<number> {
  return db().contact.count({ where: { organizationId, mergedIntoId: null } });
}

/** Who else belongs to somebody's organization, by name; for whom they may have named. */
export async function colleaguesOf(
  _actor: Actor,
  contactId: string,
): Promise<{ id: string; name: string }[]> {
  return rows<{ id: string; name: string }>(
    `SELECT c.id, c.name FROM contacts me JOIN contacts c ON c.organization_id = me.organization_id AND c.id <> me.id
    WHERE me.id = $1 AND c.merged_into_id IS NULL ORDER BY c.name, c.id LIMIT 300`,
    [contactId],
  );
}

/** The pitches that were put to somebody, the latest first. */
export async function pitchesWith(_actor: Actor, contactId: string): Promise<{ id: string; name: string }[]> {
  return rows<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM pitches p JOIN messages m ON m.pitch_id = p.id WHERE m.contact_id = $1
    GROUP BY p.id, p.name ORDER BY max(m.moment) DESC`,
    [contactId],
  );
}

/** What a person heard from somebody: the words it rests on, theirs, and the line we wrote down. */
export async function whatWeHeardFrom(_actor: Actor, contactId: string, most: number) {
  const found = await rows<{
    id: string;
    words: string | null;
    what_we_heard: string | null;
    recorded_at: Date;
  }>(
    `SELECT h.id, h.words, h.what_we_heard, h.recorded_at FROM hearings h
    WHERE h.contact_id = $1 AND (h.words IS NOT NULL OR h.what_we_heard IS NOT NULL)
      AND NOT EXISTS (SELECT FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq)
      AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = h.message_id)
    ORDER BY h.recorded_seq DESC LIMIT $2`,
    [contactId, most],
  );
  return found.map(({ id, words, what_we_heard, recorded_at }) => ({
    id,
    words,
    whatWeHeard: what_we_heard,
    recordedAt: recorded_at,
  }));
}
