import { z } from 'zod';
import { type Cursor, cursorText, readCursor } from '../../list/cursor';

/** By name, or those with whom somebody spoke last first. */
export const organizationOrders = ['name', 'recent'] as const;

export type OrganizationOrder = (typeof organizationOrders)[number];

/** What a list of organizations shows, as its address says it. */
export interface OrganizationFilter {
  readonly search: string;
  readonly order: OrganizationOrder;
  /** Rows after or before this place. */
  readonly after: Cursor | null;
  readonly before: Cursor | null;
}

const one = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string().max(500).optional().catch(undefined),
);
const schema = z.object({
  ...{ q: one, after: one, before: one },
  order: one.pipe(z.enum(organizationOrders).catch('name')),
});

/** Reads the address of a list. What is made up is left out: a wrong link shows all of them by name. */
export function readOrganizationFilter(
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): OrganizationFilter {
  const { q, order, after, before } = schema.parse(parameters);
  return {
    search: (q ?? '').trim().slice(0, 100),
    order,
    after: readCursor(after),
    before: after ? null : readCursor(before),
  };
}

/** The address of a list; what is usual is left out. It begins at the first page unless a place is given. */
export function organizationsPath({ search, order, after, before }: Partial<OrganizationFilter>): string {
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['q', search],
    ['order', order === 'name' ? null : order],
    ['after', after && cursorText(after)],
    ['before', before && cursorText(before)],
  ];
  const parameters = new URLSearchParams(
    said.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return parameters === '' ? '/organizations' : `/organizations?${parameters}`;
}
