import { readEmail } from '@/lib/contacts/email-address';
import { readLinkedIn } from '@/lib/contacts/linkedin-address';
import { nameKey } from '@/lib/contacts/name-key';
import { type Columns, type Field, fields, naming, repeatable } from './fields';
import { headerWords } from './header-words';

const known = new Map<string, Field>(
  fields.flatMap((field) => headerWords[field].split('|').map((word) => [word.trim(), field] as const)),
);

/** The field a header names; null for a header we do not know. "E-mail 1 - Value" is an e-mail, its label is none. */
export function fieldOf(header: string): Field | null {
  const spaced = header.replace(/[_./\\()-]+/g, ' ');
  for (const spelled of [spaced, spaced.replace(/([a-z])([A-Z])/g, '$1 $2')]) {
    const key = nameKey(spelled);
    const found =
      known.get(key) ??
      known.get(
        key
          .replace(/ (value|valor)$/, '')
          .replace(/\s*\d+(?= |$)/, '')
          .trim(),
      );
    if (found) return found;
  }
  return null;
}

/** How many cells of a row are headers we know: what tells the header from the rows around it. */
export function headersIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.length <= 60 && fieldOf(cell) !== null).length;
}

/**
 * What each column holds, by its header, and where that says nothing, by what stands in it. Of what may stand once,
 * the first column counts.
 */
export function guessColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): (Field | null)[] {
  const taken = new Set<Field>();
  const once = (field: Field | null) => {
    if (field === null || (taken.has(field) && !repeatable.has(field))) return null;
    taken.add(field);
    return field;
  };
  const byHeader = header.map((cell) => once(fieldOf(cell)));
  const byContent = header.map(
    (cell, at) =>
      byHeader[at] ??
      once(
        fieldIn(
          cell,
          sample.map((row) => row[at] ?? ''),
        ),
      ),
  );
  // "Nombre" is the whole name, unless family names stand beside it.
  if (!taken.has('family_name') && !taken.has('name'))
    return byContent.map((field) => (field === 'given_name' ? 'name' : field));
  if (taken.has('family_name') && !taken.has('given_name'))
    return byContent.map((field) => (field === 'name' ? 'given_name' : field));
  return byContent;
}

/** A column of e-mail addresses or of LinkedIn profiles, whatever it is called. */
function fieldIn(header: string, cells: readonly string[]): Field | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || /label|type|tipo|etiqueta/i.test(header)) return null;
  if (filled.every((cell) => cell.includes('@') && readEmail(cell).ok)) return 'email';
  if (filled.every((cell) => /linkedin\.com\/(in|pub)\//i.test(cell) && readLinkedIn(cell).ok))
    return 'linkedin';
  return null;
}

/** Whether somebody can be told from such columns. */
export function nameSomebody(columns: Columns): boolean {
  return columns.some((field) => field !== null && naming.has(field));
}
