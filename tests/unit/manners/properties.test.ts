import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circumstances, Finding } from '@/lib/manners/finding';
import { mannersOf, refusing, softened } from '@/lib/manners/manners';
import { distance, likeness, partsOfName } from '@/lib/manners/names';
import { nearCopy } from '@/lib/manners/near-copy';
import { partsOf } from '@/lib/manners/letter-parts';
import { toAna } from './somebody';

const pieces = [
  ...[
    'Hi',
    'Ana',
    ',',
    '\n',
    '\r\n',
    ' ',
    '{{',
    '}}',
    '[',
    ']',
    '<',
    '>',
    '%',
    'XXX',
    '@',
    '.example',
    'https://',
    '?',
    '¿',
    '!',
    '...',
  ],
  ...[
    'just checking in',
    'you',
    'we',
    'Best,',
    '-- ',
    '`',
    '```',
    '«',
    '»',
    '👋',
    'é',
    'e\u0301',
    'ñ',
    '"',
    '\u0000',
    '\ud83d',
    'no',
    'si no',
    '_',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const how: fc.Arbitrary<Circumstances> = fc.record({
  name: fc.oneof(fc.constant('Ana Beltrán'), fc.string({ unit: 'grapheme', maxLength: 20 })),
  givenName: fc.option(fc.constantFrom('Ana', 'José', '田中')),
  channel: fc.constantFrom('email', 'linkedin', 'whatsapp', 'in_person'),
  purpose: fc.constantFrom('opening', 'follow_up', 'response', 'thanks'),
  ...{
    carriesPitch: fc.boolean(),
    isFirst: fc.boolean(),
    haveSpoken: fc.boolean(),
    gaveAddress: fc.boolean(),
  },
  theirHour: fc.option(fc.integer({ min: 0, max: 23 })),
  country: fc.option(fc.constantFrom('ES', 'US', 'xx')),
  sourceOfAddress: fc.option(fc.string({ maxLength: 20 })),
});

describe('manners', () => {
  it('find each thing once, name words that are there, and put what refuses first', () => {
    fc.assert(
      fc.property(text, fc.option(text), fc.option(text), how, (body, subject, newFact, circumstances) => {
        const found = mannersOf({ subject, body, newFact }, circumstances);
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        expect(found.map(({ refuses }) => refuses)).toEqual(
          [...found.map(({ refuses }) => refuses)].sort().reverse(),
        );
        for (const { field, start, end } of found.flatMap(({ places }) => places)) {
          const whole = { subject, body, newFact }[field] ?? '';
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(whole.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('say the same of a text whose lines end as forms send them', () => {
    fc.assert(
      fc.property(text, how, (body, circumstances) => {
        const asTyped = body.replace(/\r\n?/g, '\n');
        const codes = (found: Finding[]) => found.map(({ code, refuses }) => `${code} ${refuses}`);
        expect(
          codes(
            mannersOf({ subject: null, body: asTyped.replace(/\n/g, '\r\n'), newFact: null }, circumstances),
          ),
        ).toEqual(codes(mannersOf({ subject: null, body: asTyped, newFact: null }, circumstances)));
      }),
      { numRuns: 250 },
    );
  });

  it('warn where a team lets them, and refuse nothing then', () => {
    fc.assert(
      fc.property(text, how, (body, circumstances) => {
        const found = mannersOf({ subject: null, body, newFact: null }, circumstances);
        expect(refusing(softened(found, false))).toEqual([]);
        expect(softened(found, true)).toEqual(found);
      }),
    );
  });

  it('never refuse a letter that greets by the name we know and asks one thing', () => {
    const name = fc.stringMatching(/^[A-ZÁÉÑ][a-záéñ]{2,9}$/);
    fc.assert(
      fc.property(name, name, (given, family) => {
        const body = `Dear ${given},\n\nI read what you wrote about lighthouses. What was hardest?\n\nBest,\nNora`;
        expect(
          mannersOf(
            { subject: 'x', body, newFact: null },
            { ...toAna, name: `${given} ${family}`, givenName: null },
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('names', () => {
  it('are their own, with and without accents, and one slip away from themselves', () => {
    const name = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(name, fc.nat(), (one, at) => {
        const [parts, cut] = [partsOfName(one, null), at % one.length];
        if (parts.length === 0) return;
        expect(likeness(one, parts)).toBe('theirs');
        const slip = one.slice(0, cut) + one.slice(cut + 1);
        expect(likeness(slip, parts)).not.toBe('another');
      }),
    );
  });

  it('are as far apart as the fewest edits', () => {
    expect(distance('ana', 'anna')).toBe(1);
    expect(distance('luis', 'lusi')).toBe(1);
    expect(distance('', 'abc')).toBe(3);
    expect(distance('marta', 'maria')).toBe(1);
  });
});

// Doubling the text may not much more than double the time: one factor says more than milliseconds.
describe('time', () => {
  const hostile = [
    ...[
      'a',
      ' ',
      '\n',
      '{',
      '{{a',
      '[a',
      '[[',
      '<a',
      '%a',
      '«a',
      '>',
      '> ',
      '`',
      '```',
      '?',
      'a?',
      '¿',
      'X',
      'X ',
      '_ ',
      '-',
      '--\n',
    ],
    ...[
      'Hi ',
      'Ana, ',
      'just ',
      'just checking in ',
      'did you ',
      'a@',
      'a.',
      '@a.',
      'https://',
      'www.',
      'Best,\n',
      'gracias ',
      'si no ',
      'if ',
      'no ',
      'I found ',
      'nur mal ',
    ],
  ];

  it.each(hostile)('grows with the text, not with its square: %j', (piece) => {
    const run = (size: number) => {
      const body = piece.repeat(Math.ceil(size / piece.length));
      const began = process.cpuUsage();
      mannersOf(
        { subject: null, body, newFact: null },
        { ...toAna, carriesPitch: true, purpose: 'opening', gaveAddress: false, country: 'ES' },
      );
      mannersOf({ subject: null, body, newFact: null }, { ...toAna, purpose: 'thanks' });
      nearCopy(partsOf(body), toAna, { templates: [], left: [] });
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000;
    };
    run(2_000);
    const small = Math.max(run(20_000), 4);
    expect(Math.min(run(80_000), run(80_000)) / small).toBeLessThan(14);
  });
});
