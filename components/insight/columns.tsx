interface ColumnsProps {
  /** From the oldest to the latest: the word under it, and how high; `below` hangs under the line. */
  columns: readonly { readonly word: string; readonly value: number; readonly below?: number }[];
  /** What stands above and under the line, where there are both. */
  sides?: readonly [string, string];
  /** How a number is written. */
  write: (value: number) => string;
}

const height = 96;
/** Room for a line of words. */
const words = 20;
/** Every how many columns a word fits under them, also at 360 px. */
const every = 4;

/**
 * Columns on one line, drawn to any width: places across are per cent, heights are pixels. Each says its number; where
 * there are two sides, only the highest of each does.
 */
export function Columns({ columns, sides, write }: ColumnsProps) {
  const [above, under] = [columns.map(({ value }) => value), columns.map(({ below = 0 }) => below)];
  const [most, least] = [Math.max(0, ...above), Math.max(0, ...under)];
  const high = (value: number) => (value === 0 ? 0 : Math.max(1.5, (value / Math.max(most, least)) * height));
  const line = (sides ? 2 : 1) * words + high(most);
  const whole = line + high(least) + (sides ? 3 : 1) * words;
  const step = 100 / columns.length;
  const says = (value: number, place: number, all: readonly number[]) =>
    value > 0 && (!sides || all.indexOf(Math.max(...all)) === place);
  return (
    <svg width="100%" height={whole} aria-hidden="true">
      {columns.map(({ word, value, below = 0 }, place) => {
        const [x, width] = [`${place * step + step * 0.14}%`, `${step * 0.72}%`];
        const middle = `${(place + 0.5) * step}%`;
        return (
          <g key={word}>
            <rect className="of-theirs" x={x} width={width} y={line - high(value)} height={high(value)} />
            <rect className="of-ours" x={x} width={width} y={line} height={high(below)} />
            {says(value, place, above) && (
              <text x={middle} y={line - high(value) - 5} textAnchor="middle">
                {write(value)}
              </text>
            )}
            {says(below, place, under) && (
              <text x={middle} y={line + high(below) + 14} textAnchor="middle">
                {write(below)}
              </text>
            )}
            {place % every === 0 && (
              <text x={x} y={whole - 4}>
                {word}
              </text>
            )}
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={line} y2={line} />
      {sides && (
        <>
          <text x="0" y={words - 6}>
            {sides[0]}
          </text>
          <text x="0" y={whole - words - 6}>
            {sides[1]}
          </text>
        </>
      )}
    </svg>
  );
}
