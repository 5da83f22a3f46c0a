/** What a column of a file may hold. */
export const fields = [
  'name',
  'given_name',
  'family_name',
  'email',
  'linkedin',
  'x',
  'phone',
  'whatsapp',
  'other',
  'organization',
  'position',
  'tags',
  'met_how',
  'met_where',
  'introducer',
  'source',
  'language',
  'country',
  'time_zone',
  'note',
  'left_out',
] as const;

export type Field = (typeof fields)[number];

/** What each column holds, by its place; null for what is not read. */
export type Columns = readonly (Field | null)[];

/** Fields that several columns may hold: two e-mail addresses, notes and comments. */
export const repeatable: ReadonlySet<Field> = new Set([
  'email',
  'linkedin',
  'x',
  'phone',
  'whatsapp',
  'other',
  'tags',
  'note',
]);

/** Fields one of which a file must have: without a name or an address a row is nobody. */
export const naming: ReadonlySet<Field> = new Set([
  'name',
  'given_name',
  'family_name',
  'email',
  'linkedin',
  'x',
  'phone',
  'whatsapp',
  'other',
]);
