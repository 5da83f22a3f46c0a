import type { Channel } from '@/generated/prisma/client';
import { wordsIn } from '../words';
import type { SuggestModel } from '../suggesting/model';
import { readReply } from '../suggesting/read-reply';
import type { Suggestion } from '../suggesting/suggest';

/** What was suggested of a reply once a language model was asked too (lib/replies/language-model). */
export interface JointlyRead extends Pick<Suggestion, 'outcome' | 'scope' | 'evidence'> {
  /** Null where the outcome is the language model's alone. */
  readonly sure: number | null;
}

/** What somebody said, as far as a guess needs it. */
interface Said {
  readonly id: string;
  readonly body: string;
  readonly occurredAt: Date;
  readonly channel: Channel;
  /** Null where no language model has had its say. */
  readonly joint: JointlyRead | null;
}

/** What several replies together seem to say, before a person has heard them. */
export interface Guess {
  readonly messageId: string;
  readonly outcome: NonNullable<Suggestion['outcome']>;
  readonly scope: Suggestion['scope'];
  /** Their words that it rests on, as they stand in the reply; null where none do. */
  readonly words: string | null;
  /** The language model took it for that, and nobody else did. */
  readonly byModel: boolean;
}

/** What is worst to overlook first: the order in which replies are listened to. */
export const byHarm = [
  'opted_out',
  'declined',
  'later',
  'wrong_person',
  'question',
  'interested',
  'other',
] as const satisfies readonly Guess['outcome'][];

/** Of all that was said, the guess whose oversight would harm most; null where nothing can be told. */
export function guessOf(said: readonly Said[], model: SuggestModel): Guess | null {
  const guesses = said.flatMap(({ id, body, occurredAt, channel, joint }): Guess[] => {
    const sentOn = occurredAt.toISOString().slice(0, 10);
    const { outcome, scope, evidence, sure } = joint ?? readReply({ message: body, sentOn, channel }, model);
    if (outcome === null) return [];
    const words = evidence.filter((one) => one.of === 'outcome').map((one) => wordsIn([body], one.words));
    return [
      {
        messageId: id,
        outcome,
        scope,
        words: words.find((one) => one !== null) ?? null,
        byModel: sure === null,
      },
    ];
  });
  const harm = ({ outcome }: Guess) => byHarm.indexOf(outcome);
  return guesses.reduce<Guess | null>(
    (worst, one) => (worst && harm(worst) <= harm(one) ? worst : one),
    null,
  );
}
