import { describe, expect, it } from 'vitest';
import { lastQuestion } from '@/lib/threads/asked';
import { balanceOf, type TurnTaken } from '@/lib/threads/balance';
import { guessChannel, guessDirection } from '@/lib/threads/guess';
import { cursorOf, placeOf } from '@/lib/threads/place';
import { entriesOf, type Happening, type TimelineTurn } from '@/lib/threads/timeline';

const at = (hour: number) => new Date(Date.UTC(2026, 3, 21, hour));
const turn = (by: 'them' | 'us', hour: number, words: number, more: Partial<TurnTaken> = {}): TurnTaken => ({
  ...{ by, words, at: at(hour), dayOnly: false, asks: false },
  ...more,
});
const answersIn = (turns: readonly TurnTaken[], side: 'theirs' | 'ours') => balanceOf(turns)[side].answersIn;

describe('the balance of a conversation', () => {
  it('of nobody who spoke is empty', () => {
    const nothing = { turns: 0, words: 0, asked: 0, answered: 0, answersIn: null };
    expect(balanceOf([])).toEqual({
      ...{ turns: 0, lastBy: null, percentTheirs: null, theirs: nothing, ours: nothing },
    });
  });

  it('weighs words, and how long either lets the other wait', () => {
    const turns = [turn('us', 8, 30), turn('them', 12, 60), turn('us', 13, 10), turn('them', 19, 20)];
    const more = [turn('us', 20, 0), turn('them', 22, 0), turn('us', 30, 0)];
    expect(balanceOf([...turns, ...more])).toEqual({
      ...{ turns: 7, lastBy: 'us', percentTheirs: 67 },
      theirs: { turns: 3, words: 80, asked: 0, answered: 0, answersIn: 4 * 3_600_000 },
      ours: { turns: 4, words: 40, asked: 0, answered: 0, answersIn: 3_600_000 },
    });
  });

  it('counts who asked, and whether the other side spoke after it', () => {
    const asks = { asks: true };
    const { theirs, ours } = balanceOf([
      ...[turn('us', 8, 9, asks), turn('us', 9, 9, asks), turn('them', 10, 9, asks)],
      ...[turn('us', 11, 9), turn('them', 12, 9, asks), turn('them', 13, 9)],
    ]);
    expect(ours).toMatchObject({ asked: 2, answered: 2 });
    expect(theirs).toMatchObject({ asked: 2, answered: 1 });
  });

  it('calls nothing a habit before the third answer', () => {
    const twice = [turn('us', 8, 1), turn('them', 9, 1), turn('us', 10, 1), turn('them', 11, 1)];
    expect(answersIn(twice, 'theirs')).toBe(null);
    expect(answersIn([...twice, turn('us', 12, 1), turn('them', 13, 1)], 'theirs')).toBe(3_600_000);
  });

  it('calls a monologue what is one', () => {
    expect(balanceOf([turn('us', 8, 30), turn('us', 20, 30)])).toMatchObject({
      theirs: { turns: 0, answersIn: null },
      ours: { turns: 2 },
      percentTheirs: 0,
    });
  });

  it('counts the wait from the first message, and none where only the day is known', () => {
    const asked = (hour: number) => [turn('us', hour, 1), turn('us', hour + 1, 1), turn('them', hour + 2, 1)];
    expect(answersIn([...asked(0), ...asked(8), ...asked(16)], 'theirs')).toBe(2 * 3_600_000);
    const someDay = turn('us', 16, 1, { dayOnly: true });
    expect(answersIn([...asked(0), ...asked(8), someDay, turn('them', 18, 1)], 'theirs')).toBe(null);
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
      ...{ text: null, referredId: null },
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
