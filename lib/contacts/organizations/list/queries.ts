import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { Cursor } from '../../list/cursor';
import { readSearch } from '../../list/search-words';
import type { OrganizationFilter } from './asked';
import { countedTo, organizationSearchSql, organizationsSql } from './sql';

/** How many people there are, wait to be heard, and are in conversation with one of us; counted to `countedTo`. */
export interface PeopleThere {
  readonly people: number;
  readonly unheard: number;
  readonly talking: number;
}

/** An organization in a list: who is there, what stands for all of them, and the last words with one of them. */
export interface ListedOrganization extends PeopleThere {
  readonly id: string;
  readonly name: string;
  /** Somebody said no for everybody there. */
  readonly stopped: boolean;
  /** Words that nobody has heard yet seem to say no for everybody there. */
  readonly held: boolean;
  /** Somebody said not now for everybody there. */
  readonly restsUntil: Date | null;
  readonly said: {
    readonly with: string;
    readonly by: 'them' | 'us';
    readonly text: string;
    readonly channel: Channel;
    readonly at: Date;
    readonly dayOnly: boolean;
  } | null;
}

export interface OrganizationPage {
  readonly organizations: readonly ListedOrganization[];
  /** Places of the pages beside this one. */
  readonly newer: Cursor | null;
  readonly older: Cursor | null;
  /** A search found more than are shown. */
  readonly more: boolean;
}

interface Row extends PeopleThere {
  key: string;
  place: string;
  id: string;
  name: string;
  stopped: boolean | null;
  held: boolean | null;
  rests_until: Date | null;
  speaker: string | null;
  direction: 'inbound' | 'outbound' | null;
  channel: Channel | null;
  body: string | null;
  day_only: boolean | null;
  last_spoken_at: Date | null;
  [column: string]: unknown;
}

const pageSize = 50;
const searchSize = 100;

/**
 * A page of organizations in one statement: keyset paging along an index. By who spoke last, those with whom nobody has
 * spoken have no place. A search answers the first hundred that match, those whose name begins with it before the others.
 */
export async function organizationList(
  _actor: Actor,
  filter: OrganizationFilter,
  most?: number,
): Promise<OrganizationPage> {
  return filter.search === '' ? walked(filter, most ?? pageSize) : found(filter.search, most ?? searchSize);
}

async function walked(filter: OrganizationFilter, most: number): Promise<OrganizationPage> {
  const { text, values } = organizationsSql(filter, most + 1);
  const answer = await rows<Row>(text, values);
  const back = filter.before !== null;
  const page = answer.slice(0, most);
  if (back) page.reverse();
  const further = answer.length > most;
  const [first, last] = [page[0], page.at(-1)];
  const hasNewer = back ? further : filter.after !== null;
  return {
    organizations: page.map(listed),
    newer: first && hasNewer ? { key: first.key, id: first.place } : null,
    older: last && (back || further) ? { key: last.key, id: last.place } : null,
    more: false,
  };
}

async function found(search: string, most: number): Promise<OrganizationPage> {
  const { text, values } = organizationSearchSql(readSearch(search), most + 1);
  const answer = await rows<Row>(text, values);
  const organizations = answer.slice(0, most).map(listed);
  return { organizations, newer: null, older: null, more: answer.length > most };
}

function listed(row: Row): ListedOrganization {
  const { id, name, people, unheard, talking } = row;
  const { speaker, direction, channel, body, last_spoken_at: at } = row;
  const spoken = speaker !== null && direction !== null && channel !== null && body !== null && at !== null;
  return {
    ...{ id, name, people, unheard, talking },
    ...{ stopped: row.stopped ?? false, held: row.held ?? false, restsUntil: row.rests_until },
    said: spoken
      ? {
          with: speaker,
          by: direction === 'inbound' ? 'them' : 'us',
          ...{ text: body, channel, at, dayOnly: row.day_only ?? false },
        }
      : null,
  };
}

/** How many organizations there are, counted to `countedTo` and one more. */
export async function organizationCount(_actor: Actor): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM organizations LIMIT ${countedTo + 1}) c`,
  );
  return row?.count ?? 0;
}
