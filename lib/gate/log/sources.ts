import { closings, type LoggedVerb } from './kinds';

/** Rows that the log is made of, all with the same columns; `by` and `x` are named in what narrows them. */
interface Source {
  /** The verbs it can bring; null for those that are events. */
  readonly verbs: readonly LoggedVerb[] | null;
  readonly by: string;
  readonly columns: string;
  readonly from: string;
}

// Whoever said no for an organization and then "later" rests it: the first of theirs that lifted the no.
const restsAnOrganization = `EXISTS (SELECT FROM declines d WHERE d.contact_id = x.contact_id AND d.organization_id IS NOT NULL
  AND d.withdrawn_at IS NULL AND d.recorded_seq < x.recorded_seq AND x.hearing_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM hearings h WHERE h.contact_id = x.contact_id AND h.outcome IN ('interested', 'later')
    AND h.recorded_seq > d.recorded_seq AND h.recorded_seq < x.recorded_seq AND h.id <> x.hearing_id))`;

const [no, wrongPerson, stop, rest] = closings;

const sources: readonly Source[] = [
  {
    verbs: null,
    by: 'actor_id',
    columns: `x.verb, x.subject_id, x.codes, (SELECT t.text FROM event_texts t WHERE t.event_id = x.id) AS text, false AS theirs`,
    from: 'events',
  },
  {
    verbs: [no, wrongPerson],
    by: 'recorded_by_id',
    columns: `CASE x.cause WHEN 'no' THEN '${no}' ELSE '${wrongPerson}' END AS verb, NULL::uuid AS subject_id,
      jsonb_build_object('scope', x.scope) AS codes, x.words AS text, true AS theirs`,
    from: 'declines',
  },
  {
    verbs: [stop],
    by: 'recorded_by_id',
    columns: `'${stop}' AS verb, NULL::uuid AS subject_id, jsonb_build_object('cause', x.cause) AS codes, x.words AS text, true AS theirs`,
    from: 'opt_outs',
  },
  {
    verbs: [rest],
    by: 'recorded_by_id',
    columns: `'${rest}' AS verb, NULL::uuid AS subject_id, jsonb_build_object('said_by', x.said_by, 'until', x.until,
      'scope', CASE WHEN ${restsAnOrganization} THEN 'organization' ELSE 'person' END) AS codes, x.words AS text, true AS theirs`,
    from: 'rests',
  },
];

/**
 * All of the log's rows with these verbs, each source in its own order and stopped at `limit`: one sequence numbers
 * the facts of all tables. `narrow` says what else must hold, given the column of who did it.
 */
export function happenedSql(
  verbs: readonly LoggedVerb[],
  narrow: (by: string) => string,
  order: 'ASC' | 'DESC',
  limit: string,
): string {
  return sources
    .filter((source) => source.verbs === null || source.verbs.some((verb) => verbs.includes(verb)))
    .map(
      ({
        by,
        columns,
        from,
      }) => `(SELECT x.recorded_seq, x.recorded_at, x.${by} AS actor_id, x.contact_id, ${columns}
        FROM ${from} x WHERE ${from === 'events' ? 'x.verb = ANY ($1) AND ' : ''}${narrow(by)} ORDER BY x.recorded_seq ${order} LIMIT ${limit})`,
    )
    .join(' UNION ALL ');
}
