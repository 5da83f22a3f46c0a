import { describe, expect, it } from 'vitest';
import { dayInReply, readDay } from '@/lib/language/dates/read';

const today = '2026-11-22';

describe('what is said about a day that was read', () => {
  it('a date in full is exact, a month is a reading', () => {
    expect(readDay('5 March 2027', { today })).toMatchObject({ sure: 'exact', kind: 'day' });
    expect(readDay('in March', { today })).toMatchObject({ sure: 'reading', kind: 'month' });
    expect(readDay('in three weeks', { today })).toMatchObject({ sure: 'exact', kind: 'in_a_while' });
    expect(readDay('in a few weeks', { today })).toMatchObject({ sure: 'reading', kind: 'in_a_while' });
  });

  it('3/5 is 3 May everywhere; in English, 5 March is said beside it', () => {
    expect(readDay('3/5', { today, languages: ['es'] })).toMatchObject({
      day: '2027-05-03',
      otherwise: null,
    });
    expect(readDay('3/5', { today, languages: ['en'] })).toMatchObject({
      day: '2027-05-03',
      otherwise: '2027-03-05',
      sure: 'reading',
    });
    expect(readDay('13/5', { today, languages: ['en'] })).toMatchObject({ otherwise: null, sure: 'exact' });
  });

  it('“next Friday” is next week’s, with the coming one beside it, while the week has one', () => {
    const monday = '2026-11-23';
    expect(readDay('next Friday', { today: monday })).toMatchObject({
      day: '2026-12-04',
      otherwise: '2026-11-27',
    });
    expect(readDay('el próximo viernes', { today: monday, languages: ['es'] })).toMatchObject({
      day: '2026-11-27',
      otherwise: '2026-12-04',
    });
  });

  it('the words stand as they were typed, with their place', () => {
    const typed = 'quizá… después de Semana Santa, si acaso';
    const read = readDay(typed, { today });
    expect(read?.words).toBe('después de Semana Santa');
    expect(typed.slice(read?.start, read?.end)).toBe(read?.words);
  });

  it('what is over is no day, whatever stands beside it in another language', () => {
    for (const typed of [
      'hace tres meses',
      'vor drei Monaten',
      'há dois meses',
      'mars dernier',
      '5 March 2020',
    ])
      expect(readDay(typed, { today })).toBe(null);
  });
});

describe('the day in a reply that says not now', () => {
  const replies: [string, string, string][] = [
    ['2026-11-22', "Not before September, we're closing our round.", '2027-09-01'],
    [
      '2026-11-22',
      'Thanks! We are closing our year on 31 December. Could you try again in February?',
      '2027-02-01',
    ],
    ['2026-11-22', 'We renewed in June for three years. Ask me again after the summer.', '2027-09-21'],
    ['2026-11-22', 'Gracias por escribir. Ahora mismo no, pero escríbeme después del verano.', '2027-09-21'],
    ['2026-11-22', 'Pasado el verano lo vemos con calma, en octubre.', '2027-10-01'],
    ['2026-11-22', 'Im Moment nicht. Melden Sie sich gern im Frühjahr wieder.', '2027-03-21'],
    ['2026-11-22', 'Vor KW 10 brauchen Sie es nicht zu versuchen.', '2027-03-08'],
    ['2026-11-22', "Pas avant la rentrée. D'ici là, inutile de m'écrire.", '2027-09-01'],
    ['2026-11-22', 'Siamo chiusi fino al 24. Ci risentiamo passata la Befana?', '2027-01-07'],
    ['2026-11-22', 'Agora não dá. Me chama depois do Carnaval que a gente conversa.', '2027-02-10'],
    ['2026-11-22', 'Dame seis meses y volvemos a hablar.', '2027-05-22'],
    ['2026-11-22', 'We signed last March. Happy to talk in Q2.', '2027-04-01'],
    ['2026-03-30', 'I am away until the 15th, ping me then.', '2026-04-15'],
  ];

  it.each(replies)('written on %s: %s', (on, text, day) => {
    expect(dayInReply(text, { today: on })?.day).toBe(day);
  });

  it.each([
    'We are in the middle of being bought. Once the dust has settled, with pleasure.',
    'Cuando lleguéis a treinta clientes, sois los primeros a los que quiero ver.',
    'We signed for three years in 2024.',
    'Wenn die Handwerker draußen sind, melde ich mich.',
    'Dès qu’elle est là je vous fais signe.',
    'Our support is there 24/7, so may I ask you to march on?',
    'Perhaps post-Brexit.',
    '',
  ])('names none: %s', (text) => {
    expect(dayInReply(text, { today })).toBe(null);
  });
});
