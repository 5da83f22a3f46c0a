import { expect, test } from 'vitest';
import { START } from '@/tests/model/facts';
import { policyOf, told } from '@/tests/model/script';
import { timelines } from '@/tests/model/timelines';
import { concernsMany } from '@/tests/support/history';
import { withOwnClock } from './cast';
import { DatabaseHouse } from './database-house';

const stage = withOwnClock();

test.each(timelines)('$name', async (timeline) => {
  const { steps, ask, expect: verdict, ends, standing, leaving, marks } = timeline;
  const house = await DatabaseHouse.open(stage.app, policyOf(timeline), new Date(START));
  for (const { step, at, own } of told(timeline)) {
    const answer = await house.play(step, at);
    const wanted = own && at === steps.length - 1 ? (ends ?? 'done') : 'done';
    expect(answer.is, `step ${at}: ${JSON.stringify(step)}`).toBe(wanted);
  }
  expect(await house.ask(ask)).toEqual(verdict);
  if (standing) expect(await house.standing(ask.who)).toMatchObject(standing);
  if (leaving) expect(await house.mayLeave(leaving.message)).toEqual(leaving.expect);
  for (const [message, mark] of Object.entries(marks ?? {}))
    expect(await house.mark(Number(message)), `mark of ${message}`).toBe(mark);
  if (marks && !concernsMany(steps))
    expect((await house.marks()).filter(({ stored }) => !stored)).toEqual([]);
  expect(await house.differing()).toBe(0);
});
