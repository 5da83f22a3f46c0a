import { firstOf, type Asked } from '@/lib/auth/asked';
import { guessDoor } from '@/lib/replies/newcomer';
import { handleChannels, readHandle, type Handle } from './handle';

/** Whom the address of a page names: `email`, `linkedin`, `x`, `phone`, or in one's own words `who`. */
export function whomIn(asked: Asked): { typed: string | null; handle: Handle | null } {
  for (const channel of handleChannels) {
    const typed = firstOf(asked, channel);
    if (typed) return { typed, handle: typed.length > 500 ? null : readHandle(channel, typed) };
  }
  const typed = firstOf(asked, 'who')?.trim().slice(0, 500) ?? null;
  const guessed = typed ? guessDoor(typed) : null;
  const channel = handleChannels.find((one) => one === guessed);
  return { typed, handle: typed && channel ? readHandle(channel, typed) : null };
}
