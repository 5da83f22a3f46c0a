import 'server-only';
import type { Outcome } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { Place } from '@/lib/threads/place';
import { lastHearingSql, saidSql, spokenToSql } from '../spoken-to/queries';
import { soughtSql, tsQueryOf, wordsOfHearing } from '../words';
import type { HeardFilter } from './asked';

/** A line of what we heard: their words, ours about them, who said it and when. */
export interface HeardLine extends Place {
  readonly messageId: string;
  readonly contactId: string;
  readonly name: string;
  readonly language: string | null;
  readonly organization: string | null;
  readonly organizationId: string | null;
  readonly words: string | null;
  readonly whatWeHeard: string | null;
  readonly outcome: Outcome;
  readonly pitch: { readonly id: string; readonly name: string } | null;
  readonly at: Date;
  readonly dayOnly: boolean;
}

export interface HeardPage {
  readonly lines: readonly HeardLine[];
  readonly newer: Place | null;
  readonly older: Place | null;
}

interface LineRow extends Omit<HeardLine, 'pitch'> {
  pitch_id: string | null;
  pitch_name: string | null;
  [column: string]: unknown;
}

/**
 * What we heard, what was said last first: everything along one index of what they said, a search by the index of
 * words, and what belongs to somebody, a pitch, an organization or a tag by those people's own conversations.
 */
export async function heardLines(_actor: Actor, filter: HeardFilter, most: number): Promise<HeardPage> {
  const values: unknown[] = [];
  const take = (value: unknown) => `$${values.push(value)}`;
  const { before, after } = filter;
  const [sign, order] = after ? ['>', 'ASC'] : ['<', 'DESC'];
  const place = after ?? before;
  const key = (of: string) => `${of}.moment ${order}, ${of}.depth ${order}, ${of}.recorded_seq ${order}`;
  const at = place
    ? ` AND said.moment ${sign}= ${take(place.moment)} AND (said.moment, said.depth, said.recorded_seq) ${sign} (${take(place.moment)}, ${take(place.depth)}::int, ${take(place.seq)}::bigint)`
    : '';
  const found = await rows<LineRow>(
    `WITH line AS (SELECT said.*, h.words, h.what_we_heard, h.outcome, ${spokenToSql} AS spoken_to FROM messages said JOIN ${lastHearingSql} ON true
      WHERE ${saidSql} AND (h.words IS NOT NULL OR h.what_we_heard IS NOT NULL)${narrowing(filter, take)}${at}
      ORDER BY ${key('said')} LIMIT ${take(most + 1)})
    SELECT line.id AS "messageId", line.contact_id AS "contactId", c.name, c.language, o.name AS organization, o.id AS "organizationId", line.words,
      line.what_we_heard AS "whatWeHeard", line.outcome, p.id AS pitch_id, p.name AS pitch_name, line.occurred_at AS at,
      line.day_only AS "dayOnly", line.moment, line.depth, line.recorded_seq::text AS seq
    FROM line JOIN contacts c ON c.id = line.contact_id LEFT JOIN organizations o ON o.id = c.organization_id
      LEFT JOIN pitches p ON p.id = line.spoken_to
    ORDER BY ${key('line')}`,
    values,
  );
  const further = found.length > most;
  const page = found.slice(0, most).map(lineOf);
  if (after) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    lines: page,
    newer: first && (after ? further : before !== null) ? first : null,
    older: last && (after !== null || further) ? last : null,
  };
}

function narrowing(filter: HeardFilter, take: (value: unknown) => string): string {
  const { search, contactId, pitchId, organizationId, tagId, from, until } = filter;
  const sought = tsQueryOf(search);
  const day = (value: string, more: number) =>
    `((${take(value)}::date + ${more})::timestamp AT TIME ZONE (SELECT p.time_zone FROM policy p))`;
  const parts = [
    sought &&
      `said.id IN (SELECT w.message_id FROM hearings w WHERE (w.words IS NOT NULL OR w.what_we_heard IS NOT NULL)
        AND ${wordsOfHearing('w')} @@ ${soughtSql(take(sought))}) AND ${wordsOfHearing('h')} @@ ${soughtSql(take(sought))}`,
    contactId && `said.contact_id = ${take(contactId)}::uuid`,
    pitchId &&
      `said.contact_id IN (SELECT b.contact_id FROM messages b WHERE b.pitch_id = ${take(pitchId)}::uuid) AND ${spokenToSql} = ${take(pitchId)}::uuid`,
    organizationId &&
      `said.contact_id IN (SELECT k.id FROM contacts k WHERE k.organization_id = ${take(organizationId)}::uuid)`,
    tagId &&
      `said.contact_id IN (SELECT k.contact_id FROM contact_tags k WHERE k.tag_id = ${take(tagId)}::uuid)`,
    from && `said.moment >= ${day(from, 0)}`,
    until && `said.moment < ${day(until, 1)}`,
  ];
  return parts.flatMap((part) => (part ? [` AND ${part}`] : [])).join('');
}

function lineOf({ pitch_id, pitch_name, ...line }: LineRow): HeardLine {
  return { ...line, pitch: pitch_id && pitch_name ? { id: pitch_id, name: pitch_name } : null };
}
