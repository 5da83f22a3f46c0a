import type { Channel, MetHow } from '@/generated/prisma/enums';
import type { AddressChannel } from '@/lib/contacts/addresses';
import type { HearingTold } from '@/lib/replies/hearing';

/** How long ago, and at which hour; without one, `days` may be a part of a day before this very minute. */
export interface Ago {
  readonly days: number;
  /** `HH:MM`. */
  readonly at?: string;
}

/** What was heard in their words. `until` is a month (1 to 12): its first day that lies ahead. */
export type HeardThere = Partial<Omit<HearingTold, 'until' | 'outcome' | 'pitchId' | 'reason'>> & {
  readonly outcome: HearingTold['outcome'];
  readonly untilMonth?: number;
};

/** One thing that happened, oldest first. */
export type Happening =
  | (Ago & {
      readonly we: string;
      readonly on: Channel;
      readonly pitch?: SamplePitch;
      /** It answers what they said last. */
      readonly answers?: true;
      /** It asks for no answer: the conversation ends with it. */
      readonly last?: true;
    })
  | (Ago & { readonly they: string; readonly on: Channel; readonly heard?: HeardThere })
  | (Ago & { readonly talk: string; readonly on: Channel; readonly heard: HeardThere })
  | (Ago & { readonly connected: true; readonly on: Channel });

/** Somebody invented, in one telling state. */
export interface SamplePerson {
  /** Their import key is `sample:` and this. */
  readonly key: string;
  readonly name: string;
  readonly position: string;
  readonly organization: string | null;
  readonly language: string;
  readonly timeZone: string;
  readonly met: { readonly how: MetHow; readonly where?: string; readonly by?: string };
  readonly sourceOfAddress?: string;
  /** On `.example` domains and invented pages: nobody's door is taken. */
  readonly addresses: readonly { readonly channel: AddressChannel; readonly typed: string }[];
  readonly happened: readonly Happening[];
}

export const samplePitches = {
  second_visit: {
    name: 'Second visit',
    proposal: 'A small tool that helps places where people come once become places where they come back.',
    toLearn: 'What makes somebody come a second time, and who notices when they do not.',
  },
  half_an_hour: {
    name: 'Half an hour',
    proposal: 'A conversation of half an hour, before anything is built.',
    toLearn: 'How people keep track today, and what they gave up on.',
  },
} as const;

export type SamplePitch = keyof typeof samplePitches;
