import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietSql, standingStates, type StandingState, stateSql } from '@/lib/contacts/standing-filter';
import { tabs } from '@/lib/contacts/list/list-filter';
import { ways } from '@/lib/contacts/list/ways';
import { withOwnClock } from '@/tests/db/law/cast';
import { DatabaseHouse } from '@/tests/db/law/database-house';
import { scenario } from '@/tests/model/arbitrary';
import { describeHistory } from '@/tests/model/describe';
import { START } from '@/tests/model/facts';
import type { Policy, Step } from '@/tests/support/history';

const stage = withOwnClock();
const runs = Number(process.env['EARSHOT_HISTORIES'] ?? 60);
const seen = new Map<StandingState, number>();
// The same histories for everybody who runs npm test; npm run torture draws others each time.
const seed = Number(process.env['EARSHOT_SEED'] ?? 20_261_122);

interface Reason {
  readonly code: string;
}

interface Asked {
  readonly id: string;
  readonly state: StandingState;
  readonly verdict: {
    readonly allowed: boolean;
    readonly purpose: string;
    readonly reasons: readonly Reason[];
  };
  readonly turn: string;
  readonly rest_said_by: 'them' | 'us' | null;
}

/** What the law's answer to a message with a pitch never put to them, and with a new fact, makes of somebody. */
function stateOf({ verdict, turn, state, rest_said_by }: Asked): readonly StandingState[] {
  const codes = new Set(verdict.reasons.map(({ code }) => code));
  if (codes.has('unheard_reply')) return ['listen'];
  if (codes.has('response_owed')) return ['your_turn'];
  if (codes.has('opted_out') || codes.has('declined') || codes.has('wrong_person')) return ['stopped'];
  if (codes.has('resting')) return ['resting'];
  if (codes.has('awaiting_reply') || verdict.purpose === 'follow_up') return ['their_turn'];
  if (turn === 'ours' && !codes.has('recently_ended')) return ['your_turn', 'open'];
  // Something is promised, or may be added: one message more, and still their turn.
  if (turn === 'theirs' && verdict.purpose === 'response') return ['their_turn'];
  // A row of standing keeps one rest, the later one: a date of theirs that came before a rest of ours ended is not seen.
  if (turn === 'theirs' && rest_said_by === 'us') return ['open', 'their_turn'];
  return state === 'never_written' ? ['never_written'] : ['open'];
}

async function ask(since: string): Promise<Asked[]> {
  const asker = await stage.app.query<{ id: string }>(
    `SELECT id FROM users WHERE role = 'owner' AND closed_at IS NULL LIMIT 1`,
  );
  const answer = await stage.app.query<Asked>(
    `WITH ${quietSql} SELECT s.contact_id AS id, ${stateSql} AS state, s.turn, s.rest_said_by,
      law.verdict(s.contact_id, $1, 'other', NULL, gen_random_uuid(), NULL, true) AS verdict
    FROM standing s WHERE s.contact_id > $2 ORDER BY s.contact_id`,
    [asker.rows[0]?.id, since],
  );
  return answer.rows;
}

async function agrees(policy: Policy, steps: readonly Step[]): Promise<void> {
  const before = await stage.app.query<{ id: string }>('SELECT max(contact_id::text) AS id FROM standing');
  const since = before.rows[0]?.id ?? '00000000-0000-0000-0000-000000000000';
  const house = await DatabaseHouse.open(stage.app, policy, new Date(START));
  for (const [at, step] of steps.entries()) await house.play(step, at);
  const asked = await ask(since);
  expect(asked.length).toBeGreaterThan(0);
  const wanted = asked.map((one) => ({ ...one, wanted: stateOf(one) }));
  const wrong = wanted.filter(({ state, wanted: possible }) => !possible.includes(state));
  expect(wrong, describeHistory([...steps], policy)).toEqual([]);
  for (const { state } of asked) seen.set(state, (seen.get(state) ?? 0) + 1);
  await inTabs(asked);
}

/** Everybody is found in the tab of their state, once, and in no other. */
async function inTabs(asked: readonly Asked[]): Promise<void> {
  const found: string[] = [];
  for (const tab of tabs.filter((one) => one !== 'everybody')) {
    const branches = ways[tab].branches.map(
      ({ from = 'standing', where }) => `SELECT s.contact_id AS id FROM ${from} s WHERE ${where}`,
    );
    const answer = await stage.app.query<{ id: string }>(
      `WITH ${quietSql} SELECT b.id FROM (${branches.join(' UNION ALL ')}) b WHERE b.id = ANY ($1)`,
      [asked.map(({ id }) => id)],
    );
    found.push(...answer.rows.map(({ id }) => `${id} ${tab}`));
  }
  const wanted = asked.filter(({ state }) => state !== 'open').map(({ id, state }) => `${id} ${state}`);
  expect(found.sort()).toEqual(wanted.sort());
}

test(
  `lists part people as the law would answer, in ${runs} random histories (seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, ({ policy, steps }) =>
        agrees({ ...policy, followUpsInConversation: 0, followUpsNeverAnswered: 0 }, steps),
      ),
      { numRuns: runs, seed, endOnFailure: true },
    );
    // A state that no history reached would be held to nothing.
    expect([...seen.keys()].sort()).toEqual([...standingStates].sort());
  },
);
