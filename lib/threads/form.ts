import { z } from 'zod';

/** A field that may be left empty: null then. */
export function blankOr<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === undefined || value === '' ? null : value), schema.nullable());
}

/** Text without the blanks around it, its line ends as `\n`, at most so many characters. */
export function text(most: number) {
  return z
    .string()
    .max(most, { error: 'too_long' })
    .transform((value) => value.replace(/\r\n?/g, '\n').trim());
}

/** Those fields of a form that a schema knows; what Next adds stays out. A field that comes twice counts once. */
export function namedFields(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** The first thing wrong with each field, as a code that the form has words for. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of error.issues) found[String(path[0] ?? 'form')] ??= known(message);
  return found;
}

const known = (message: string) => (/^[a-z_]+$/.test(message) ? message : 'unreadable');
