import { z } from 'zod';
import { cursorOf, placeOf, type Place } from '@/lib/threads/place';

/** Whose words: theirs, ours, or what we wrote down about them. */
export const speakers = ['them', 'us', 'noted'] as const;

export type Speaker = (typeof speakers)[number];

/** Which words one looks for in what was said, and where. */
export interface SaidFilter {
  /** Words that must all stand in one message, or in one line of what we heard, each from its beginning. */
  readonly search: string;
  readonly by: Speaker | null;
  readonly contactId: string | null;
  /** Older or newer than this place. */
  readonly before: Place | null;
  readonly after: Place | null;
}

const text = z.string().max(500).optional().catch(undefined);
const asked = z.object({
  ...{ q: text, before: text, after: text },
  by: z.enum(speakers).optional().catch(undefined),
  contact: z.uuid().optional().catch(undefined),
});

/** What the address of the page asks for; what cannot be read is left out. */
export function saidFrom(search: Readonly<Record<string, string | string[] | undefined>>): SaidFilter {
  const { q, by, contact, before, after } = asked.parse(search);
  const older = placeOf(before);
  return {
    search: (q ?? '').trim().slice(0, 100),
    ...{ by: by ?? null, contactId: contact ?? null },
    ...{ before: older, after: older ? null : placeOf(after) },
  };
}

/** The address of what was said, with this filter. */
export function saidPath({ search, by, contactId, before, after }: Partial<SaidFilter>): string {
  const said = {
    ...{ q: search, by, contact: contactId },
    ...{ before: before && cursorOf(before), after: after && cursorOf(after) },
  };
  const chosen = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return chosen ? `/said?${chosen}` : '/said';
}
