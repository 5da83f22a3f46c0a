import { z } from 'zod';
import { isKind } from './kinds';
import type { LogFilter } from './queries';

const id = z.uuid().optional().catch(undefined);
const place = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()
  .catch(undefined);
const asked = z.object({
  kind: z.string().optional().catch(undefined),
  contact: id,
  by: id,
  before: place,
  after: place,
});

/** The part of the log that the address of the page asks for; what cannot be read is left out. */
export function filterFrom(search: Readonly<Record<string, string | string[] | undefined>>): LogFilter {
  const { kind, contact, by, before, after } = asked.parse(search);
  return {
    kind: isKind(kind) ? kind : null,
    contactId: contact ?? null,
    byId: by ?? null,
    before: after ? null : (before ?? null),
    after: after ?? null,
  };
}

/** The address of the log with this filter. */
export function logPath({ kind, contactId, byId, before, after }: LogFilter): string {
  const chosen = new URLSearchParams(
    Object.entries({ kind, contact: contactId, by: byId, before, after }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  ).toString();
  return chosen ? `/gate-log?${chosen}` : '/gate-log';
}
