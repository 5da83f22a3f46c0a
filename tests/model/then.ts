import type { Facts, Hearing, Message, Stamp } from './facts';

/**
 * What had been recorded at the moment of a message, and before it. What became of those rows has a time and
 * no order. What has neither, such as organizations, policy and merging, stays as it is now.
 */
export function asOf(facts: Facts, { position: { moment, seq }, recordedAt: known }: Message): Facts {
  const before = (recordedAt: number, recordedSeq: number) => recordedAt <= moment && recordedSeq < seq;
  const made = (one: Stamp | null) => (one !== null && one.at < Math.min(moment, known) ? one : null);
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
