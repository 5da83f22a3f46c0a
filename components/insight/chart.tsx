import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Fold } from '@/components/ui/fold';

interface ChartProps {
  caption: string;
  /** What the chart shows, as a sentence; with how many it rests on. */
  said: ReactNode;
  /** How many it rests on, in words, where they are too few to be shown; else null. */
  few: string | null;
  table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** The drawing: what it says stands in the sentence and in the table, so it is not read aloud. */
  children: ReactNode;
}

/** A chart with its sentence, and the same numbers as a table. */
export function Chart({ caption, said, few, table, children }: ChartProps) {
  const t = useTranslations('numbers');
  return (
    <figure className="chart">
      <figcaption>
        <h2 className="cap">{caption}</h2>
        <p>{few === null ? said : `${t('few')} ${few}.`}</p>
      </figcaption>
      {few === null && (
        <>
          {children}
          <Fold summary={t('table')}>
            <Numbers caption={caption} {...table} />
          </Fold>
        </>
      )}
    </figure>
  );
}

function Numbers({ caption, head, rows }: ChartProps['table'] & { caption: string }) {
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((word, place) => (
              <th key={word} scope="col" data-number={place > 0 || undefined}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...numbers]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {numbers.map((number, place) => (
                <td key={head[place + 1]} data-number>
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
