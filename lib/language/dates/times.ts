import { dateAlone, weekdayAt } from './loose';
import { countedAt, feastAt, nextAt, numberedAt, pointAt, yearAt } from './named';
import { monthAt, numericAt } from './numeric';
import type { Period } from './periods';
import { signAt, type Reader } from './reader';
import { awhileAt, unitFrom } from './spans';

/** One time, as it stands there. */
export function periodAt(reader: Reader, at: number): Period | null {
  if (!reader.signs[at]) return null;
  const inner = (on: number) => plainAt(reader, on);
  return countedAt(reader, at, inner) ?? nextAt(reader, at, inner) ?? plainAt(reader, at);
}

function plainAt(reader: Reader, at: number): Period | null {
  return (
    numericAt(reader, at) ??
    awhileAt(reader, at) ??
    monthAt(reader, at) ??
    numberedAt(reader, at) ??
    feastAt(reader, at) ??
    weekdayAt(reader, at) ??
    pointAt(reader, at) ??
    yearAt(reader, at) ??
    nextUnit(reader, at) ??
    dateAlone(reader, at)
  );
}

// "of next month", within something that is counted.
function nextUnit(reader: Reader, at: number): Period | null {
  const [one, two] = [signAt(reader, at, 'next'), signAt(reader, at + 1, 'unit')];
  if (one && two) return unitFrom(reader, two.value, Number(one.value), at + 2);
  const [unit, ahead] = [signAt(reader, at, 'unit'), signAt(reader, at + 1, 'next')];
  return unit && ahead ? unitFrom(reader, unit.value, Number(ahead.value), at + 2) : null;
}
