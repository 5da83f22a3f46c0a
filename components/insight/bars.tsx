interface BarsProps {
  bars: readonly { readonly name: string; readonly word: string; readonly count: number }[];
  write: (value: number) => string;
}

const row = 30;
const words = 118;

/** Bars one under the other, each with its word before it and its number behind it. `none` is drawn hollow. */
export function Bars({ bars, write }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg width="100%" height={bars.length * row} aria-hidden="true">
      {bars.map(({ name, word, count }, place) => (
        <g key={name}>
          <text x="0" y={place * row + 19}>
            {word}
          </text>
          {/* A drawing of its own, whose per cents are of what the words leave; the number needs room too. */}
          <svg x={words} width="100%" height={bars.length * row}>
            <rect
              className={name === 'none' ? 'of-ours' : 'of-theirs'}
              x="0"
              y={place * row + 7}
              width={`${(count / most) * 52}%`}
              height={row - 14}
            />
            <text x={`${(count / most) * 52}%`} dx="7" y={place * row + 19}>
              {write(count)}
            </text>
          </svg>
        </g>
      ))}
    </svg>
  );
}
