import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPasted } from '@/lib/threads/pasted/read';
import { nora } from './reading';

const pieces = [
  ...[
    'Ana García',
    'Nora Weiß',
    'You',
    'Luis',
    'TODAY',
    'Monday',
    'MAR 3',
    '10:32 AM',
    'Me: hi',
    'Ana: dime',
  ],
  ...[
    'Ana García sent the following message at 10:32 AM',
    'View Ana’s profileAna García',
    'Ana García  10:32 AM',
  ],
  ...[
    '[3/5/26, 10:32:11] Ana: hi',
    '12/03/2026, 18:04 - Nora: hola',
    '[18:04, 12/3/2026] Ana:',
    '12/03/2026, 18:04 - cifrados',
  ],
  ...[
    'On Tue, Mar 3, 2026 at 10:32 AM Ana <ana@marea.example> wrote:',
    '> hello',
    '>> deeper',
    '> > as well',
    '--',
    '> ',
  ],
  ...[
    'From: Ana <ana@marea.example>',
    'Sent: Tuesday, March 3, 2026 10:32 AM',
    'To: Nora',
    'Subject: Hello',
    'to me',
  ],
  ...[
    'hello there',
    '👍',
    '👍 1',
    'Seen',
    '',
    '',
    '  two blanks  ',
    'Voice call, 3 min',
    'Ana accepted your invitation',
  ],
  ...[
    '________________',
    'Price: 5',
    'a:b:c',
    '((((',
    '[[[[',
    '>>>>>>>',
    '\u200e',
    'Sent from my iPhone',
    '| table |',
  ],
];
const paste = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme' })), {
    maxLength: 40,
  })
  .map((lines) => lines.join('\n'));

// Quote marks say how deep, and are counted rather than kept.
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const counted = (words: readonly string[]) => {
  const all = new Map<string, number>();
  for (const word of words) all.set(word, (all.get(word) ?? 0) + 1);
  return all;
};

// Many texts on a busy machine take their time.
describe('reading what was pasted', { timeout: 60_000 }, () => {
  it('loses no word of it, and adds none', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const { turns, leftOut } = readPasted(text, nora);
        const kept = [
          ...turns.flatMap(({ head, text: said }) => [...head, said]),
          ...leftOut.map(({ line }) => line),
        ];
        const invisible = text.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '');
        expect(counted(wordsOf(kept.join('\n')))).toEqual(counted(wordsOf(invisible)));
      }),
      { numRuns: 800 },
    );
  });

  it('finds no turn without words, and a real day or none', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const turn of readPasted(text, nora).turns) {
          expect(turn.text.trim()).not.toBe('');
          if (turn.day) expect(new Date(`${turn.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(turn.day);
          if (turn.hour) expect(turn.hour).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers the same whoever is chosen, save for the sides', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), (line) => {
        const text = `Ana García  10:32 AM\n${line}\nNora Weiß  10:35 AM\nhello`;
        const known = readPasted(text, nora).turns.map(({ text: said }) => said);
        expect(readPasted(text, { ...nora, contact: null }).turns.map(({ text: said }) => said)).toEqual(
          known,
        );
      }),
    );
  });

  const size = 80_000;
  const junk: readonly (readonly [string, string])[] = [
    ['one line of one letter', 'a'.repeat(size)],
    ['one line of blanks', ' '.repeat(size)],
    ['one line of brackets', '['.repeat(size)],
    ['one line of colons', 'a:'.repeat(size / 2)],
    ['one line of numbers and slashes', '1/'.repeat(size / 2)],
    ['one line of words', 'on 3 mar 2026 '.repeat(size / 14)],
    ['empty lines', '\n'.repeat(size)],
    ['short lines of digits', '1234567\n'.repeat(size / 8)],
    ['quote marks', '> '.repeat(size / 2)],
    ['lines of quote marks', '> > > > >\n'.repeat(size / 10)],
    ['beginnings of attributions', 'On Tue, Mar 3, 2026 at 10:32 AM\n'.repeat(size / 33)],
    ['labels of headers', 'From: a@b.example,\n'.repeat(size / 19)],
    ['names with commas', 'Ana García, Ana García, Ana García, 1:\n'.repeat(size / 40)],
    ['chats', 'Ana García  10:32 AM\nhi\nNora Weiß  10:35 AM\nhello\n'.repeat(size / 54)],
    ['exports', '[3/5/26, 10:32:11] Ana: hi\n'.repeat(size / 27)],
    [
      'LinkedIn',
      'Ana García sent the following message at 10:32 AM\nView Ana’s profile\nhello\n'.repeat(size / 76),
    ],
    ['mails', '> On Tue, Mar 3, 2026 at 10:32 AM Ana wrote:\n> hi\n'.repeat(size / 52)],
    ['depths', Array.from({ length: 600 }, (_, at) => `${'>'.repeat(at)} hi`).join('\n')],
  ];

  it.each(junk)('takes four times as long for four times as much of %s', (_, text) => {
    const quarter = text.slice(0, text.length / 4);
    timed(quarter);
    const [short, long] = [quarter, text].map((one) => Math.min(...[0, 1].map(() => timed(one))));
    // Sixteen times would be quadratic. What takes no time at all says nothing about growth.
    expect(long ?? 0).toBeLessThan(Math.max((short ?? 0) * 9, 60));
  });
});

/** Milliseconds of this process alone, whatever else the machine does. */
function timed(text: string): number {
  const from = process.cpuUsage();
  readPasted(text, nora);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
