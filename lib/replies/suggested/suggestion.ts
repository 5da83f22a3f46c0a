import type { SuggestModel } from '@/lib/replies/suggesting/model';
import { readReply } from '@/lib/replies/suggesting/read-reply';
import type { Suggestion } from '@/lib/replies/suggesting/suggest';

/** What a reply seems to say, as it is kept beside it. */
export type KeptSuggestion = Pick<Suggestion, 'outcome' | 'scope' | 'until' | 'lang' | 'evidence' | 'sure'>;

/** Reads the words of a reply (its `body` as it is kept) as if it had just come; without a model, as it is shipped. */
export function suggestionFor(
  {
    body,
    occurredAt,
    channel,
  }: { readonly body: string; readonly occurredAt: Date; readonly channel: string },
  model?: SuggestModel,
): KeptSuggestion {
  const sentOn = occurredAt.toISOString().slice(0, 10);
  // The whole message is read: what somebody pasted may have our own words below it.
  const { outcome, scope, until, lang, evidence, sure } = readReply(
    { message: body, sentOn, channel },
    model,
  );
  return { outcome, scope, until: until?.length === 7 ? `${until}-01` : until, lang, evidence, sure };
}
