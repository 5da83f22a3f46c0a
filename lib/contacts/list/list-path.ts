import { cursorText, type Cursor } from './cursor';
import type { ListFilter } from './list-filter';

type Place = { readonly after?: Cursor | null; readonly before?: Cursor | null };

/** The address of a list; what is usual is left out. A new filter begins at its first page unless a place is given. */
export function listPath(
  filter: Omit<ListFilter, 'after' | 'before'> & Place,
  path: '/contacts' | '/contacts/export' = '/contacts',
): string {
  const { search, tab, order, organizationId, tagId, after, before, columns } = filter;
  const { channel, ownerId, pitchId, met, spoken, answered } = filter;
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['q', search],
    ['standing', tab === 'everybody' ? null : tab],
    ['order', order === 'name' ? null : order],
    ['organization', organizationId],
    ['tag', tagId],
    ['channel', channel],
    ['owner', ownerId],
    ['pitch', pitchId],
    ['met', met],
    ['spoken', spoken],
    ['answered', answered],
    ['show', columns?.join(',')],
    ['after', after && cursorText(after)],
    ['before', before && cursorText(before)],
  ];
  const parameters = new URLSearchParams(
    said.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return parameters === '' ? path : `${path}?${parameters}`;
}

/** The address of the same list with everybody in it whom the words find. */
export function widePath({ search, tab, order, columns }: ListFilter): string {
  return listPath({ search, tab, order, columns, organizationId: null, tagId: null });
}
