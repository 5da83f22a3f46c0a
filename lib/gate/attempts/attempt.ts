import { z } from 'zod';
import { channels } from '@/lib/threads/log';
import type { Question } from '../queries';

const idOrNone = z
  .union([z.uuid(), z.literal('')])
  .nullish()
  .transform((value) => value || null);

const attemptSchema = z.strictObject({
  contactId: z.uuid(),
  channel: z.enum(channels),
  addressId: idOrNone,
  pitchId: idOrNone,
  answersId: idOrNone,
  newFact: z.enum(['', '1']).transform((value) => value === '1'),
});

/** The message that a refused send was about, as the fields of its form. */
export function attemptFields(question: Question): Readonly<Record<string, string>> {
  const { contactId, channel, addressId, pitchId, answersId, newFact } = question;
  return {
    ...{ contactId, channel, newFact: newFact ? '1' : '' },
    ...{ addressId: addressId ?? '', pitchId: pitchId ?? '', answersId: answersId ?? '' },
  };
}

/** The message that a form asks about; null where that cannot be read. Of words it knows nothing. */
export function attemptIn(form: FormData): Question | null {
  const fields = Object.keys(attemptSchema.shape).map((name) => [name, form.get(name)]);
  const read = attemptSchema.safeParse(Object.fromEntries(fields));
  return read.success ? read.data : null;
}
