import { z } from 'zod';
import { isCountryCode } from '@/lib/contacts/places';
import { type Field, fields } from './fields';

/** What somebody chose for a column; the empty one is not read. */
const chosen = z
  .string()
  .transform((value) => value || null)
  .pipe(z.enum(fields).nullable());

/** The columns of a file as a form chose them, `column-0` first, and where its telephone numbers are from. */
export function readChosen(
  form: FormData,
  width: number,
): { columns: (Field | null)[]; country: string | null } | null {
  const columns = z
    .array(chosen)
    .safeParse(Array.from({ length: width }, (_, at) => form.get(`column-${at}`) ?? ''));
  const country = form.get('country');
  if (!columns.success) return null;
  return {
    columns: columns.data,
    country: typeof country === 'string' && isCountryCode(country) ? country : null,
  };
}
