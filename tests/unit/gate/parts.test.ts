import { describe, expect, it } from 'vitest';
import { quoteOf } from '@/lib/gate/explained';
import { blank, fill, inline, plainly } from '@/lib/gate/parts';
import { readingIn } from './told';

const quoted = (language: 'en' | 'es', words: string) => {
  const reading = readingIn(language);
  const sentence = `Ana: ${blank.quote}. And on.`;
  return plainly(fill(sentence, { quote: { words, language: null } }, reading), reading);
};

describe('a sentence with their words in it', () => {
  it.each([
    ['we are all set', 'Ana: “we are all set”. And on.', 'Ana: «we are all set». And on.'],
    ['We are all set.', 'Ana: “We are all set”. And on.', 'Ana: «We are all set». And on.'],
    ['What for?', 'Ana: “What for?” And on.', 'Ana: «What for?». And on.'],
    ['Well…', 'Ana: “Well…” And on.', 'Ana: «Well…». And on.'],
    ['Well...', 'Ana: “Well...” And on.', 'Ana: «Well...». And on.'],
  ])('%s', (words, english, spanish) => {
    expect(quoted('en', words)).toBe(english);
    expect(quoted('es', words)).toBe(spanish);
  });

  it('takes no name for a blank', () => {
    expect(inline(`A${blank.quote}na\n Beltrán `)).toBe('Ana Beltrán');
  });

  it('says the hour only where a rest that does not end with the day is over within two days', () => {
    const reading = readingIn('es');
    const said = (until: string) => plainly(fill(blank.until, { until: new Date(until) }, reading), reading);
    expect(said('2027-06-10T22:00:00Z')).toBe('11 de junio');
    expect(said('2027-06-10T22:00:01Z')).toBe('11 de junio a las 00:00');
    expect(said('2027-06-12T08:30:00Z')).toBe('12 de junio a las 10:30');
    expect(said('2027-06-12T09:30:00Z')).toBe('12 de junio');
    expect(said('2028-01-02T12:00:00Z')).toBe('2 de enero de 2028');
  });
});

describe('the words that are quoted', () => {
  const message = { body: 'Thanks!\n\nWe are all set.', channel: 'email', language: 'en' };

  it('are those that were marked, else the message itself, on one line', () => {
    expect(quoteOf(' all set ', message)?.words).toBe('all set');
    expect(quoteOf(null, message)?.words).toBe('Thanks! We are all set.');
    expect(quoteOf('  ', message)?.words).toBe('Thanks! We are all set.');
  });

  it('are never our notes of a talk', () => {
    expect(quoteOf(null, { ...message, channel: 'phone' })).toBeNull();
    expect(quoteOf('all set', { ...message, channel: 'in_person' })?.words).toBe('all set');
    expect(quoteOf(null, null)).toBeNull();
  });

  it('are cut at a word when they are long', () => {
    const long = quoteOf(null, { ...message, body: 'listen before you send '.repeat(20) })?.words ?? '';
    expect(long.length).toBeLessThanOrEqual(221);
    expect(long).toMatch(/ (listen|before|you|send)…$/);
    expect(quoteOf(null, { ...message, body: 'x'.repeat(500) })?.words).toHaveLength(181);
  });
});
