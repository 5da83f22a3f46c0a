import { z } from 'zod';
import { isTimeZone } from '@/lib/auth/zone';
import { isLanguageCode, isCountryCode } from './places';
import { readLine, readLines, readTags } from './read-typed';

export const metHows = ['unknown', 'in_person', 'event', 'introduced', 'wrote_first', 'found'] as const;

export type MetHow = (typeof metHows)[number];

const line = (most: number) =>
  z
    .string()
    .transform(readLine)
    .pipe(z.string().max(most, { error: 'too_long' }));
const optional = (most: number) => line(most).transform((text) => text || null);
const chosen = (known: (code: string) => boolean, error: string) =>
  z
    .string()
    .transform((code) => code.trim() || null)
    .refine((code) => code === null || known(code), { error });

/** What is kept about a person besides addresses; the form, the action and the API read the same. */
export const contactFields = {
  name: line(200).pipe(z.string().min(1, { error: 'name_missing' })),
  given_name: optional(100),
  position: optional(200),
  organization: optional(200),
  language: chosen(isLanguageCode, 'language_unknown'),
  country: chosen(isCountryCode, 'country_unknown'),
  time_zone: chosen(isTimeZone, 'zone_unknown'),
  met_how: z.enum(metHows, { error: 'met_unknown' }),
  met_where: optional(200),
  met_on: z
    .string()
    .transform((day) => day || null)
    .refine((day) => day === null || z.iso.date().safeParse(day).success, { error: 'day_unknown' }),
  introducer: optional(200),
  source: optional(300),
  note: z
    .string()
    .max(5000, { error: 'too_long' })
    .transform((typed) => readLines(typed) || null),
  tags: z.string().max(500, { error: 'too_long' }).transform(readTags),
};

export const contactSchema = z.strictObject(contactFields);

export type ContactInput = z.infer<typeof contactSchema>;

/** How we met, changed by itself. */
export const metSchema = contactSchema.pick({
  ...{ met_how: true, met_where: true, met_on: true, introducer: true, source: true },
});

export type MetInput = z.infer<typeof metSchema>;

/** What we note about somebody, changed by itself. */
export const noteSchema = contactSchema.pick({ note: true, tags: true });

export type NoteInput = z.infer<typeof noteSchema>;
