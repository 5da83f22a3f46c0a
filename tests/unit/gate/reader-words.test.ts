import { describe, expect, it } from 'vitest';
import { nothingCarried } from '@/lib/gate/lifting/carried';
import { plainly } from '@/lib/gate/parts';
import { readerWords } from '@/lib/gate/reader-words';
import type { ContactStanding } from '@/lib/gate/standing';
import { tell } from '@/lib/gate/told';
import { explainedOf, readingIn, reasonOf } from './told';

const at = new Date('2027-05-03T08:55:00Z');
const reply = {
  ...{ id: 'r', body: 'And what would it cost?', channel: 'email' as const, language: 'en' },
  ...{ occurredAt: at, dayOnly: false, outcome: 'question' as const, followed: false, writtenBy: null },
};
const read = (
  reasons: Parameters<typeof explainedOf>[0],
  more: Partial<ContactStanding> = {},
  language: 'en' | 'es' = 'en',
) =>
  plainly(
    readerWords(
      {
        ...{ explained: explainedOf(reasons), turn: 'nobody', everWritten: true, owed: 0, isClosed: false },
        ...{ answers: null, ourRest: null, thankFor: null, doors: [], promisedUntil: null },
        ...{ carried: nothingCarried, ...more },
      },
      readingIn(language),
    ),
    { language },
  );

describe('where it stands, for somebody who only reads', () => {
  it('says who is in conversation, and promises no day on which it would open', () => {
    const reasons = [reasonOf('colleague_in_conversation', { colleague: 'Marc' })];
    expect(read(reasons)).toBe(
      'Marc is in conversation with Ana; the last word was on 3 May. Your account reads here. It does not write.',
    );
    expect(read(reasons, {}, 'es')).toBe(
      'Marc está en conversación con Ana; lo último se dijo el 3 de mayo. Con tu cuenta puedes leer, no escribir.',
    );
  });

  it('says what was said and that we owe the answer, not the reader', () => {
    expect(read([], { answers: reply, owed: 1, turn: 'ours' })).toBe(
      'On 3 May Ana said: “And what would it cost?” We owe an answer. Your account reads here. It does not write.',
    );
  });

  it('says what waits in a colleague’s conversation', () => {
    const reasons = [reasonOf('colleague_in_conversation', { colleague: 'Marc' })];
    expect(read(reasons, { answers: reply, owed: 1, turn: 'ours' })).toBe(
      'On 3 May Ana said: “And what would it cost?” We owe an answer. Marc is in conversation with Ana; the last word was on 3 May. Your account reads here. It does not write.',
    );
  });

  it('leaves out what only whoever writes could mend', () => {
    expect(read([reasonOf('deaf', { routes: [] })], { turn: 'theirs' })).toBe(
      'Your account reads here. It does not write.',
    );
  });
});

describe('who may lift it', () => {
  const lift = (owns: boolean) => {
    const told = tell(explainedOf([reasonOf('declined', { scope: 'person' })]), readingIn('en'), { owns });
    return told?.lift ? plainly(told.lift, { language: 'en' }) : '';
  };

  it('is said to an owner as something they can do', () => {
    expect(lift(true)).toBe('If it was misheard or never said, you can take it back, with a reason.');
    expect(lift(false)).toBe('If it was never said, an owner can withdraw it, with a reason.');
  });
});
