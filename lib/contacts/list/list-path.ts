import { cursorText, type Cursor } from './cursor';
import type { ListFilter } from './list-filter';

type Place = { readonly after?: Cursor | null; readonly before?: Cursor | null };

/** The address of a list; what is usual is left out. A new filter begins at its first page unless a place is given. */
export function listPath(filter: Omit<ListFilter, 'after' | 'before'> & Place): string {
  const { search, tab, order, organizationId, tagId, after, before } = filter;
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['q', search],
    ['standing', tab === 'everybody' ? null : tab],
    ['order', order === 'name' ? null : order],
    ['organization', organizationId],
    ['tag', tagId],
    ['after', after && cursorText(after)],
    ['before', before && cursorText(before)],
  ];
  const parameters = new URLSearchParams(
    said.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return parameters === '' ? '/contacts' : `/contacts?${parameters}`;
}
