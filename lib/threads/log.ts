import { z } from 'zod';
import type { Channel, MessageKind } from '@/generated/prisma/client';
import { blankOr, text } from './form';

/** Where something can have been said. */
export const channels = [
  'email',
  'linkedin',
  'x',
  'phone',
  'whatsapp',
  'sms',
  'in_person',
  'other',
] as const satisfies readonly Channel[];

/**
 * What a person logs. A talk, in person or on the phone, was heard when it was had: it comes with its outcome. A
 * request to connect asks for an answer, as a message does.
 */
export const logKinds = ['message', 'talk', 'request', 'connection', 'reaction', 'auto_reply'] as const;

export type LogKind = (typeof logKinds)[number];

/** Where one talks. */
export const talkChannels: readonly Channel[] = ['in_person', 'phone', 'whatsapp', 'other'];

/** Where what they said can only have been heard while it was said. */
const spokenChannels: readonly Channel[] = ['in_person', 'phone'];

/** Whether a form tells of a talk: one said to be, or words of theirs from where nobody writes. */
export function talksIn(told: Pick<Told, 'kind' | 'direction' | 'channel'>): boolean {
  if (told.kind === 'talk') return true;
  return told.kind === 'message' && told.direction === 'inbound' && spokenChannels.includes(told.channel);
}

/** How a kind is kept. Only `human` takes part in the turn. */
export const kindOf = {
  message: 'human',
  talk: 'human',
  request: 'human',
  auto_reply: 'auto_reply',
  connection: 'connection',
  reaction: 'reaction',
} as const satisfies Record<LogKind, MessageKind>;

const id = blankOr(z.uuid());

/** One message, as the form, the command line and the sample tell it. */
export const logShape = {
  contactId: z.uuid(),
  kind: z.enum(logKinds, { error: 'choose' }),
  direction: z.enum(['inbound', 'outbound'], { error: 'choose' }),
  channel: z.enum(channels, { error: 'choose' }),
  addressId: id,
  day: z.iso.date({ error: 'no_such_day' }),
  hour: blankOr(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'no_such_hour' })),
  subject: blankOr(text(500)),
  body: text(100_000),
  pitchId: id,
  answersId: id,
};

export const logSchema = z.strictObject(logShape).superRefine(sensible).transform(belonging);

export type Log = z.infer<typeof logSchema>;

type Told = z.infer<z.ZodObject<typeof logShape>>;

/** Says what does not go together. */
export function sensible(told: Told, context: z.RefinementCtx): void {
  const wrong = (path: keyof Told, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (kindOf[told.kind] === 'human' && told.body === '') wrong('body', 'empty');
  if (told.kind === 'talk' && !talkChannels.includes(told.channel)) wrong('channel', 'no_talk_there');
}

/** Leaves out what does not belong to this kind and direction, since a form without a script sends everything. */
export function belonging<T extends Told>(told: T): T {
  const direction = told.kind === 'talk' ? 'inbound' : told.direction;
  const ours = direction === 'outbound' && kindOf[told.kind] === 'human';
  return {
    ...told,
    direction,
    subject: told.channel === 'email' ? told.subject : null,
    addressId: told.channel === 'in_person' ? null : told.addressId,
    pitchId: ours ? told.pitchId : null,
    answersId: ours ? told.answersId : null,
  };
}
