import { describe, expect, it } from 'vitest';
import { lastQuestion } from '@/lib/threads/asked';
import { balanceOf, type TurnTaken } from '@/lib/threads/balance';
import { guessChannel, guessDirection } from '@/lib/threads/guess';
import { cursorOf, placeOf } from '@/lib/threads/place';
import { entriesOf, type Happening, type TimelineTurn } from '@/lib/threads/timeline';

const at = (hour: number) => new Date(Date.UTC(2026, 3, 21, hour));
const turn = (by: 'them' | 'us', hour: number, words: number, dayOnly = false): TurnTaken => ({
  by,
  at: at(hour),
  words,
  dayOnly,
});

describe('the balance of a conversation', () => {
  it('of nobody who spoke is empty', () => {
    expect(balanceOf([])).toMatchObject({ turns: 0, lastBy: null, percentTheirs: null, theyAnswerIn: null });
  });

  it('weighs words, and how long either lets the other wait', () => {
    const turns = [turn('us', 8, 30), turn('them', 12, 60), turn('us', 13, 10), turn('them', 19, 20)];
    const more = [turn('us', 20, 0), turn('them', 22, 0), turn('us', 30, 0)];
    expect(balanceOf([...turns, ...more])).toEqual({
      ...{ turns: 7, theirs: 3, ours: 4, lastBy: 'us', percentTheirs: 67 },
      ...{ theyAnswerIn: 4 * 3_600_000, weAnswerIn: 3_600_000 },
    });
  });

  it('calls nothing a habit before the third answer', () => {
    const twice = [turn('us', 8, 1), turn('them', 9, 1), turn('us', 10, 1), turn('them', 11, 1)];
    expect(balanceOf(twice).theyAnswerIn).toBe(null);
    expect(balanceOf([...twice, turn('us', 12, 1), turn('them', 13, 1)]).theyAnswerIn).toBe(3_600_000);
  });

  it('calls a monologue what is one', () => {
    expect(balanceOf([turn('us', 8, 30), turn('us', 20, 30)])).toMatchObject({
      theirs: 0,
      ours: 2,
      percentTheirs: 0,
      theyAnswerIn: null,
    });
  });

  it('counts the wait from the first message, and none where only the day is known', () => {
    const asked = (hour: number) => [turn('us', hour, 1), turn('us', hour + 1, 1), turn('them', hour + 2, 1)];
    expect(balanceOf([...asked(0), ...asked(8), ...asked(16)]).theyAnswerIn).toBe(2 * 3_600_000);
    expect(
      balanceOf([...asked(0), ...asked(8), turn('us', 16, 1, true), turn('them', 18, 1)]).theyAnswerIn,
    ).toBe(null);
  });
});

describe('what a message asks', () => {
  it.each([
    [
      'Hello Elena. Would you talk to us for half an hour? Thank you, Nora',
      'Would you talk to us for half an hour?',
    ],
    ['Hola, Ana.\n¿Cuánto tiempo dura la visita? ¿Y en qué lengua?\nUn saludo', '¿Y en qué lengua?'],
    ['Quanto tempo dura a entrevista?', 'Quanto tempo dura a entrevista?'],
    ['Thank you for telling us.', null],
    ['??', null],
    ['', null],
  ])('%j → %j', (text, question) => {
    expect(lastQuestion(text)).toBe(question);
  });
});

describe('guesses about what is logged', () => {
  it('take whoever is on turn for the one who wrote', () => {
    expect(guessDirection('theirs', true)).toBe('inbound');
    expect(guessDirection('ours', true)).toBe('outbound');
    expect(guessDirection('nobody', false)).toBe('outbound');
  });

  it('take the channel where they last talked, else their first address', () => {
    expect(guessChannel('x', [{ channel: 'email' }])).toBe('x');
    expect(guessChannel(null, [{ channel: 'linkedin' }])).toBe('linkedin');
    expect(guessChannel(null, [])).toBe('email');
  });
});

describe('a timeline', () => {
  const said = (id: string, hour: number, more: Partial<TimelineTurn> = {}): TimelineTurn => ({
    ...{
      id,
      moment: at(hour),
      depth: 0,
      seq: '1',
      direction: 'inbound',
      source: 'logged',
      kind: 'human',
      channel: 'email',
    },
    ...{
      occurredAt: at(hour),
      dayOnly: false,
      subject: null,
      body: id,
      pitch: null,
      state: null,
      purpose: null,
      unheard: false,
      against: null,
    },
    ...{
      author: { id: null, name: null },
      recordedBy: { id: null, name: null },
      heard: null,
      mark: null,
      retracted: null,
      corrects: null,
    },
    ...more,
  });
  const happened = (id: string, hour: number): Happening => ({
    ...{
      id,
      kind: 'refused',
      at: at(hour),
      by: { id: null, name: null },
      codes: [],
      until: null,
      text: null,
    },
  });

  it('puts what happened between what was said', () => {
    const entries = entriesOf([said('a', 1), said('b', 5)], [happened('c', 3), happened('d', 9)]);
    expect(entries.map((entry) => (entry.is === 'turn' ? entry.turn.id : entry.happening.id))).toEqual([
      'a',
      'c',
      'b',
      'd',
    ]);
  });

  it('shows a corrected row inside the one that corrects it, and a retracted one by itself', () => {
    const by = { id: null, name: 'Nora' };
    const retracted = { by, at: at(6), reason: 'twice' };
    const entries = entriesOf(
      [
        said('a', 1, { retracted: { ...retracted, corrected: true } }),
        said('b', 2, { retracted: { ...retracted, corrected: false } }),
      ],
      [],
    );
    expect(entries).toMatchObject([{ is: 'turn', turn: { id: 'b' } }]);
  });

  it('has addresses that name a place, and nothing else', () => {
    const place = { moment: at(3), depth: 2, seq: '917' };
    expect(placeOf(cursorOf(place))).toEqual(place);
    for (const bad of [undefined, '', 'x', '2026-04-21T03:00:00.000Z', "2026-04-21T03:00:00.000Z~1~1'"])
      expect(placeOf(bad)).toBe(null);
  });
});
