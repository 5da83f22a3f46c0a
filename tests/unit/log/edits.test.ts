import { describe, expect, it } from 'vitest';
import { begun, edited, toLog, unanswered, type Edit } from '@/components/log/exchange/edits';
import { draftOf } from '@/lib/replies/exchange/draft';
import { readPasted } from '@/lib/threads/pasted/read';
import { nora } from '../threads/pasted/reading';

const chat = `12/03/2026, 18:04 - Nora: hola
12/03/2026, 18:05 - Nora: ¿hablamos?
12/03/2026, 19:00 - Luis: sí
12/03/2026, 19:30 - Eva: no
12/03/2026, 20:00 - Luis: mañana`;

function after(...edits: Edit[]) {
  const draft = draftOf(readPasted(chat, nora), []);
  return edits.reduce(
    edited,
    begun(draft, (channel) => `${channel}:`),
  );
}

const told = (state: ReturnType<typeof after>) => state.turns.map(({ side, text }) => `${side} ${text}`);

describe('correcting what a paste was read as', () => {
  it('joins what was sent in one go, and takes it apart again', () => {
    expect(told(after())[0]).toBe('ours hola\n¿hablamos?');
    const apart = after({ do: 'split', id: 0, at: null });
    expect(told(apart).slice(0, 2)).toEqual(['ours hola', 'ours ¿hablamos?']);
    expect(apart.turns[1]).toMatchObject({ hour: '18:05' });
    expect(told(edited(apart, { do: 'join', id: 4 }))).toEqual(told(after()));
  });

  it('turns all of one name with the one that is turned, save what was said by hand', () => {
    expect(told(after({ do: 'side', id: 1, side: 'theirs' }))).toEqual([
      ...['ours hola\n¿hablamos?', 'theirs sí', 'unknown no', 'theirs mañana'],
    ]);
    const byHand = after({ do: 'side', id: 3, side: 'ours' }, { do: 'side', id: 1, side: 'theirs' });
    expect(told(byHand)[3]).toBe('ours mañana');
  });

  it('asks for whatever is missing, in order, and for nothing of what was dropped', () => {
    expect(unanswered(after())).toEqual({ id: 1, what: 'side' });
    const dropped = after({ do: 'drop', id: 1 }, { do: 'drop', id: 2 }, { do: 'drop', id: 3 });
    expect(unanswered(dropped)).toBe(null);
    expect(unanswered(edited(dropped, { do: 'set', id: 0, values: { day: null } }))).toEqual({
      id: 0,
      what: 'day',
    });
    expect(unanswered(edited(dropped, { do: 'kind', id: 0, kind: 'talk' }))).toEqual({
      id: 0,
      what: 'outcome',
    });
    expect(unanswered(edited(dropped, { do: 'put_back', id: 2 }))).toEqual({ id: 2, what: 'side' });
  });

  it('takes what has no day for said on the day above it, until somebody says another', () => {
    const undated = readPasted('Nora: hola\nAna: sí\nNora: ¿mañana?\nAna: bien', nora);
    const first = begun(draftOf(undated, []), () => 'linkedin:');
    const days = (state: typeof first) => state.turns.map(({ day }) => day);
    expect(days(first)).toEqual([null, null, null, null]);
    expect(unanswered(edited(first, { do: 'side', id: 1, side: 'theirs' }))).toMatchObject({ what: 'day' });

    const dated = edited(first, { do: 'set', id: 0, values: { day: '2026-03-12' } });
    expect(days(dated)).toEqual(['2026-03-12', '2026-03-12', '2026-03-12', '2026-03-12']);
    expect(dated.turns.map(({ guessed }) => guessed.day)).toEqual([false, true, true, true]);

    const later = edited(dated, { do: 'set', id: 2, values: { day: '2026-03-14' } });
    expect(days(later)).toEqual(['2026-03-12', '2026-03-12', '2026-03-14', '2026-03-14']);
    expect(days(edited(later, { do: 'set', id: 0, values: { day: '2026-03-10' } }))).toEqual([
      ...['2026-03-10', '2026-03-10', '2026-03-14', '2026-03-14'],
    ]);
    expect(days(edited(later, { do: 'day_above', id: 2 }))).toEqual(days(dated));
    expect(days(edited(later, { do: 'drop', id: 2 }))[3]).toBe('2026-03-12');
  });

  it('splits where the cursor stands, and loses nothing', () => {
    const split = after({ do: 'split', id: 0, at: 4 });
    expect(split.turns.slice(0, 2).map(({ text }) => text)).toEqual(['hola', '¿hablamos?']);
  });

  it('sends only what is new and was not dropped', () => {
    const sent = JSON.parse(toLog(after({ do: 'drop', id: 2 }), 'somebody')) as { turns: { body: string }[] };
    expect(sent.turns.map(({ body }) => body)).toEqual(['hola\n¿hablamos?', 'sí', 'mañana']);
  });
});
