import 'server-only';
import type { Channel, Direction } from '@/generated/prisma/client';
import type { Actor, Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { contactList } from '@/lib/contacts/list/queries';
import { nameKey } from '@/lib/contacts/name-key';
import { contactById } from '@/lib/contacts/queries';
import { type Db, db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { whereItStands } from '@/lib/threads/contact/queries';
import { guessChannel } from '@/lib/threads/guess';
import { keptAlready, type KeptOnce } from '@/lib/threads/pasted/known';
import type { Pasted, Reader } from '@/lib/threads/pasted/pasted';
import { readPasted } from '@/lib/threads/pasted/read';
import { unheardSql } from '@/lib/threads/queries';
import { thanksSql } from '@/lib/threads/thanks-sql';
import { instantOf } from '@/lib/threads/when';
import { draftOf, othersIn, type Draft } from './draft';

const day = 24 * 60 * 60_000;

/** What is kept of a conversation around those moments, for "already here": at most 2,000 rows. */
export async function keptAround(
  _actor: Actor,
  contactId: string,
  moments: readonly Date[],
  on: Db = db(),
): Promise<KeptOnce[]> {
  const times = moments.map((at) => at.getTime());
  if (times.length === 0) return [];
  return on.message.findMany({
    where: {
      contactId,
      retraction: null,
      moment: { gte: new Date(Math.min(...times) - 2 * day), lte: new Date(Math.max(...times) + 2 * day) },
    },
    take: 2000,
    select: { id: true, direction: true, body: true, occurredAt: true, dayOnly: true },
  });
}

/** Whom a paste may be about: who has one of the addresses, then who is found by a name. */
export async function peopleNamed(
  actor: Actor,
  { names, handles }: { names: readonly string[]; handles: readonly string[] },
): Promise<{ id: string; name: string; organization: string | null }[]> {
  const byHandle = await rows<{ id: string; name: string; organization: string | null }>(
    `SELECT c.id, c.name, o.name AS organization FROM addresses a JOIN contacts c ON c.id = a.contact_id
      LEFT JOIN organizations o ON o.id = c.organization_id
    WHERE a.channel IN ('email', 'phone', 'whatsapp', 'sms', 'x', 'linkedin') AND a.handle = ANY ($1) AND a.state <> 'shared' LIMIT 6`,
    [handles],
  );
  const found = new Map(byHandle.map((one) => [one.id, one]));
  for (const search of names.slice(0, 3)) {
    if (found.size >= 6) break;
    const { contacts } = await contactList(actor, {
      ...{ search, tab: 'everybody', order: 'recent', organizationId: null, tagId: null },
      ...{ after: null, before: null },
    });
    for (const { id, name, organization } of contacts.slice(0, 6)) found.set(id, { id, name, organization });
  }
  return [...found.values()].slice(0, 6);
}

/** The latest reply of somebody that nobody has heard; null when all are. */
export async function unheardOf(_actor: Actor, contactId: string): Promise<string | null> {
  const [found] = await rows<{ id: string }>(
    `SELECT m.id FROM messages m JOIN standing s ON s.contact_id = m.contact_id AND s.unheard > 0
    WHERE m.contact_id = $1 AND ${unheardSql} ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1`,
    [contactId],
  );
  return found?.id ?? null;
}

/** What was logged in one go, told by its first and its last row. */
export interface LoggedInOneGo {
  readonly count: number;
  /** Those of them that their reader may take back with no no left behind, newest first; empty when one may not be. */
  readonly takable: readonly string[];
  /** Ours that the law would have refused, with its reasons. */
  readonly against: readonly { readonly id: string; readonly body: string; readonly codes: string[] }[];
  /** Ours that it took for the one thanks, or that crossed with their words. */
  readonly taken: readonly {
    readonly id: string;
    readonly body: string;
    readonly as: 'thanks' | 'crossed';
  }[];
}

/** What was logged of a contact from one row to another, and what of it the law would have refused. */
export async function loggedBetween(
  actor: Actor,
  contactId: string,
  { first, last }: { first: string; last: string },
): Promise<LoggedInOneGo> {
  const found = await rows<{
    id: string;
    direction: Direction;
    body: string;
    codes: string[] | null;
    takable: boolean;
    gone: boolean;
    as: 'thanks' | 'crossed' | null;
  }>(
    `SELECT m.id, m.direction, m.body, ARRAY(SELECT jsonb_array_elements_text(e.codes -> 'reasons') FROM events e
        WHERE e.contact_id = m.contact_id AND e.subject_id = m.id AND e.verb = 'message_logged_against_the_law') AS codes,
      m.recorded_by_id = $4 AND NOT EXISTS (SELECT FROM declines x WHERE x.message_id = m.id) AND NOT EXISTS (SELECT FROM opt_outs x WHERE x.message_id = m.id)
        AND NOT EXISTS (SELECT FROM rests x WHERE x.message_id = m.id) AS takable,
      EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id) AS gone,
      CASE WHEN m.mark = 'crossed' THEN 'crossed' WHEN m.mark IS NULL AND ${thanksSql} THEN 'thanks' END AS as
    FROM messages m, messages f, messages l WHERE f.id = $2 AND l.id = $3 AND m.contact_id = $1 AND m.source = 'logged'
      AND f.contact_id = m.contact_id AND l.contact_id = m.contact_id
      AND m.recorded_by_id = f.recorded_by_id AND m.recorded_seq BETWEEN f.recorded_seq AND l.recorded_seq
    ORDER BY m.moment, m.depth, m.recorded_seq LIMIT 400`,
    [contactId, first, last, actor.userId],
  );
  const against = found.flatMap(({ id, body, codes }) =>
    codes && codes.length > 0 ? [{ id, body, codes }] : [],
  );
  const standing = found.filter(({ gone }) => !gone);
  const takable = standing.every((one) => one.takable) ? standing.map(({ id }) => id).reverse() : [];
  const taken = standing.flatMap(({ id, body, as }) => (as ? [{ id, body, as }] : []));
  return { count: found.length, takable, against, taken };
}

/** Where one goes on after logging: to listen, where something of theirs waits to be heard; else to the contact. */
export async function pathAfterLogging(
  actor: Actor,
  contactId: string,
  { messageIds, here, theirs }: { messageIds: readonly string[]; here: number; theirs: boolean },
): Promise<string> {
  const [first, last] = [messageIds[0], messageIds.at(-1)];
  const told = new URLSearchParams({
    ...(first ? { logged: first } : {}),
    ...(last && last !== first ? { to: last } : {}),
    ...(here > 0 ? { here: String(here) } : {}),
  });
  const unheard = theirs ? await unheardOf(actor, contactId) : null;
  return `${unheard ? `/listen/${unheard}` : `/contacts/${contactId}`}?${told}`;
}

/** A paste that was read: the turns, and with whom it was or may have been. */
export interface ReadPaste {
  readonly draft: Draft;
  readonly contact: { readonly id: string; readonly name: string; readonly given: string } | null;
  /** Where they can be reached, as the form's choices name places: `channel:address`. */
  readonly addresses: readonly { readonly id: string; readonly channel: Channel; readonly typed: string }[];
  /** Where it was, if the text does not say: by where they talked last. */
  readonly channel: Channel;
  readonly people: Awaited<ReturnType<typeof peopleNamed>>;
  /** Nobody chose the contact: only one person here bears the name in the text. */
  readonly guessed: boolean;
  /** The name that the text gives to whoever it was with. */
  readonly newcomer: string;
}

/** Reads a pasted text for a writer: with a contact, beside what is here of them; without, beside who it may be. */
export async function draftFor(
  actor: Writer,
  { text, contactId }: { text: string; contactId: string | null },
): Promise<ReadPaste> {
  const [contact, user, last] = await Promise.all([
    contactId ? contactById(actor, contactId) : null,
    db().user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true, email: true } }),
    contactId ? whereItStands(actor, contactId) : null,
  ]);
  const addresses = (contact?.addresses ?? []).filter(({ state }) => state !== 'retired');
  const reader: Reader = {
    contact: contact && { name: contact.name, handles: addresses.map(({ handle }) => handle) },
    user,
    zone: actor.timeZone,
    now: systemClock.now(),
  };
  const read = readPasted(text, reader);
  const others = contact ? { names: [], handles: [] } : othersIn(read, reader);
  const people = contact ? [] : await peopleNamed(actor, others);
  const [only] = people;
  const isOnly = people.length === 1 && only && nameKey(only.name) === nameKey(others.names[0] ?? '');
  if (isOnly) return { ...(await draftFor(actor, { text, contactId: only.id })), guessed: true };
  return {
    draft: draftOf(read, contactId ? await alreadyHere(actor, contactId, read, reader) : []),
    contact: contact && { id: contact.id, name: contact.name, given: contact.givenName ?? contact.name },
    addresses: addresses.map(({ id, channel, typed }) => ({ id, channel, typed })),
    channel: guessChannel(last?.last?.channel ?? null, addresses),
    people,
    guessed: false,
    newcomer: others.names[0] ?? '',
  };
}

async function alreadyHere(
  actor: Actor,
  contactId: string,
  { turns }: Pasted,
  { zone }: Reader,
): Promise<boolean[]> {
  const said = turns.map(({ side, text, day, hour }) => ({
    direction: side === 'ours' ? ('outbound' as const) : ('inbound' as const),
    body: text,
    occurredAt: (day && instantOf(day, hour ?? '12:00', zone)) || new Date(0),
    dayOnly: hour === null,
  }));
  const dated = said.filter(({ occurredAt }) => occurredAt.getTime() > 0);
  const kept = await keptAround(
    actor,
    contactId,
    dated.map(({ occurredAt }) => occurredAt),
  );
  return keptAlready(said, kept).map((row) => row !== null);
}
