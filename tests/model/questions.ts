import type { Answer, Channel, Question, Step, Who } from '../support/history';

export type Played = { step: Step; answer: Answer }[];

const cast: readonly Who[] = [0, 1, 2, 3];

/** The contacts who are known by then and were not merged away. */
export function here(played: Played): Who[] {
  const done = played.flatMap(({ step, answer }) => (answer.is === 'done' ? [step] : []));
  const gone = done.flatMap((step) => (step.do === 'merge' ? [step.from] : []));
  const came = done.some((step) => step.do === 'appear');
  return cast.filter((who) => !gone.includes(who) && (who !== 3 || came));
}

/**
 * What to ask after the steps played so far: every contact, over some channels, by each user, with
 * and without a pitch and a new fact, as answers to the replies that were logged last, with the
 * exception and the referral made last, and now and then at an address that began with somebody else.
 */
export function questions(played: Played): Question[] {
  const known = here(played);
  const plain = known.flatMap((who): Question[] => [
    { who, channel: 'email', by: 'owner', newFact: false },
    { who, channel: 'linkedin', by: 'member', newFact: true },
    { who, channel: 'email', by: 'owner', pitch: 0, newFact: true },
    { who, channel: 'whatsapp', by: 'colleague', pitch: 1, newFact: false },
  ]);
  const answering = repliesIn(played)
    .slice(-4)
    .flatMap(({ who, id, channel }): Question[] => [
      { who, channel, by: 'owner', answers: id, newFact: false },
      { who, channel, by: 'member', pitch: 0, answers: id, newFact: true },
      { who, channel: 'linkedin', by: 'colleague', pitch: 1, answers: id, newFact: false },
    ]);
  return [...plain, ...answering, ...elsewhere(played), ...carrying(played)].filter(({ who }) =>
    known.includes(who),
  );
}

/** At handles that began with somebody else, who may be the same person by now. */
function elsewhere(played: Played): Question[] {
  const merged = played.flatMap(({ step, answer }): Question[] =>
    step.do === 'merge' && answer.is === 'done'
      ? [{ who: step.into, at: step.from, channel: 'email', by: 'owner', newFact: false }]
      : [],
  );
  return [...merged, { who: 2, at: 1, channel: 'linkedin', by: 'member', newFact: false }];
}

/** With what was granted or named last. */
function carrying(played: Played): Question[] {
  const done = played.map(({ step, answer }, id) => ({ step, id, is: answer.is }));
  const grants = done.flatMap(({ step, id, is }): Question[] =>
    step.do === 'grant' && is === 'done'
      ? [{ who: step.who, by: step.to, channel: 'email', newFact: false, exception: id }]
      : [],
  );
  const referrals = done.flatMap(({ step, id, is }): Question[] => {
    const refers = step.do === 'hear' ? step.refers : step.do === 'log_in' ? step.heard?.refers : undefined;
    if (refers === undefined || is !== 'done') return [];
    return [{ who: refers, by: 'owner', channel: 'email', pitch: 0, newFact: false, referral: id }];
  });
  return [...grants.slice(-2), ...referrals.slice(-2)];
}

/** Replies that were recorded and not taken back, oldest first. */
function repliesIn(played: Played): { who: Who; id: number; channel: Exclude<Channel, 'in_person'> }[] {
  const done = played.map(({ step, answer }, id) => ({ step, id, is: answer.is }));
  const retracted = done.flatMap(({ step, is }) =>
    (step.do === 'retract' || step.do === 'correct') && is === 'done' ? [step.message] : [],
  );
  const into = new Map(
    done.flatMap(({ step, is }) =>
      step.do === 'merge' && is === 'done' ? [[step.from, step.into] as const] : [],
    ),
  );
  return done.flatMap(({ step, id, is }) => {
    const recorded = step.do === 'log_in' && step.kind === 'human' && is === 'done';
    if (!recorded || retracted.includes(id)) return [];
    const channel = step.channel === 'in_person' ? 'email' : step.channel;
    return [{ who: into.get(step.who) ?? step.who, id, channel }];
  });
}
