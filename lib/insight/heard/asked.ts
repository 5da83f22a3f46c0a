import { z } from 'zod';
import { cursorOf, placeOf, type Place } from '@/lib/threads/place';

/** Which part of what we heard one looks at. */
export interface HeardFilter {
  /** Words that must all stand in it, each from its beginning. */
  readonly search: string;
  readonly contactId: string | null;
  readonly pitchId: string | null;
  readonly organizationId: string | null;
  readonly tagId: string | null;
  /** Days of the installation's zone, `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly until: string | null;
  /** Older or newer than this place. */
  readonly before: Place | null;
  readonly after: Place | null;
}

export const everythingHeard: HeardFilter = {
  ...{ search: '', contactId: null, pitchId: null, organizationId: null, tagId: null },
  ...{ from: null, until: null, before: null, after: null },
};

const id = z.uuid().optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const text = z.string().max(200).optional().catch(undefined);
const asked = z.object({
  ...{ q: text, contact: id, pitch: id, organization: id, tag: id },
  ...{ from: day, until: day, before: text, after: text },
});

/** What the address of the page asks for; what cannot be read is left out. */
export function heardFrom(search: Readonly<Record<string, string | string[] | undefined>>): HeardFilter {
  const { q, contact, pitch, organization, tag, from, until, before, after } = asked.parse(search);
  const older = placeOf(before);
  return {
    search: (q ?? '').trim().slice(0, 100),
    contactId: contact ?? null,
    pitchId: pitch ?? null,
    organizationId: organization ?? null,
    tagId: tag ?? null,
    from: from ?? null,
    until: until ?? null,
    before: older,
    after: older ? null : placeOf(after),
  };
}

/** The address of what we heard, with this filter. */
export function heardPath(filter: HeardFilter): string {
  const { search, contactId, pitchId, organizationId, tagId, from, until, before, after } = filter;
  const said = {
    ...{
      q: search,
      contact: contactId,
      pitch: pitchId,
      organization: organizationId,
      tag: tagId,
      from,
      until,
    },
    ...{ before: before && cursorOf(before), after: after && cursorOf(after) },
  };
  const chosen = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return chosen ? `/heard?${chosen}` : '/heard';
}

/** Whether it shows less than everything. */
export function isNarrow({ search, before: _before, after: _after, ...rest }: HeardFilter): boolean {
  return search !== '' || Object.values(rest).some((value) => value !== null);
}

/** The way to where somebody said it, in their conversation. */
export function saidIn({ contactId, messageId }: { contactId: string; messageId: string }): string {
  return `/contacts/${contactId}?at=${messageId}#${messageId}`;
}
