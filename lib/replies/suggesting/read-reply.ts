import { replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { wordsOf } from '@/lib/mail/reply-text/words';
import type { SuggestModel } from './model';
import { suggest, type Suggestion } from './suggest';

/** A message as it came: its whole text, quotes and signature with it; the day it was sent, `YYYY-MM-DD`. */
export interface MessageToRead {
  readonly message: string;
  readonly sentOn: string;
  readonly channel: string;
}

/** What a whole message may have said: its reply text, and the suggestion read from the words of it alone. */
export function readReply(
  { message, sentOn, channel }: MessageToRead,
  model?: SuggestModel,
): Suggestion & { readonly replyText: string } {
  const replyText = replyTextOf({ text: message, html: null });
  return { replyText, ...suggest({ replyText: wordsOf(replyText), sentOn, channel }, model) };
}
