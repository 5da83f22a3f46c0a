import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { allow, mint } from '@/lib/auth/mint';
import { changeBetween } from '@/lib/gate/simulation/openness';
import { answers, simulateOn, usualLimits } from '@/lib/gate/simulation/queries';
import { asksAboutPitches, wishes } from '@/lib/gate/simulation/reach';
import { tally } from '@/lib/gate/simulation/simulation';
import type { Policy } from '@/lib/policy/policy';
import { withOwnClock } from '@/tests/db/law/cast';
import { DatabaseHouse } from '@/tests/db/law/database-house';
import { policies, scenario } from '@/tests/model/arbitrary';
import { describeHistory } from '@/tests/model/describe';
import { START } from '@/tests/model/facts';
import { forgetEverybody } from './simulating';

const stage = withOwnClock();
const runs = 15 * Number(process.env['EARSHOT_TORTURE'] ?? 1);
const seed = Number(process.env['EARSHOT_SEED'] ?? 20_261_122);
const seen = new Set<string>();
const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Bogota');

const columns = `UPDATE policy SET time_zone = $1, follow_ups_never_answered = $2, follow_ups_in_conversation = $3, invitation_needed = $4::when_uninvited`;

/** Saves a policy for good, as the page does. */
async function save(policy: Policy): Promise<void> {
  const { timeZone, followUpsNeverAnswered, followUpsInConversation, invitationNeeded } = policy;
  const values = [timeZone, followUpsNeverAnswered, followUpsInConversation, invitationNeeded];
  await stage.app.query(columns, values);
}

async function theOwner() {
  const found = await stage.app.query<{ id: string }>(
    `SELECT id FROM users WHERE role = 'owner' AND closed_at IS NULL LIMIT 1`,
  );
  const id = found.rows[0]?.id ?? '';
  return allow(mint({ id, name: 'owner', role: 'owner', language: 'en', timeZone: 'UTC' }), 'own');
}

const everything = { ...usualLimits, counted: 1_000_000, shown: 1_000_000, patience: 60_000 };

async function simulated(policy: Policy) {
  const owner = await theOwner();
  await stage.app.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    return await simulateOn(stage.app, owner, policy, everything);
  } finally {
    await stage.app.query('ROLLBACK');
  }
}

/** The law's answer about everybody there is, whom the change reaches or not. */
async function askedOfEverybody() {
  const owner = await theOwner();
  const found = await stage.app.query<{ id: string }>('SELECT contact_id AS id FROM standing ORDER BY 1');
  const ids = found.rows.map(({ id }) => id);
  return {
    message: await answers(stage.app, { owner, wish: 'message', ids }),
    pitch: await answers(stage.app, { owner, wish: 'pitch', ids }),
  };
}

const named = (one: { contactId: string; wish: string; change: string }) =>
  `${one.contactId} ${one.wish} ${one.change}`;

test(
  `what a simulation says is what saving does, in ${runs} random histories (seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, policies, zones, async ({ policy, steps }, other, timeZone) => {
        await forgetEverybody();
        const house = await DatabaseHouse.open(stage.app, policy, new Date(START));
        for (const [at, step] of steps.entries()) await house.play(step, at);
        const after: Policy = { ...other, timeZone };
        const said = await simulated(after);
        expect(said.reached).toBe('whole');
        const was = await askedOfEverybody();
        await save(after);
        const is = await askedOfEverybody();
        const changed = tally(everything.shown);
        const told = new Map<string, string>();
        for (const wish of wishes) {
          if (wish === 'pitch' && !asksAboutPitches(said.before, after)) continue;
          for (const [contactId, before] of was[wish]) {
            const then = is[wish].get(contactId) ?? [];
            const change = changeBetween(before, then);
            if (!change || told.get(contactId) === change) continue;
            told.set(contactId, change);
            changed.add({ contactId, wish, change, before, after: then });
            seen.add(`${wish} ${change}`);
          }
        }
        const story = describeHistory(steps, policy);
        expect(said.first.map(named).sort(), story).toEqual(changed.first().map(named).sort());
        expect(said.counts).toEqual(changed.counts);
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );
  },
);

afterAll(() => {
  // A kind of change that no history reached would be held to nothing.
  for (const wish of wishes)
    for (const change of ['opens', 'closes']) expect(seen).toContain(`${wish} ${change}`);
});
