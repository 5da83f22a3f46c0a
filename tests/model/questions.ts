import type { Answer, Channel, Question, Step, Who } from '../support/history';

export type Played = { step: Step; answer: Answer }[];

const cast: readonly Who[] = [0, 1, 2];

/**
 * What to ask after the steps played so far: every contact, both channels, with and without a pitch
 * and a new fact, and as answers to the replies that were logged last. Twelve and more.
 */
export function questions(played: Played): Question[] {
  const plain = cast.flatMap((who): Question[] => [
    { who, channel: 'email', by: 'owner', newFact: false },
    { who, channel: 'linkedin', by: 'member', newFact: true },
    { who, channel: 'email', by: 'owner', pitch: 0, newFact: true },
    { who, channel: 'linkedin', by: 'owner', pitch: 1, newFact: false },
  ]);
  const answering = repliesIn(played)
    .slice(-4)
    .flatMap(({ who, id, channel }): Question[] => [
      { who, channel, by: 'owner', answers: id, newFact: false },
      { who, channel, by: 'member', pitch: 0, answers: id, newFact: true },
      { who, channel: 'linkedin', by: 'owner', pitch: 1, answers: id, newFact: false },
    ]);
  return [...plain, ...answering];
}

/** Replies that were recorded and not taken back, oldest first. */
function repliesIn(played: Played): { who: Who; id: number; channel: Channel }[] {
  const done = played.map(({ step, answer }, id) => ({ step, id, is: answer.is }));
  const retracted = done.flatMap(({ step, is }) =>
    step.do === 'retract' && is === 'done' ? [step.message] : [],
  );
  return done.flatMap(({ step, id, is }) => {
    const recorded = step.do === 'log_in' && step.kind === 'human' && is === 'done';
    return recorded && !retracted.includes(id) ? [{ who: step.who, id, channel: step.channel }] : [];
  });
}
