import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '@/tests/model/arbitrary';
import { describeHistory } from '@/tests/model/describe';
import { isHere, START } from '@/tests/model/facts';
import { modelHouse } from '@/tests/model/house';
import { questions, type Played } from '@/tests/model/questions';
import { concernsMany, type Policy, type Step } from '@/tests/support/history';
import { withOwnClock } from './cast';
import { DatabaseHouse } from './database-house';

const stage = withOwnClock();
const runs = Number(process.env['EARSHOT_HISTORIES'] ?? 24);
// The same histories for everybody who runs npm test; npm run torture draws others each time.
const seed = Number(process.env['EARSHOT_SEED'] ?? 20_261_122);

/** Plays one history on both and holds every answer of the one against the other's. */
async function agree(policy: Policy, steps: readonly Step[]): Promise<void> {
  const model = modelHouse(policy);
  const house = await DatabaseHouse.open(stage.app, policy, new Date(START));
  const played: Played = [];
  const told: unknown[] = [];
  const wanted: unknown[] = [];
  for (const [at, step] of steps.entries()) {
    const answer = model.play(step, at);
    wanted.push(answer);
    told.push(await house.play(step, at));
    played.push({ step, answer });
    // Whoever the step touched is asked about at once, everybody at the end.
    const all = questions(played);
    const asked =
      at === steps.length - 1 || step.do === 'pass'
        ? all
        : all.filter((one) => 'who' in step && one.who === step.who);
    const answers = await house.askAll(asked);
    wanted.push(asked.map((one) => ({ asked: JSON.stringify(one), ...model.ask(one) })));
    told.push(asked.map((one, nth) => ({ asked: JSON.stringify(one), ...answers[nth] })));
    if (!same(told.slice(-2), wanted.slice(-2))) break;
  }
  const who = ([0, 1, 2, 3] as const).filter((one) => isHere(model.facts(), one));
  wanted.push(who.map((one) => model.standing(one)));
  for (const one of who) told.push(await house.standing(one));
  const marks = await house.marks();
  wanted.push(marks.map(({ message }) => ({ message, mark: model.mark(message) })));
  told.push(marks.map(({ message, mark }) => ({ message, mark })));
  const stale = concernsMany(steps) ? [] : marks.filter(({ stored }) => !stored);
  expect(
    { told: told.flat(), differing: await house.differing(), stale },
    describeHistory(steps, policy),
  ).toEqual({ told: wanted.flat(), differing: 0, stale: [] });
}

// Only what came last: comparing all of it at every step would take longer than playing it.
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

test(
  `the law of the database is the law of the model in ${runs} random histories (seed ${seed})`,
  { timeout: 60_000 + runs * 3_000 },
  async () => {
    console.info(`histories: ${runs}, seed: ${seed}`);
    await fc.assert(
      fc.asyncProperty(scenario, ({ policy, steps }) => agree(policy, steps)),
      { numRuns: runs, seed, endOnFailure: true },
    );
  },
);
