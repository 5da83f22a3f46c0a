import { z } from 'zod';
import { addressChannels, type AddressChannel } from '../addresses';
import { metHows, type MetHow } from '../contact-form';
import { type Cursor, readCursor } from './cursor';
import { ways } from './ways';

export const tabs = [
  ...(['everybody', 'listen', 'your_turn', 'their_turn'] as const),
  ...(['resting', 'stopped', 'open', 'never_written'] as const),
] as const;

export type ContactTab = (typeof tabs)[number];

/** When the last word was spoken: within seven, thirty, ninety days, or longer ago. */
export const spokenSpans = ['week', 'month', 'quarter', 'longer'] as const;

export type SpokenSpan = (typeof spokenSpans)[number];

/** Who answered in the last seven days of the installation; `first`: for the first time. */
export const answeredSpans = ['week', 'first'] as const;

export type AnsweredSpan = (typeof answeredSpans)[number];

/** What a row may show besides. */
export const listColumns = ['address', 'owner', 'tags', 'met'] as const;

export type ListColumn = (typeof listColumns)[number];

/** What narrows any list besides an organization and a tag. */
export interface ListNarrowing {
  readonly channel?: AddressChannel | undefined;
  readonly ownerId?: string | undefined;
  /** They heard this pitch. */
  readonly pitchId?: string | undefined;
  readonly met?: MetHow | undefined;
  readonly spoken?: SpokenSpan | undefined;
  readonly answered?: AnsweredSpan | undefined;
}

/** What a list of contacts shows, as its address says it. */
export interface ListFilter extends ListNarrowing {
  readonly columns?: readonly ListColumn[] | undefined;
  readonly search: string;
  readonly tab: ContactTab;
  /** Everybody by name, or by who spoke last; the tabs have an order of their own. */
  readonly order: 'name' | 'recent';
  readonly organizationId: string | null;
  readonly tagId: string | null;
  /** Rows after or before this place. */
  readonly after: Cursor | null;
  readonly before: Cursor | null;
}

const id = z.uuid().nullable().catch(null);
const given = z.uuid().optional().catch(undefined);
const one = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string().max(500).optional().catch(undefined),
);
const schema = z.object({
  q: one,
  standing: one.pipe(z.enum(tabs).catch('everybody')),
  order: one.pipe(z.enum(['name', 'recent']).catch('name')),
  organization: one.pipe(z.preprocess((value) => value ?? null, id)),
  tag: one.pipe(z.preprocess((value) => value ?? null, id)),
  ...{
    channel: one.pipe(z.enum(addressChannels).optional().catch(undefined)),
    owner: one.pipe(given),
    pitch: one.pipe(given),
  },
  met: one.pipe(z.enum(metHows).optional().catch(undefined)),
  spoken: one.pipe(z.enum(spokenSpans).optional().catch(undefined)),
  answered: one.pipe(z.enum(answeredSpans).optional().catch(undefined)),
  show: z.preprocess(
    (value) => [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : [])),
    z.array(z.string()).transform((names) => listColumns.filter((column) => names.includes(column))),
  ),
  after: one,
  before: one,
});

/** Reads the address of a list. What is made up is left out: a wrong link shows everybody. */
export function readListFilter(
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): ListFilter {
  const { q, standing, order, organization, tag, after, before, ...rest } = schema.parse(parameters);
  const { channel, owner, pitch, met, spoken, answered, show } = rest;
  return {
    search: (q ?? '').trim().slice(0, 100),
    tab: standing,
    order,
    organizationId: organization,
    tagId: tag,
    ...{ channel, ownerId: owner, pitchId: pitch, met, spoken, answered },
    columns: show.length > 0 ? show : undefined,
    after: readCursor(after),
    before: after ? null : readCursor(before),
  };
}

/** The way that leads through a list. */
export function wayOf({ tab, order }: Pick<ListFilter, 'tab' | 'order'>) {
  return ways[tab === 'everybody' && order === 'recent' ? 'recent' : tab];
}

/** Whether it leaves anybody out, besides by where they stand and by words. */
export function isNarrowed({
  organizationId,
  tagId,
  channel,
  ownerId,
  pitchId,
  met,
  spoken,
  answered,
}: ListFilter): boolean {
  return Boolean(organizationId ?? tagId ?? channel ?? ownerId ?? pitchId ?? met ?? spoken ?? answered);
}
