import { z } from 'zod';
import { type Cursor, readCursor } from './cursor';
import { ways } from './ways';

export const tabs = [
  'everybody',
  'listen',
  'your_turn',
  'their_turn',
  'resting',
  'stopped',
  'never_written',
] as const;

export type ContactTab = (typeof tabs)[number];

/** What a list of contacts shows, as its address says it. */
export interface ListFilter {
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
  after: one,
  before: one,
});

/** Reads the address of a list. What is made up is left out: a wrong link shows everybody. */
export function readListFilter(
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): ListFilter {
  const { q, standing, order, organization, tag, after, before } = schema.parse(parameters);
  return {
    search: (q ?? '').trim().slice(0, 100),
    tab: standing,
    order,
    organizationId: organization,
    tagId: tag,
    after: readCursor(after),
    before: after ? null : readCursor(before),
  };
}

/** The way that leads through a list. */
export function wayOf({ tab, order }: Pick<ListFilter, 'tab' | 'order'>) {
  return ways[tab === 'everybody' && order === 'recent' ? 'recent' : tab];
}
