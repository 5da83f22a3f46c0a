/** What changed since a moment. With `all`, it is not known whom it was about. Ids only, never words. */
export interface News {
  /** The last of it, in ms since 1970 by the server's clock: what one has heard up to. */
  readonly at: number;
  readonly all: boolean;
  readonly contacts: readonly string[];
}

/** Whether something that came over a line is news. */
export function isNews(value: unknown): value is News {
  if (typeof value !== 'object' || value === null) return false;
  if (!('at' in value && 'all' in value && 'contacts' in value)) return false;
  const { at, all, contacts } = value;
  if (typeof at !== 'number' || typeof all !== 'boolean' || !Array.isArray(contacts)) return false;
  return contacts.every((one) => typeof one === 'string');
}
