import { describe, expect, test } from 'vitest';
import { modelHouse } from '../../model/house';
import { timelines } from '../../model/timelines';

describe('the model of the law', () => {
  test.each(timelines.map((timeline) => [timeline.name, timeline] as const))('%s', (_, timeline) => {
    const house = modelHouse(timeline.policy ?? { followUpsNeverAnswered: 0, followUpsInConversation: 0 });
    const answers = timeline.steps.map((step, at) => house.play(step, at).is);
    expect(answers).toEqual(
      answers.map((_, at) => (at < answers.length - 1 ? 'done' : (timeline.ends ?? 'done'))),
    );
    expect(house.ask(timeline.ask)).toEqual(timeline.expect);
    expect(house.standing(timeline.ask.who)).toMatchObject(timeline.standing ?? {});
  });

  test('tells every story under a name of its own', () => {
    expect(new Set(timelines.map((timeline) => timeline.name)).size).toBe(timelines.length);
  });
});
