/**
 * Where somebody stands, in one word: what the chip says and the tabs part by. Everybody is in exactly one. It stands
 * beside the verdict and is held to it by tests/db/contacts/standing-filter.test.ts: it only ever describes, the law decides.
 * `open` is whoever may be written to again: the conversation ended, or the date they named has come.
 */
export const standingStates = [
  'listen',
  'your_turn',
  'stopped',
  'resting',
  'their_turn',
  'never_written',
  'open',
] as const;

export type StandingState = (typeof standingStates)[number];

/** The time of the law, read once a statement. */
export const now = '(SELECT law.clock())';

/** Stands before a statement that uses what follows: the organizations that said no, or rest, for everybody there. */
export const quietSql = `quiet AS MATERIALIZED (SELECT * FROM law.quiet_organizations())`;

// Whoever spoke for the organization has the same on a row of their own. Not asked row by row: these are hashed once.
export const organizationClosed = `s.organization_id IN (SELECT q.organization_id FROM quiet q WHERE q.closed_at IS NOT NULL AND q.held IS NULL)`;
export const organizationRests = `(s.organization_id IN (SELECT q.organization_id FROM quiet q WHERE q.rests_until > ${now})
  AND s.contact_id NOT IN (SELECT q.contact_id FROM quiet q WHERE q.rests_until IS NOT NULL))`;

// The one opening that their named date gives, though we spoke last.
export const awake = `(s.rest_said_by = 'them' AND s.rests_until <= ${now}
  AND (s.last_ours_recorded_at IS NULL OR s.last_ours_recorded_at < s.rests_until))`;
/** Our last words promised something: the turn stays ours, for one message more. */
export const promised = `(s.turn = 'theirs' AND s.promised_until > ${now})`;
// A no to one pitch closes everything for 90 days, and what would follow up for as long as it stands,
// but for that opening.
export const closed = `(s.closed_by IS NOT NULL AND (s.closed_by = 'opted_out' OR s.closed_scope IN ('person', 'organization', 'all_pitches')
  OR s.closed_at > ${now} - interval '2160 hours' OR (s.turn = 'theirs' AND ${awake} IS NOT TRUE)))`;
export const rests = `s.rests_until > ${now}`;

/** Nothing to hear and nothing owed. */
export const still = `s.unheard = 0 AND s.owed = 0`;
export const notStopped = `(${closed}) IS NOT TRUE AND (${organizationClosed}) IS NOT TRUE`;
export const notQuiet = `${notStopped} AND (${rests}) IS NOT TRUE AND (${organizationRests}) IS NOT TRUE`;

/** Whether anybody ever spoke for the organization of `s`: for one row this is cheaper to ask than who is quiet. */
export const spokenFor = `EXISTS (SELECT FROM declines d WHERE d.organization_id = s.organization_id)`;

/** The state of a row of standing `s`, after `quietSql`. The order of the branches is the order of importance. */
export const stateSql = `CASE
  WHEN s.unheard > 0 THEN 'listen'
  WHEN s.owed > 0 THEN 'your_turn'
  WHEN ${closed} OR (${spokenFor} AND ${organizationClosed}) THEN 'stopped'
  WHEN ${rests} OR (${spokenFor} AND ${organizationRests}) THEN 'resting'
  WHEN s.turn = 'ours' AND s.last_recorded_at > ${now} - interval '720 hours' THEN 'your_turn'
  WHEN ${promised} THEN 'your_turn'
  WHEN s.turn = 'theirs' AND ${awake} IS NOT TRUE THEN 'their_turn'
  WHEN NOT s.ever_written AND NOT s.ever_spoke THEN 'never_written'
  ELSE 'open' END`;
