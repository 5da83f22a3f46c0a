import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateLanguages } from '@/lib/language/dates/lexicon';
import { dayInReply, readDay } from '@/lib/language/dates/read';
import de from '@/lib/language/dates/words/de.json';
import en from '@/lib/language/dates/words/en.json';
import es from '@/lib/language/dates/words/es.json';
import fr from '@/lib/language/dates/words/fr.json';
import it_ from '@/lib/language/dates/words/it.json';
import pt from '@/lib/language/dates/words/pt.json';

const known = [en, es, de, fr, it_, pt].flatMap((file) =>
  Object.values(file).flatMap((list) => list.split('|').map((phrase) => phrase.replace(/[~*]$/, ''))),
);
const signs = [
  '.',
  ',',
  '/',
  '-',
  '–',
  '!',
  '?',
  ':',
  '%',
  '\n\n',
  "'",
  '’',
  '5.',
  '3/5',
  '2027',
  '1º',
  '24/7',
];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.constantFrom(...signs) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const languages = fc.shuffledSubarray([...dateLanguages]);

describe('whatever is typed or written', () => {
  it('no day is today or past, each is a day of the calendar, and its words stand in the text', () => {
    fc.assert(
      fc.property(text, day, languages, (typed, today, first) => {
        for (const read of [readDay(typed, { today, languages: first }), dayInReply(typed, { today })]) {
          if (!read) continue;
          expect(read.day > today).toBe(true);
          expect(new Date(`${read.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
          expect(typed.slice(read.start, read.end)).toBe(read.words);
          expect(read.otherwise === null || read.otherwise > today).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('nothing throws, also for signs that no keyboard has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), day, (typed, today) => {
        readDay(typed, { today });
        dayInReply(typed, { today });
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('the same words on the same day come to the same day', () => {
    fc.assert(
      fc.property(text, day, (typed, today) => {
        expect(readDay(typed, { today })).toEqual(readDay(typed, { today }));
      }),
    );
  });
});

describe('80 kB of text', () => {
  const spent = (content: string) => {
    // Of this process alone, whatever else the machine does.
    const from = process.cpuUsage();
    dayInReply(content, { today: '2026-11-22' });
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };

  it.each([
    'after the ',
    'monday after ',
    'last week of ',
    '1/',
    '5 ',
    'mid ',
    '. ',
    'de ',
    'in two weeks ',
    'until 3 may then ',
    'the monday after that ',
    'not in q3 or ',
    'friday, ',
    '-',
    'ä',
  ])(
    'made of “%s” takes no longer than eight quarters of it',
    (unit) => {
      const of = (size: number) => unit.repeat(Math.ceil(size / unit.length));
      spent(of(5_000));
      const quarter = Math.min(spent(of(20_000)), spent(of(20_000)));
      // A square would take sixteen times as long.
      expect(Math.min(spent(of(80_000)), spent(of(80_000)))).toBeLessThan(9 * quarter + 100);
    },
    60_000,
  );
});
