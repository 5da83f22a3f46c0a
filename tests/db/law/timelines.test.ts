import { expect, test } from 'vitest';
import { START } from '@/tests/model/facts';
import { timelines } from '@/tests/model/timelines';
import { withOwnClock } from './cast';
import { DatabaseHouse } from './database-house';

const stage = withOwnClock();
const quiet = { followUpsNeverAnswered: 0, followUpsInConversation: 0, invitationNeeded: 'warn' } as const;

test.each(timelines)('$name', async ({ policy, steps, ask, expect: verdict, ends, standing }) => {
  const house = await DatabaseHouse.open(stage.app, policy ?? quiet, new Date(START));
  for (const [at, step] of steps.entries()) {
    const answer = await house.play(step, at);
    const wanted = at === steps.length - 1 ? (ends ?? 'done') : 'done';
    expect(answer.is, `step ${at}: ${JSON.stringify(step)}`).toBe(wanted);
  }
  expect(await house.ask(ask)).toEqual(verdict);
  if (standing) expect(await house.standing(ask.who)).toMatchObject(standing);
  expect(await house.differing()).toBe(0);
});
