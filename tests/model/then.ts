import { type Facts, type Hearing, type Message, type Stamp } from './facts';

/**
 * What had been recorded at a moment, and before a message. What has no time of its own, such as
 * organizations, policy and merging, stays as it is now.
 */
export function asOf(facts: Facts, moment: number, seq: number): Facts {
  const before = (recordedAt: number, recordedSeq: number) => recordedAt <= moment && recordedSeq < seq;
  const made = (one: Stamp | null) => (one !== null && before(one.at, one.seq) ? one : null);
  const messages = facts.messages
    .filter((message) => before(message.recordedAt, message.position.seq))
    .map((message): Message => ({
      ...message,
      givenBack: made(message.givenBack),
      retracted: made(message.retracted),
      hearing: null,
    }));
  const copyOf = (message: Message | null): Message | null =>
    messages.find((copy) => copy.id === message?.id) ?? null;
  for (const message of messages) {
    message.names = copyOf(message.names);
    message.correctedBy = copyOf(message.correctedBy);
  }
  const hearings = facts.hearings.flatMap((hearing): Hearing[] => {
    const reply = before(hearing.recordedAt, hearing.seq) ? copyOf(hearing.reply) : null;
    if (reply === null) return [];
    const { withdrawn, lifted, successors } = hearing;
    const copy: Hearing = {
      ...hearing,
      reply,
      withdrawn: made(withdrawn),
      lifted: made(lifted),
      successors: successors.filter((one) => before(one.at, one.seq)),
    };
    reply.hearing = copy;
    return [copy];
  });
  return {
    ...facts,
    now: moment,
    messages,
    hearings,
    stops: facts.stops
      .filter(({ recorded }) => before(recorded.at, recorded.seq))
      .map((stop) => ({ ...stop, words: copyOf(stop.words), lifted: made(stop.lifted) })),
    endings: facts.endings.filter((ending) => before(ending.recordedAt, ending.seq)),
    ownRests: facts.ownRests
      .filter((rest) => before(rest.recordedAt, rest.seq))
      .map((rest) => ({ ...rest, lifted: made(rest.lifted) })),
    suppressions: facts.suppressions
      .filter(({ recorded }) => before(recorded.at, recorded.seq))
      .map((row) => ({ ...row, lifted: made(row.lifted) })),
  };
}
