import { z } from 'zod';

const text = (most: number) =>
  z
    .string()
    .max(most, { error: 'too_long' })
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim());

/** What is kept of a pitch: a name, what we propose, what we want to learn and what we learnt. */
export const pitchSchema = z.strictObject({
  name: text(120).pipe(z.string().min(1, { error: 'name_missing' })),
  proposal: text(2000).transform((typed) => typed || null),
  to_learn: text(2000).transform((typed) => typed || null),
  learnt: text(5000).transform((typed) => typed || null),
});

export type PitchInput = z.infer<typeof pitchSchema>;

export const pitchNames = Object.keys(pitchSchema.shape);
