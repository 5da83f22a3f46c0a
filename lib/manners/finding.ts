import type { Channel, Purpose } from '@/generated/prisma/enums';

/** What manners find in a text. */
export const findingCodes = [
  ...(['placeholder', 'nameless', 'other_name', 'near_copy', 'nothing_own', 'checking_in'] as const),
  ...(['thanks_too_long', 'thanks_pitch', 'thanks_link', 'thanks_questions', 'no_way_out'] as const),
  ...(['misspelt_name', 'monologue', 'too_long', 'many_asks', 'their_night', 'source_unsaid'] as const),
  ...(['no_subject', 'pretends'] as const),
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** Words of a field, as UTF-16 offsets: `start` is the first, `end` the one behind the last. */
export interface Place {
  readonly field: 'body' | 'subject' | 'newFact';
  readonly start: number;
  readonly end: number;
}

/** One thing manners found, with the words it rests on; none where it rests on what is not there. */
export interface Finding {
  readonly code: FindingCode;
  /** Whether it keeps the message from leaving; otherwise it is a hint. */
  readonly refuses: boolean;
  readonly places: readonly Place[];
}

/** What somebody is about to say. */
export interface Draft {
  /** Null where the channel has none. */
  readonly subject: string | null;
  readonly body: string;
  readonly newFact: string | null;
}

/** To whom, and how it stands. */
export interface Circumstances {
  readonly name: string;
  readonly givenName: string | null;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly carriesPitch: boolean;
  /** Nobody here has written to them before. */
  readonly isFirst: boolean;
  /** They have said something here. */
  readonly haveSpoken: boolean;
  /** The hour (0 to 23) where they are; null where nobody knows. */
  readonly theirHour: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** They gave us their address themselves: met, introduced, or wrote first. */
  readonly gaveAddress: boolean;
  readonly sourceOfAddress: string | null;
}

/** Whether a message begins something: then it has to be for this person. */
export function begins({ purpose }: Pick<Circumstances, 'purpose'>): boolean {
  return purpose === 'opening' || purpose === 'follow_up';
}

export function refused(code: FindingCode, places: readonly Place[] = []): Finding {
  return { code, refuses: true, places };
}

export function hint(code: FindingCode, places: readonly Place[] = []): Finding {
  return { code, refuses: false, places };
}

export function inBody(start: number, end: number): Place {
  return { field: 'body', start, end };
}
