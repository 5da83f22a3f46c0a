import type { MessageKind } from '@/generated/prisma/enums';
import type { Asked, KnownAddress, KnownMessage } from '../matching/match';
import type { Prepared } from './incoming';

/** A message by e-mail that is here, with its thread. */
export interface MessageHere extends KnownMessage {
  readonly kind: MessageKind;
  readonly threadId: string;
}

/** A message that a mail may be already. */
export interface There extends Pick<MessageHere, 'id' | 'contactId' | 'direction' | 'kind'> {
  readonly ref: string;
  readonly body: string;
  /** Somebody has heard it there, or answered it. */
  readonly isHeard?: boolean;
}

export interface ThreadHere {
  readonly id: string;
  readonly contactId: string;
  readonly addressId: string | null;
}

/** What is known of those that mails name; see `Facts`. */
export interface Known {
  readonly addresses: ReadonlyMap<string, KnownAddress>;
  readonly known: Map<string, MessageHere[]>;
  readonly lastTo: ReadonlyMap<string, MessageHere>;
  readonly aliveSince: ReadonlySet<string>;
}

/** A message to be recorded. */
export interface NewMessage extends MessageHere {
  readonly ref: string;
  readonly authorId: string | null;
  readonly occurredAt: Date;
  readonly subject: string | null;
  readonly body: string;
  readonly parentId: string | null;
  readonly answersId: string | null;
  readonly refs: readonly string[];
}

/** What becomes of one mail. */
export interface Planned {
  readonly prepared: Prepared;
  /** Its messages: those that were here, and those that are made. */
  readonly messageIds: readonly string[];
  readonly made: readonly NewMessage[];
  readonly asked: Asked | null;
}

/** What a mail names: what it answers, and what it reports about. */
export function namesOf({ mail: { read, refs } }: Prepared): string[] {
  const original = read.bounce?.originalMessageId ?? read.complaint?.originalMessageId;
  return original ? [original, ...refs] : [...refs];
}
