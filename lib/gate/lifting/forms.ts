import { z } from 'zod';
import { addressChannels } from '@/lib/contacts/addresses';
import { reasonCodes, type ReasonCode } from '../verdict';

const id = z.uuid();
const note = z
  .string()
  .max(500)
  .nullish()
  .transform((words) => words?.trim() || null);

/** The reasons for which there may be an exception: the same as in prisma/law/085_keeping.sql. */
export const exceptable: readonly ReasonCode[] = [
  'suppressed',
  'declined',
  'wrong_person',
  'resting',
  'awaiting_reply',
  'recently_ended',
  'colleague_in_conversation',
  'listening_debt',
  'deaf',
];

export const lookSchema = z.strictObject({ channels: z.string().transform(channelsIn) });
export const handOverSchema = z.strictObject({ contactId: id, toId: id, note });
export const handOverAllSchema = z.strictObject({ fromId: id, toId: id, note });
export const withdrawnSchema = z.strictObject({ messageId: id, reason: z.string().trim().min(1).max(500) });
export const successorSchema = z.strictObject({ id, contactId: id });

export const exceptionSchema = z.strictObject({
  contactId: id,
  toId: id,
  reasons: z.string().transform((codes) => reasonCodes.filter((code) => codes.split(' ').includes(code))),
  newFact: z
    .string()
    .trim()
    .max(500)
    .refine((words) => !isNothingNew(words)),
});

function channelsIn(text: string) {
  return addressChannels.filter((channel) => text.split(' ').includes(channel));
}

const excuses =
  /^(only |just |solo |sólo |quick(ly)? |hi,? |hola,? )*(checking in|check in|following up|follow(-| )?up|touching base|circling back|bumping( this)?|a reminder|reminder|seguimiento|quería saber( si lo has visto)?|quer[ií]a retomar( esto)?|recordatorio|un recordatorio|por si acaso|nothing|nada|n\/?a)[\s.!…?]*$/iu;

/** Whether words that should say what is new say nothing: too few, or "just checking in". */
export function isNothingNew(words: string): boolean {
  const said = words.trim();
  return [...said].length < 10 || excuses.test(said);
}
