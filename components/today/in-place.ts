/** How far it has come that somebody in a list is marked done. */
export type Mark =
  | { readonly is: 'asked' | 'sent' }
  /** `left`: the server's list came without them since. */
  | { readonly is: 'done'; readonly left: boolean }
  | { readonly is: 'refused'; readonly why: string };

export type Marks = ReadonlyMap<string, Mark>;

interface Identified {
  readonly id: string;
}

/** The marks, once the server's list is `rows`: whoever comes back to it after they were done is there anew. */
export function settled(marks: Marks, rows: readonly Identified[]): Marks {
  const here = new Set(rows.map(({ id }) => id));
  const next = new Map(marks);
  for (const [id, mark] of marks) {
    if (mark.is !== 'done') continue;
    if (mark.left && here.has(id)) next.delete(id);
    else if (!mark.left && !here.has(id)) next.set(id, { is: 'done', left: true });
  }
  const same = next.size === marks.size && [...next].every(([id, mark]) => marks.get(id) === mark);
  return same ? marks : next;
}

/** The server's rows in their order; those that stay although they are in it no more keep their place in `before`. */
export function staying<Row extends Identified>(
  rows: readonly Row[],
  before: readonly Row[],
  stays: (id: string) => boolean,
): readonly Row[] {
  const here = new Set(rows.map(({ id }) => id));
  const kept = before.filter(({ id }) => !here.has(id) && stays(id));
  if (kept.length === 0) return rows;
  const after = new Map<string | null, Row[]>();
  let last: string | null = null;
  for (const row of before) {
    if (here.has(row.id)) last = row.id;
    else if (stays(row.id)) after.set(last, [...(after.get(last) ?? []), row]);
  }
  return [...(after.get(null) ?? []), ...rows.flatMap((row) => [row, ...(after.get(row.id) ?? [])])];
}
