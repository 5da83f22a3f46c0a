import { isoDay } from '@/lib/language/moments';
import { cut } from './cuts';
import { orderOfDays } from './day-order';
import { linesOf } from './lines';
import { bareName } from './names';
import { once } from './once';
import type { Pasted, PastedTurn, Reader } from './pasted';
import { placedIn, runsBackwards, type Placed } from './placed';
import { saidIn, type RawTurn } from './raw-turn';
import { sidesOf } from './sides';
import type { ToldMoment } from './told';
import { momentAtStart, momentOf } from './told-when';

/**
 * Reads a text that was copied from somewhere as what was said in it, oldest first. It never throws, takes time in
 * proportion to the text, and loses no word: what is no turn comes back as left out. All of it is a guess to be looked at.
 */
export function readPasted(text: string, reader: Reader): Pasted {
  const laid = cut(linesOf(text), reader);
  const moment = once(read);
  const told = laid.turns.map(({ when, under }) => ({
    when: moment(when ?? ''),
    under: moment(under ?? ''),
  }));
  const today = isoDay(reader.now, reader.zone);
  const numbers = told.flatMap(({ when, under }) =>
    [when?.day, under?.day].filter((day) => day?.is === 'numbers'),
  );
  const halves = laid.turns.some(({ when }) => /\d\s?[AP]M\b/.test(when ?? ''));
  const days = orderOfDays(numbers, today, { halves, zone: reader.zone });
  const placed = placedIn(laid, told, { order: days?.order ?? 'day_first', today, reader });
  const backwards = placed.length > 1 && (laid.newestFirst || runsBackwards(placed));
  const oldestFirst = backwards ? [...placed].reverse() : placed;
  const leftOut = backwards
    ? laid.leftOut
        .map(({ line, after }) => ({
          line,
          after: after < 0 ? placed.length - 1 : placed.length - 1 - after,
        }))
        .sort((a, b) => a.after - b.after)
    : laid.leftOut;
  const sides = sidesOf(oldestFirst, laid.turns.length > 1 ? laid.layout : 'plain', reader);
  const turns = oldestFirst.map(({ raw, ...when }, at) => turnOf(raw, when, sides[at]));
  return { layout: laid.layout, channel: laid.channel, turns, leftOut, days, turnedRound: backwards };
}

const read = (when: string): ToldMoment | null => momentOf(when) ?? momentAtStart(when);

function turnOf(
  raw: RawTurn,
  placed: Omit<Placed, 'raw'>,
  said: ReturnType<typeof sidesOf>[number] | undefined,
): PastedTurn {
  const { day, otherDay, hour, daySure, hourSure } = placed;
  return {
    side: said?.side ?? 'unknown',
    name: raw.name === null ? null : bareName(raw.name) || raw.name.trim(),
    ...{ what: raw.what, text: saidIn(raw), subject: raw.subject, day, otherDay, hour, head: raw.head },
    sure: { side: said?.sure ?? 'missing', day: daySure, hour: hourSure },
  };
}
