import type { Policy } from '@/lib/policy/policy';

/** What one would write next: a message, or one with a pitch that was never put to them. */
export const wishes = ['message', 'pitch'] as const;

export type Wish = (typeof wishes)[number];

/** A statement that finds contacts (`id`), some of whom the change touches; nobody else can be touched by it. */
type Way = { readonly wish: Wish; readonly sql: string };

/**
 * Who has to be asked about a change: more than those whom it touches, never fewer. The law alone says what becomes of
 * them. Held to everybody by tests/db/gate/simulation-at-random.test.ts.
 */
export function reachOf(before: Policy, after: Policy): readonly Way[] {
  const silences = [
    between('NOT s.ever_spoke', before.followUpsNeverAnswered, after.followUpsNeverAnswered),
    between('s.ever_spoke', before.followUpsInConversation, after.followUpsInConversation),
  ].filter((one) => one !== null);
  const touching = silences.map(theirs);
  if (before.timeZone !== after.timeZone) touching.push(byTheDay);
  const ways: Way[] = touching.map((sql) => ({ wish: 'message', sql }));
  if (asksAboutPitches(before, after))
    for (const sql of [...touching, nobodys(uninvited), theirs(uninvited)]) ways.push({ wish: 'pitch', sql });
  return ways;
}

/** Whether pitches are asked about besides: only where the rule about them refuses, before or after. */
export function asksAboutPitches(before: Policy, after: Policy): boolean {
  return (before.invitationNeeded === 'block') !== (after.invitationNeeded === 'block');
}

// The first unanswered message is no follow-up: of n messages, n - 1 were.
function between(who: string, before: number, after: number): string | null {
  if (before === after) return null;
  return `${who} AND s.unanswered > ${Math.min(before, after)} AND s.unanswered <= ${Math.max(before, after)}`;
}

const uninvited = `NOT s.ever_spoke AND EXISTS (SELECT FROM contacts c WHERE c.id = s.contact_id AND c.met_how <> 'wrote_first')`;

// Along the index of turn and last word, the newest first.
function along(turn: 'theirs' | 'nobody', where: string): string {
  return `SELECT s.contact_id AS id FROM standing s
    WHERE s.turn = '${turn}' AND ${where} ORDER BY s.last_spoken_at DESC, s.contact_id DESC`;
}
const theirs = (where: string) => along('theirs', where);
const nobodys = (where: string) => along('nobody', where);

// The zone decides which of two messages of one day was the later, where of one only the day is known: that matters
// to what a word of theirs lifts, for themselves or for everybody at the organization they spoke for.
const daySaid = (contact: string) =>
  `EXISTS (SELECT FROM messages m WHERE m.contact_id = ${contact} AND m.day_only AND m.day_order IS NULL)`;
const byTheDay = `WITH closers AS (SELECT contact_id FROM declines UNION SELECT contact_id FROM opt_outs UNION SELECT contact_id FROM rests),
  spoken_for AS MATERIALIZED (SELECT DISTINCT d.organization_id AS id FROM declines d WHERE d.organization_id IS NOT NULL
    AND (${daySaid('d.contact_id')} OR EXISTS (SELECT FROM successors n WHERE n.decline_id = d.id AND ${daySaid('n.contact_id')})))
  SELECT c.contact_id AS id FROM closers c WHERE ${daySaid('c.contact_id')}
  UNION SELECT s.contact_id FROM spoken_for o JOIN standing s ON s.organization_id = o.id
  UNION SELECT a.contact_id FROM spoken_for o JOIN organization_domains d ON d.organization_id = o.id
    JOIN addresses a ON a.channel = 'email' AND (a.handle LIKE '%@' || d.domain OR a.handle LIKE '%.' || d.domain)
  ORDER BY id DESC`;
