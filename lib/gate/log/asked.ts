import { z } from 'zod';
import { isKind, type Kind } from './kinds';

/** Which part of the log one looks at; `before` and `after` are the places (`recorded_seq`) a page begins at. */
export interface LogFilter {
  readonly kind: Kind | null;
  readonly contactId: string | null;
  /** A part of a contact's name. */
  readonly person: string;
  readonly byId: string | null;
  /** Days of the installation's zone, `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly until: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export const everything: LogFilter = {
  ...{ kind: null, contactId: null, person: '', byId: null },
  ...{ from: null, until: null, before: null, after: null },
};

const id = z.uuid().optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const place = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()
  .catch(undefined);
const asked = z.object({
  kind: z.string().optional().catch(undefined),
  contact: id,
  person: z.string().max(200).optional().catch(undefined),
  by: id,
  from: day,
  until: day,
  before: place,
  after: place,
});

/** The part of the log that the address of the page asks for; what cannot be read is left out. */
export function filterFrom(search: Readonly<Record<string, string | string[] | undefined>>): LogFilter {
  const { kind, contact, person, by, from, until, before, after } = asked.parse(search);
  return {
    kind: isKind(kind) ? kind : null,
    contactId: contact ?? null,
    person: contact ? '' : (person ?? '').trim().slice(0, 100),
    byId: by ?? null,
    from: from ?? null,
    until: until ?? null,
    before: after ? null : (before ?? null),
    after: after ?? null,
  };
}

/** The address of the log, or of its file, with this filter. */
export function logPath(filter: LogFilter, path: '/gate-log' | '/gate-log/export' = '/gate-log'): string {
  const { kind, contactId, person, byId, from, until, before, after } = filter;
  const said = { kind, contact: contactId, person, by: byId, from, until, before, after };
  const chosen = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return chosen ? `${path}?${chosen}` : path;
}

/** Whether it shows less than everything of its kind. */
export function isNarrow({ contactId, person, byId, from, until }: LogFilter): boolean {
  return Boolean(contactId ?? byId ?? from ?? until) || person !== '';
}
