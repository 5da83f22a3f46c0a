import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietSql, standingStates, type StandingState, stateSql } from '@/lib/contacts/standing-filter';
import { tabs } from '@/lib/contacts/list/list-filter';
import { ways } from '@/lib/contacts/list/ways';
import { pageSql, withQuiet } from '@/lib/replies/today/sql';
import { tabs as todayTabs } from '@/lib/replies/today/tabs';
import { withOwnClock } from '@/tests/db/law/cast';
import { DatabaseHouse } from '@/tests/db/law/database-house';
import { scenario } from '@/tests/model/arbitrary';
import { describeHistory } from '@/tests/model/describe';
import { START } from '@/tests/model/facts';
import type { Policy, Step } from '@/tests/support/history';

const stage = withOwnClock();
const runs = Number(process.env['EARSHOT_HISTORIES'] ?? 30);
const seen = new Map<StandingState, number>();
let promises = 0;
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
  /** What a message without a pitch would be, on a channel where nothing of ours could be added to. */
  readonly goes_on_as: string;
}

/** What the law's answer to a message with a pitch never put to them, and with a new fact, makes of somebody. */
function stateOf({ verdict, turn, state, rest_said_by, goes_on_as }: Asked): readonly StandingState[] {
  const codes = new Set(verdict.reasons.map(({ code }) => code));
  if (codes.has('unheard_reply')) return ['listen'];
  if (codes.has('response_owed')) return ['your_turn'];
  if (codes.has('opted_out') || codes.has('declined') || codes.has('wrong_person')) return ['stopped'];
  if (codes.has('resting')) return ['resting'];
  // Their turn, and yet what we write now belongs to what we said: something is promised.
  if (turn === 'theirs' && goes_on_as === 'response') return ['your_turn'];
  if (codes.has('awaiting_reply') || verdict.purpose === 'follow_up') return ['their_turn'];
  if (turn === 'ours' && !codes.has('recently_ended')) return ['your_turn', 'open'];
  // Something may be added: one message more, and still their turn.
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
      law.verdict(s.contact_id, $1, 'other', NULL, gen_random_uuid(), NULL, true) AS verdict,
      law.verdict(s.contact_id, $1, 'sms', NULL, NULL, NULL, true) ->> 'purpose' AS goes_on_as
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
  promises += asked.filter(({ state, turn }) => state === 'your_turn' && turn === 'theirs').length;
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
  const wanted = asked.map(({ id, state }) => `${id} ${state}`);
  expect(found.sort()).toEqual(wanted.sort());
  await onToday(asked);
}

/** Today walks some tabs in another order, and finds the same people. */
async function onToday(asked: readonly Asked[]): Promise<void> {
  const found: string[] = [];
  for (const tab of todayTabs) {
    const { sql } = pageSql(tab, null);
    const answer = await stage.app.query<{ id: string }>(
      `${withQuiet} SELECT p.contact_id AS id FROM (${sql.replaceAll('$3', '1000000')}) p WHERE p.contact_id = ANY ($1)`,
      [asked.map(({ id }) => id)],
    );
    found.push(...answer.rows.map(({ id }) => `${id} ${tab}`));
  }
  const wanted = asked.filter(({ state }) => todayTabs.some((tab) => tab === state));
  expect(found.sort()).toEqual(wanted.map(({ id, state }) => `${id} ${state}`).sort());
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

const plainPolicy: Policy = {
  followUpsInConversation: 0,
  followUpsNeverAnswered: 0,
  invitationNeeded: 'warn',
};
const promising: readonly Step[] = [
  { do: 'listen_everywhere' },
  { do: 'log_in', who: 0, channel: 'linkedin', hoursAgo: 5, dayOnly: false, kind: 'human' },
  { do: 'hear', message: 1, by: 'owner', outcome: 'question' },
  {
    ...{ do: 'send', who: 0, by: 'owner', channel: 'linkedin', answers: 1 },
    ...{ newFact: false, promisedDays: 3 },
  },
];
const days = (count: number): Step => ({ do: 'pass', hours: 24 * count });
const heardNo = { outcome: 'declined', scope: 'person' } as const;
const spoke = { channel: 'linkedin', hoursAgo: 0, dayOnly: false, kind: 'human' } as const;

test.each<readonly [string, readonly Step[], number]>([
  ['is our turn at once', [], 1],
  ['is our turn until a week after its day', [days(9)], 1],
  ['is theirs again after that', [days(10)], 0],
  [
    'is kept by the message that brings it',
    [
      { do: 'settle', message: 3, as: 'accepted' },
      days(1),
      { do: 'listen_everywhere' },
      { do: 'send', who: 0, by: 'owner', channel: 'linkedin', newFact: false },
    ],
    0,
  ],
  ['was never said when the message was withdrawn', [{ do: 'settle', message: 3, as: 'withdrawn' }], 0],
  [
    'waits behind a no that came after it',
    [{ do: 'log_in', who: 0, by: 'owner', ...spoke, heard: heardNo }],
    0,
  ],
  ['waits while they rest', [{ do: 'rest', who: 0, by: 'owner', days: 20 }], 0],
  ['waits when they asked to be left out', [{ do: 'opt_out', who: 0, by: 'owner' }], 0],
])('what we promised %s', async (_, steps, expected) => {
  promises = 0;
  await agrees(plainPolicy, [...promising, ...steps]);
  expect(promises).toBe(expected);
});
