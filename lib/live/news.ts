/** What changed since a moment. With `all`, it is not known whom it was about. Ids only, never words. */
export interface News {
  /** The last of it, in ms since 1970 by the server's clock: what one has heard up to. */
  readonly at: number;
  readonly all: boolean;
  readonly contacts: readonly string[];
  /** Mailboxes of which more was read. */
  readonly mailboxes: readonly string[];
}

/** Whether something that came over a line is news. */
export function isNews(value: unknown): value is News {
  if (typeof value !== 'object' || value === null) return false;
  if (!('at' in value && 'all' in value && 'contacts' in value && 'mailboxes' in value)) return false;
  const { at, all, contacts, mailboxes } = value;
  if (typeof at !== 'number' || typeof all !== 'boolean') return false;
  return [contacts, mailboxes].every(
    (ids) => Array.isArray(ids) && ids.every((one) => typeof one === 'string'),
  );
}
