import { describe, expect, it } from 'vitest';
import { readPasted } from '@/lib/threads/pasted/read';
import { nora, told } from './reading';

const two = ['they 2026-03-12 18:04: hola', 'we 2026-03-12 18:05: qué tal'];

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['Android in Spanish', '12/03/2026, 18:04 - Ana García: hola\n12/03/2026, 18:05 - Nora: qué tal', two],
  ['Android without a comma', '12/3/26 18:04 - Ana García: hola\n12/3/26 18:05 - Nora: qué tal', two],
  [
    'Android in the States',
    '3/12/26, 6:04 PM - Ana García: hola\n3/13/26, 6:05 PM - Nora: qué tal',
    ['they 2026-03-12 18:04: hola', 'we 2026-03-13 18:05: qué tal'],
  ],
  ['Android with narrow blanks', '3/13/26, 6:04\u202fPM - Ana García: hola', ['they 2026-03-13 18:04: hola']],
  ['Android in German', '12.03.26, 18:04 - Ana García: hola\n12.03.26, 18:05 - Nora: qué tal', two],
  ['iPhone in Spanish', '[12/3/26, 18:04:40] Ana García: hola\n[12/3/26, 18:05:01] Nora: qué tal', two],
  [
    'iPhone with p. m.',
    '[12/3/26, 6:04:40 p. m.] Ana García: hola\n[12/3/26, 6:05:00 p. m.] Nora: qué tal',
    two,
  ],
  ['iPhone in German', '[12.03.26, 18:04:40] Ana García: hola\n[12.03.26, 18:05:40] Nora: qué tal', two],
  [
    'iPhone with the year first',
    '[2026-03-12, 18:04:40] Ana García: hola\n[2026-03-12, 18:05:40] Nora: qué tal',
    two,
  ],
  [
    'iPhone with direction marks',
    '\u200e[12/3/26, 18:04:40] Ana García: \u200ehola\n[12/3/26, 18:05:00] Nora: qué tal',
    two,
  ],
  [
    'the page of WhatsApp, hour first',
    '[18:04, 12/3/2026] Ana García: hola\n[18:05, 12/3/2026] Nora: qué tal',
    two,
  ],
  [
    'the page in the States',
    '[6:04 PM, 3/12/2026] Ana García: hola\n[6:05 PM, 3/15/2026] Nora: qué tal',
    ['they 2026-03-12 18:04: hola', 'we 2026-03-15 18:05: qué tal'],
  ],
  [
    'lines that go on',
    '[12/3/26, 18:04:40] Ana García: hola\nsegunda línea\n\ntercera\n[12/3/26, 18:05:40] Nora: sí',
    ['they 2026-03-12 18:04: hola / segunda línea /  / tercera', 'we 2026-03-12 18:05: sí'],
  ],
  [
    'a line that goes on with a colon',
    '[12/3/26, 18:04:40] Ana García: dos cosas\nPrimera: el precio\n[12/3/26, 18:05:40] Nora: sí',
    ['they 2026-03-12 18:04: dos cosas / Primera: el precio', 'we 2026-03-12 18:05: sí'],
  ],
  [
    'a colon in what is said',
    '12/03/2026, 18:04 - Ana García: mira: esto',
    ['they 2026-03-12 18:04: mira: esto'],
  ],
  [
    'a link in what is said',
    '12/03/2026, 18:04 - Ana García: https://marea.example/a:b',
    ['they 2026-03-12 18:04: https://marea.example/a:b'],
  ],
  [
    'the notice on encryption, with a name and without',
    '12/03/2026, 18:00 - Los mensajes y las llamadas están cifrados de extremo a extremo.\n12/03/2026, 18:00 - Ana García: Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n12/03/2026, 18:04 - Ana García: hola',
    ['they 2026-03-12 18:04: hola'],
  ],
  [
    'media that was left out is something sent',
    '13/03/2026, 18:04 - Ana García: <Multimedia omitido>\n13/03/2026, 18:05 - Nora: gracias',
    ['they 2026-03-13 18:04: <Multimedia omitido>', 'we 2026-03-13 18:05: gracias'],
  ],
  [
    'a deleted message is none',
    '13/03/2026, 18:04 - Ana García: This message was deleted\n13/03/2026, 18:05 - Ana García: hola',
    ['they 2026-03-13 18:05: hola'],
  ],
  [
    'a missed call is none',
    '13/03/2026, 18:04 - Ana García: Missed voice call\n13/03/2026, 18:05 - Ana García: te llamaba',
    ['they 2026-03-13 18:05: te llamaba'],
  ],
  [
    'a call is a talk',
    '13/03/2026, 18:04 - Ana García: Voice call, 12 min\n13/03/2026, 18:25 - Nora: gracias',
    ['they 2026-03-13 18:04 (talk): Voice call, 12 min', 'we 2026-03-13 18:25: gracias'],
  ],
  [
    'a telephone number for a name',
    '13/03/2026, 18:04 - +34 600 11 22 33: hola\n13/03/2026, 18:05 - Nora Weiß: dime',
    ['they 2026-03-13 18:04: hola', 'we 2026-03-13 18:05: dime'],
  ],
  ['a name that its owner chose', '13/03/2026, 18:04 - ~ Ana: hola', ['they 2026-03-13 18:04: hola']],
  [
    'who is not us is the other',
    '13/03/2026, 18:04 - La de Marea: hola\n13/03/2026, 18:05 - Nora Weiß: dime',
    ['they 2026-03-13 18:04: hola', 'we 2026-03-13 18:05: dime'],
  ],
  [
    'Tú',
    '13/03/2026, 18:04 - Tú: hola\n13/03/2026, 18:05 - Ana: dime',
    ['we 2026-03-13 18:04: hola', 'they 2026-03-13 18:05: dime'],
  ],
  [
    'the newest first is turned round',
    '[13/3/26, 18:05:40] Nora: sí\n[12/3/26, 18:04:40] Ana García: hola',
    ['they 2026-03-12 18:04: hola', 'we 2026-03-13 18:05: sí'],
  ],
  [
    'what only one order of numbers allows decides for all',
    '3/5/26, 10:32 - Ana: uno\n3/13/26, 10:32 - Nora: dos',
    ['they 2026-03-05 10:32: uno', 'we 2026-03-13 10:32: dos'],
  ],
  [
    'an order in which nothing lies ahead',
    '3/5/26, 10:32 - Ana: uno\n3/6/26, 10:32 - Nora: dos',
    ['they 2026-03-05 10:32: uno', 'we 2026-03-06 10:32: dos'],
  ],
  [
    'an order in which time runs on',
    '1/12/25, 10:32 - Ana: uno\n2/1/26, 10:32 - Nora: dos',
    ['they 2025-12-01 10:32: uno', 'we 2026-01-02 10:32: dos'],
  ],
  ['Telegram', 'Ana García, [12.03.2026 18:04]\nhola\n\nNora, [12.03.2026 18:05]\nqué tal', two],
  [
    'Telegram with a colon',
    'Ana García, [12.03.2026 18:04]:\nhola\n\nNora, [12.03.2026 18:05]:\nqué tal',
    two,
  ],
  ['Skype', '[12/03/2026 18:04:40] Ana García: hola\n[12/03/2026 18:05:40] Nora: qué tal', two],
  ['Teams', '[12/03/2026 18:04] Ana García\nhola\n[12/03/2026 18:05] Nora Weiß\nqué tal', two],
  [
    'hours alone in brackets',
    '[18:04] Ana: hola\n[18:05] Nora: qué tal',
    ['they 18:04: hola', 'we 18:05: qué tal'],
  ],
  [
    'a name with its hour in brackets',
    'Ana (18:04): hola\nNora (18:05): qué tal',
    ['they 18:04: hola', 'we 18:05: qué tal'],
  ],
  [
    'a text above the first line',
    'Chat con Ana\n12/03/2026, 18:04 - Ana García: hola',
    ['they 2026-03-12 18:04: hola'],
  ],
  [
    'an edited message',
    '12/03/2026, 18:04 - Ana García: hola <This message was edited>',
    ['they 2026-03-12 18:04: hola'],
  ],
  [
    'an edited message in Spanish, with a mark of direction',
    '[12/3/26, 18:04:40] Ana García: hola \u200e<Se editó este mensaje.>\n[12/3/26, 18:05:01] Nora: qué tal',
    two,
  ],
  [
    'media that was left out in Spanish, from an iPhone',
    '[13/3/26, 18:04:40] Ana García: \u200eimagen omitida\n[13/3/26, 18:05:01] Nora: gracias',
    ['they 2026-03-13 18:04: imagen omitida', 'we 2026-03-13 18:05: gracias'],
  ],
  [
    'a group keeps who is neither of the two as a question',
    '12/03/2026, 18:04 - Ana García: hola\n12/03/2026, 18:05 - Luis: buenas\n12/03/2026, 18:06 - Nora: qué tal',
    ['they 2026-03-12 18:04: hola', '? 2026-03-12 18:05: buenas', 'we 2026-03-12 18:06: qué tal'],
  ],
];

describe('a chat that was exported or copied', () => {
  it.each(cases)('%s', (_, text, turns) => {
    expect(told(text)).toEqual(turns);
  });

  it('shows in which order it read the numbers of days, and the day in the other order', () => {
    const read = readPasted('5/3/26, 10:32 - Ana: uno', { ...nora, now: new Date('2026-07-01T10:00:00Z') });
    expect(read.days).toEqual({ order: 'day_first', guessed: true });
    expect(read.turns[0]).toMatchObject({
      day: '2026-03-05',
      otherDay: '2026-05-03',
      sure: { day: 'guessed' },
    });
  });

  it('reads the same numbers as in the States for somebody who lives there', () => {
    const there = { ...nora, zone: 'America/New_York', now: new Date('2026-07-01T10:00:00Z') };
    expect(told('5/3/26, 10:32 - Ana: uno', there)).toEqual(['they 2026-05-03 10:32: uno']);
  });

  it('knows WhatsApp, and leaves open what may be another program', () => {
    expect(readPasted('12/03/2026, 18:04 - Ana: hola', nora).channel).toBe('whatsapp');
    expect(readPasted('Ana García, [12.03.2026 18:04]\nhola', nora).channel).toBe(null);
  });
});
