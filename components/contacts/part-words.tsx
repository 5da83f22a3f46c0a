import type { ReactNode } from 'react';
import { readLine, readLines, readTags } from '@/lib/contacts/read-typed';

/** What stands in the fields of a part, by their names. */
export type Values = Readonly<Record<string, string>>;

/** How it is said how somebody was met: the ways by their names, and what stands around whoever introduced them. */
export interface MetSaid {
  readonly how: Values;
  readonly introduced: readonly [before: string, after: string];
  readonly through: readonly [before: string, after: string];
}

/** Our note about somebody and their tags, as they stand or are to stand. */
export function NoteWords({ values }: { values: Values }) {
  const note = readLines(values['note'] ?? '');
  const tags = readTags(values['tags'] ?? '').toSorted((one, other) =>
    one.toLowerCase() < other.toLowerCase() ? -1 : 1,
  );
  return (
    <>
      {note && <p className="whitespace-pre-line">{note}</p>}
      {tags.length > 0 && <p className="text-faint text-[13px]">{tags.join(' · ')}</p>}
    </>
  );
}

interface MetWordsProps {
  values: Values;
  said: MetSaid;
  /** Who introduced them, where that is not (any more) who stands in the field: with the way there. */
  by?: ReactNode;
}

/** How somebody was met and through whom, as it stands or is to stand. */
export function MetWords({ values, said: { how, introduced, through }, by }: MetWordsProps) {
  const line = (name: string) => readLine(values[name] ?? '');
  const [way, where, source] = [line('met_how'), line('met_where'), line('source')];
  const introducer = by ?? line('introducer');
  const isThrough = way === 'introduced' && introducer;
  return (
    <>
      <p>
        {isThrough ? around(introduced, introducer) : how[way]}
        {where && `, ${where}`}
        {introducer && !isThrough && <>, {around(through, introducer)}</>}
      </p>
      {source && <p className="text-soft">{source}</p>}
    </>
  );
}

function around([before, after]: readonly [string, string], name: ReactNode) {
  return (
    <>
      {before}
      {name}
      {after}
    </>
  );
}
