import type { Channel, Direction, Turn } from '@/generated/prisma/client';

/** A reply that a message of ours may answer. */
export interface Answerable {
  readonly id: string;
  readonly body: string;
  readonly moment: Date;
  readonly heard: boolean;
  readonly answered: boolean;
  /** A no, a not-now or a wrong person: the first message that answers it is the one thanks. */
  readonly thankable: boolean;
}

/** The reply that a message of ours answers, by guess: the latest heard one that still waits. */
export function guessAnswered(replies: readonly Answerable[]): string | null {
  return replies.find(({ heard, answered }) => heard && !answered)?.id ?? null;
}

/** Who wrote, by guess: whoever is on turn; towards somebody never spoken with, we. */
export function guessDirection(turn: Turn, everWritten: boolean): Direction {
  if (turn === 'theirs') return 'inbound';
  return turn === 'nobody' && everWritten ? 'inbound' : 'outbound';
}

/** Where, by guess: where they last talked; else at their first address; else by email. */
export function guessChannel(
  last: Channel | null,
  addresses: readonly { readonly channel: Channel }[],
): Channel {
  return last ?? addresses[0]?.channel ?? 'email';
}
