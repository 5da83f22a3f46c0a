import { describe, expect, it } from 'vitest';
import { replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { wordsOf } from '@/lib/mail/reply-text/words';
import { fixtures } from './fixtures';

describe('what somebody wrote now, in a text mail', () => {
  it('is read from at least 150 mails in six languages and more', () => {
    expect(fixtures('.txt').length).toBeGreaterThanOrEqual(150);
  });

  it.each(fixtures('.txt'))('$name', ({ mail, said, words }) => {
    const text = replyTextOf({ text: mail, html: null });
    expect(text).toBe(said);
    expect(wordsOf(text)).toBe(words);
  });

  it.each(fixtures('.txt'))(
    'is the same with the line ends of a mail on the wire: $name',
    ({ mail, said }) => {
      expect(replyTextOf({ text: mail.replaceAll('\n', '\r\n'), html: null })).toBe(said);
    },
  );
});

describe('what somebody wrote now, in an HTML mail', () => {
  it.each(fixtures('.html'))('$name', ({ mail, said, words }) => {
    const text = replyTextOf({ text: null, html: mail });
    expect(text).toBe(said);
    expect(wordsOf(text)).toBe(words);
  });
});
