import { z } from 'zod';
import { asksNothing } from '@/lib/threads/asked';

/** What is written at most. */
export const longestBody = 20_000;

const id = z.uuid();
const idOrNone = z
  .union([id, z.literal('')])
  .nullish()
  .transform((value) => value || null);
const words = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .transform((value) => value?.trim() || null);

/** What the write form holds, whatever becomes of it. */
export const letterSchema = z.strictObject({
  contactId: id,
  addressId: idOrNone,
  pitchId: idOrNone,
  answersId: idOrNone,
  newFact: words(500),
  subject: words(300),
  body: z.string().max(longestBody),
});

export type Letter = Readonly<z.infer<typeof letterSchema>>;

const day = z
  .union([z.iso.date(), z.literal('')])
  .nullish()
  .transform((value) => value || null);

/** What goes with a letter besides its words. */
const enclosedSchema = z.strictObject({
  /** What opens it: who sent us, and an exception. */
  ...{ referralId: idOrNone, exceptionId: idOrNone },
  /** Until when something is promised in it, `YYYY-MM-DD`. */
  promisedOn: day,
  /** It asks for no answer, so that the conversation ends with it. */
  nothingToAnswer: z
    .string()
    .nullish()
    .transform((ticked) => ticked === 'on'),
});

export type Enclosed = Readonly<z.infer<typeof enclosedSchema>>;

/** A letter that can leave: it goes somewhere and says something. */
export interface Copy extends Letter {
  readonly addressId: string;
  readonly enclosed?: Enclosed;
}

export type LetterFault =
  'nothing_written' | 'no_address' | 'something_to_answer' | 'promise_answers' | 'promise_past';

/** The letter as something that can leave, or what it lacks. */
export function copyOf(
  letter: Letter,
  enclosed: Enclosed | null = null,
  today: string | null = null,
): Copy | LetterFault {
  if (letter.body.trim() === '') return 'nothing_written';
  const { addressId } = letter;
  if (!addressId) return 'no_address';
  if (!enclosed) return { ...letter, addressId };
  const { promisedOn, nothingToAnswer } = enclosed;
  if (nothingToAnswer && (promisedOn || !asksNothing(letter))) return 'something_to_answer';
  if (promisedOn && !letter.answersId) return 'promise_answers';
  return promisedOn && today && promisedOn < today ? 'promise_past' : { ...letter, addressId, enclosed };
}

/** Whether nothing was written, so that there is nothing to keep. */
export function saysNothing({ subject, body, newFact }: Letter): boolean {
  return body.trim() === '' && !subject && !newFact;
}

/** What a form encloses with its letter; null where that cannot be read. */
export function enclosedIn(form: FormData): Enclosed | null {
  const fields = Object.keys(enclosedSchema.shape).map((name) => [name, form.get(name)]);
  const read = enclosedSchema.safeParse(Object.fromEntries(fields));
  return read.success ? read.data : null;
}

/** The fields of a letter in a form; the buttons and Next's own fields are left aside. */
export function letterIn(form: FormData): Letter | null {
  const fields = Object.keys(letterSchema.shape).map((name) => [name, form.get(name)]);
  const read = letterSchema.safeParse(Object.fromEntries(fields));
  return read.success ? read.data : null;
}
