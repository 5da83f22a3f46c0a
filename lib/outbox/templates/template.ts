import { z } from 'zod';

const text = (most: number) =>
  z
    .string()
    .max(most, { error: 'too_long' })
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim());

/** What is kept of a template. */
export const templateSchema = z.strictObject({
  name: text(120).pipe(z.string().min(1, { error: 'name_missing' })),
  subject: text(300).transform((typed) => typed || null),
  body: text(10_000).pipe(z.string().min(1, { error: 'body_missing' })),
  shared: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'on'),
});

export type TemplateInput = z.infer<typeof templateSchema>;

export const templateProblems = [
  'name_missing',
  'body_missing',
  'too_long',
  'not_found',
  'form_unknown',
] as const;

/** What a template's own fields are filled with. */
export interface Fillings {
  readonly name: string;
  readonly organization: string | null;
  readonly me: string;
}

const known: Readonly<Record<string, keyof Fillings>> = {
  ...{ name: 'name', 'first name': 'name', nombre: 'name' },
  ...{ organization: 'organization', organisation: 'organization', company: 'organization' },
  ...{ organización: 'organization', organizacion: 'organization', empresa: 'organization' },
  ...{ me: 'me', 'my name': 'me', yo: 'me', 'mi nombre': 'me' },
};

/** A template with the fields filled in that fill themselves; the others stay, and refuse to leave empty. */
export function filled(text: string, fillings: Fillings): string {
  return text.replace(/\{\{\s*([^{}\n]{1,80}?)\s*\}\}/g, (field: string, name: string) => {
    const wanted = known[name.toLowerCase().replaceAll('_', ' ')];
    return (wanted && fillings[wanted]) ?? field;
  });
}
