import { z } from 'zod';

/** What is written at most. */
export const longestBody = 20_000;
/** A thanks is a courtesy: it fits into so many characters (code points). */
export const longestThanks = 400;

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

/** A letter that can leave: it goes somewhere and says something. */
export interface Copy extends Letter {
  readonly addressId: string;
}

export type LetterFault = 'nothing_written' | 'no_address';

/** The letter as something that can leave, or what it lacks. */
export function copyOf(letter: Letter): Copy | LetterFault {
  if (letter.body.trim() === '') return 'nothing_written';
  return letter.addressId ? { ...letter, addressId: letter.addressId } : 'no_address';
}

/** Whether it is too long for a thanks. */
export function isTooLongForThanks(body: string): boolean {
  return [...body.trim()].length > longestThanks;
}

/** The fields of a letter in a form; the buttons and Next's own fields are left aside. */
export function letterIn(form: FormData): Letter | null {
  const fields = Object.keys(letterSchema.shape).map((name) => [name, form.get(name)]);
  const read = letterSchema.safeParse(Object.fromEntries(fields));
  return read.success ? read.data : null;
}
