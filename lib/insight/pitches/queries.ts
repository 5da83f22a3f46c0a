import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { countingSql } from '@/lib/threads/queries';
import { lastHearingSql, saidSql, spokenToSql } from '../spoken-to/queries';
import { noes, type PitchAnswer } from './answer';

/**
 * The last heard answer to the pitch `put.pitch_id` of the contact `put.contact_id`, or whether one waits to be heard.
 * As in the law, what was heard as `other` changes nothing.
 */
const answerSql = `LEFT JOIN LATERAL (SELECT h.outcome, coalesce(h.words, left(said.body, 600)) AS words, h.what_we_heard, said.id AS message_id, said.moment
    FROM messages said JOIN ${lastHearingSql} ON true
    WHERE said.contact_id = put.contact_id AND ${saidSql} AND ${spokenToSql} = put.pitch_id
    ORDER BY h.outcome = 'other', said.moment DESC, said.depth DESC, said.recorded_seq DESC LIMIT 1) a ON true
  LEFT JOIN LATERAL (SELECT true AS waits FROM messages said WHERE a.outcome IS NULL AND said.contact_id = put.contact_id AND ${saidSql}
    AND said.moment >= put.at LIMIT 1) w ON true`;
const stateSql = `coalesce(a.outcome::text, CASE WHEN w.waits THEN 'unheard' ELSE 'no_answer' END)`;
const putSql = (
  whose: string,
) => `SELECT m.contact_id, m.pitch_id, max(m.moment) AS at FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
  WHERE ${whose} AND m.direction = 'outbound' AND ${countingSql} GROUP BY m.contact_id, m.pitch_id`;

/** A pitch that somebody heard, and where it stands. */
export interface PitchPut {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly answer: PitchAnswer;
}

/** The pitches that were put to somebody, the latest first, and where each stands. */
export async function pitchesPutTo(_actor: Actor, contactId: string): Promise<PitchPut[]> {
  return rows<PitchPut & Record<string, unknown>>(
    `WITH put AS (${putSql('m.contact_id = $1 AND m.pitch_id IS NOT NULL')})
    SELECT p.id, p.name, put.at, ${stateSql} AS answer FROM put JOIN pitches p ON p.id = put.pitch_id ${answerSql}
    ORDER BY put.at DESC, p.id LIMIT 30`,
    [contactId],
  );
}

/** A pitch that was put to people of an organization: when last, and how many of them answered what. */
export interface PitchPutAt extends Omit<PitchPut, 'answer'> {
  readonly answers: readonly { readonly answer: PitchAnswer; readonly count: number }[];
}

const peopleThere = 10_000;

/** The pitches that were put to people of an organization, the latest first, and what became of them. */
export async function pitchesPutAt(_actor: Actor, organizationId: string): Promise<PitchPutAt[]> {
  return rows<PitchPutAt & Record<string, unknown>>(
    `WITH put AS MATERIALIZED (${putSql(`m.contact_id IN (SELECT s.contact_id FROM standing s WHERE s.organization_id = $1 LIMIT ${peopleThere}) AND m.pitch_id IS NOT NULL`)}),
      answered AS (SELECT put.pitch_id, ${stateSql} AS answer, count(*)::int AS count, max(put.at) AS at FROM put ${answerSql} GROUP BY 1, 2)
    SELECT p.id, p.name, max(a.at) AS at, jsonb_agg(jsonb_build_object('answer', a.answer, 'count', a.count) ORDER BY a.count DESC, a.answer) AS answers
    FROM answered a JOIN pitches p ON p.id = a.pitch_id GROUP BY p.id ORDER BY max(a.at) DESC, p.id LIMIT 30`,
    [organizationId],
  );
}

/** Somebody who heard a pitch: what they answered last, in their words. */
export interface Hearer {
  readonly contactId: string;
  readonly name: string;
  readonly organization: string | null;
  readonly language: string | null;
  readonly at: Date;
  readonly answer: PitchAnswer;
  readonly words: string | null;
  readonly whatWeHeard: string | null;
  readonly messageId: string | null;
}

/** Where a page of hearers goes on: when it was put to the last of them, and who that was. */
export interface HearerPlace {
  readonly at: Date;
  readonly contactId: string;
}

/** Who heard a pitch, whom it was put to last first; of those who gave one of these answers, where some are named. */
export async function hearersOf(
  _actor: Actor,
  pitchId: string,
  { answers, after, most }: { answers: readonly PitchAnswer[]; after: HearerPlace | null; most: number },
): Promise<{ hearers: Hearer[]; older: HearerPlace | null }> {
  const found = await rows<Hearer & Record<string, unknown>>(
    `WITH put AS MATERIALIZED (${putSql('m.pitch_id = $1')})
    SELECT put.contact_id AS "contactId", c.name, g.name AS organization, c.language, put.at, ${stateSql} AS answer, a.words,
      a.what_we_heard AS "whatWeHeard", a.message_id AS "messageId"
    FROM put JOIN contacts c ON c.id = put.contact_id LEFT JOIN organizations g ON g.id = c.organization_id ${answerSql}
    WHERE (cardinality($2::text[]) = 0 OR ${stateSql} = ANY ($2))
      AND ($3::timestamptz IS NULL OR (put.at, put.contact_id) < ($3, $4::uuid))
    ORDER BY put.at DESC, put.contact_id DESC LIMIT $5`,
    [pitchId, answers, after?.at ?? null, after?.contactId ?? null, most + 1],
  );
  const hearers = found.slice(0, most);
  const last = hearers.at(-1);
  return {
    hearers,
    older: last && found.length > most ? { at: last.at, contactId: last.contactId } : null,
  };
}

/** How many gave which answer to a pitch. */
export async function answersTo(_actor: Actor, pitchId: string): Promise<ReadonlyMap<PitchAnswer, number>> {
  const found = await rows<{ answer: PitchAnswer; count: number }>(
    `WITH put AS MATERIALIZED (${putSql('m.pitch_id = $1')})
    SELECT ${stateSql} AS answer, count(*)::int AS count FROM put ${answerSql} GROUP BY 1`,
    [pitchId],
  );
  return new Map(found.map(({ answer, count }) => [answer, count]));
}

/** Why people said no to a pitch, in their words, the latest first. */
export async function noesTo(actor: Actor, pitchId: string, most: number): Promise<Hearer[]> {
  const { hearers } = await hearersOf(actor, pitchId, { answers: noes, after: null, most });
  return hearers.filter(({ words }) => words);
}
