import 'server-only';
import type { Channel, ClosedBy, MetHow } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { holderOf, type Holder, type HolderRow } from '../holder';
import type { StandingState } from '../standing-filter';
import type { Cursor } from './cursor';
import { type ContactTab, type ListFilter, type ListNarrowing, tabs, wayOf } from './list-filter';
import { countSql, pageSql } from './list-sql';
import { searchSql } from './search-sql';
import { readSearch } from './search-words';
import { ways } from './ways';

/** Somebody in a list: who, the last words, where it stands, since when. */
export interface ListedContact {
  readonly id: string;
  readonly name: string;
  readonly organization: string | null;
  readonly organizationId: string | null;
  readonly state: StandingState;
  readonly owes: boolean;
  readonly holder: Holder;
  readonly closedBy: ClosedBy | null;
  readonly restsUntil: Date | null;
  /** The day we promised something for, as its midnight in the installation's zone. */
  readonly promisedFor: Date | null;
  readonly ended: boolean;
  /** A mail came back because their address is dead, and there is no other way to them. */
  readonly cameBack: boolean;
  /** Who looks after them. */
  readonly owner: string | null;
  /** Who is in conversation with them. */
  readonly talking: string | null;
  readonly met: MetHow;
  readonly tags: readonly string[];
  readonly addresses: readonly string[];
  /** The last message that took the turn. */
  readonly said: {
    readonly by: 'them' | 'us';
    readonly text: string;
    readonly channel: Channel;
    readonly at: Date;
    readonly dayOnly: boolean;
  } | null;
}

export interface ContactPage {
  readonly contacts: readonly ListedContact[];
  /** Places of the pages beside this one. */
  readonly newer: Cursor | null;
  readonly older: Cursor | null;
  /** A search found more people than are shown. */
  readonly more: boolean;
}

/** A row of `shownSql`. */
export interface ListRow extends HolderRow {
  key: string | null;
  id: string;
  name: string;
  organization: string | null;
  organization_id: string | null;
  state: StandingState;
  owed: number;
  closed_by: ClosedBy | null;
  rests_until: Date | null;
  promised_for: Date | null;
  ended_at: Date | null;
  came_back: boolean;
  last_spoken_at: Date | null;
  direction: 'inbound' | 'outbound' | null;
  channel: Channel | null;
  body: string | null;
  day_only: boolean | null;
  owner: string | null;
  talking: string | null;
  met_how: MetHow;
  tags: string[];
  addresses: string[];
}

const pageSize = 50;
const searchSize = 100;

/** Counting stops here, and one more says that there are more. */
export const countedTo = 10_000;

/**
 * A page of contacts in one statement: keyset paging along an index, so that the last page costs what the first
 * does. A search answers the first hundred who match, those whose name begins with it before the others.
 */
export async function contactList(actor: Actor, filter: ListFilter, most = pageSize): Promise<ContactPage> {
  return filter.search === '' ? walked(actor, filter, most) : found(actor, filter);
}

async function walked(actor: Actor, filter: ListFilter, most: number): Promise<ContactPage> {
  const { text, values } = pageSql(wayOf(filter), filter, most + 1);
  const answer = await rows<ListRow>(text, values);
  const back = filter.before !== null;
  const further = answer.length > most;
  const page = answer.slice(0, most);
  if (back) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const hasNewer = back ? further : filter.after !== null;
  return {
    contacts: page.map((row) => listed(actor, row)),
    newer: first && hasNewer ? { key: first.key, id: first.id } : null,
    older: last && (back || further) ? { key: last.key, id: last.id } : null,
    more: false,
  };
}

async function found(actor: Actor, filter: ListFilter): Promise<ContactPage> {
  const { text, values } = searchSql(readSearch(filter.search), wayOf(filter), filter, searchSize + 1);
  const answer = await rows<ListRow>(text, values);
  const contacts = answer.slice(0, searchSize).map((row) => listed(actor, row));
  return { contacts, newer: null, older: null, more: answer.length > searchSize };
}

/** A row as a list shows it. */
export function listed(actor: Actor, row: ListRow): ListedContact {
  const { id, name, organization, state, direction, channel, body, last_spoken_at: at } = row;
  const spoken = direction !== null && channel !== null && body !== null && at !== null;
  return {
    ...{ id, name, organization, organizationId: row.organization_id, state },
    ...{ owner: row.owner, talking: row.talking, met: row.met_how, tags: row.tags, addresses: row.addresses },
    owes: row.owed > 0,
    holder: holderOf(actor, row),
    closedBy: row.closed_by,
    restsUntil: row.rests_until,
    promisedFor: row.promised_for,
    ended: row.ended_at !== null,
    cameBack: row.came_back,
    said: spoken
      ? {
          by: direction === 'inbound' ? 'them' : 'us',
          text: body,
          channel,
          at,
          dayOnly: row.day_only ?? false,
        }
      : null,
  };
}

/**
 * How many people each tab holds of those whom a search finds, or of all; without numbers where a search finds more than
 * it shows. `all` is everybody, whatever is looked for.
 */
export async function countsShown(
  actor: Actor,
  filter: ListFilter,
): Promise<{ all: number; tabs: Partial<Readonly<Record<ContactTab, number>>> }> {
  if (filter.search === '') {
    const counts = await tabCounts(actor, filter);
    return { all: counts.everybody, tabs: counts };
  }
  const [{ contacts, more }, all] = await Promise.all([
    found(actor, { ...filter, tab: 'everybody' }),
    countOf('everybody', filter),
  ]);
  if (more) return { all, tabs: {} };
  const holds = (tab: ContactTab) =>
    contacts.filter(({ state }) => tab === 'everybody' || state === tab).length;
  return { all, tabs: Object.fromEntries(tabs.map((tab) => [tab, holds(tab)])) };
}

async function countOf(
  tab: ContactTab,
  filter: Pick<ListFilter, 'organizationId' | 'tagId'> & ListNarrowing,
): Promise<number> {
  const { text, values } = countSql(ways[tab], filter, countedTo);
  const [row] = await rows<{ count: number }>(text, values);
  return row?.count ?? 0;
}

/** How many people each tab leads to, counted to `countedTo`. */
export async function tabCounts(
  _actor: Actor,
  filter: Pick<ListFilter, 'organizationId' | 'tagId'> & ListNarrowing,
): Promise<Readonly<Record<ContactTab, number>>> {
  const counted = await Promise.all(tabs.map(async (tab) => [tab, await countOf(tab, filter)] as const));
  const counts = {
    everybody: 0,
    listen: 0,
    your_turn: 0,
    their_turn: 0,
    resting: 0,
    stopped: 0,
    open: 0,
    never_written: 0,
  };
  for (const [tab, count] of counted) counts[tab] = count;
  return counts;
}
