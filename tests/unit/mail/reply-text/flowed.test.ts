import { describe, expect, it } from 'vitest';
import { replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { unflowed } from '@/lib/mail/reply-text/flowed';

describe('format=flowed', () => {
  it('joins what a mail program wrapped', () => {
    expect(unflowed('We would like \r\nto know more.\r\n\r\nTom', false)).toBe(
      'We would like to know more.\n\nTom',
    );
  });

  it('joins without the space where the space says so', () => {
    expect(unflowed('日本 \n語', true)).toBe('日本語');
  });

  it('never lets a quote swallow the answer below it', () => {
    const text = unflowed('On 3 Mar 2025 10:00, Ana wrote:\n> Hi \nHello', false);
    expect(text).toBe('On 3 Mar 2025 10:00, Ana wrote:\n> Hi\nHello');
    expect(replyTextOf({ text, html: null })).toBe('Hello');
  });

  it('keeps quotes of different depth apart', () => {
    expect(unflowed('>> one \n>> two \n> three', false)).toBe('>> one two\n> three');
  });

  it('keeps the mark of a signature', () => {
    expect(unflowed('Yes \nplease. \n-- \nTom', false)).toBe('Yes please. \n-- \nTom');
  });

  it('takes off the space that was stuffed in front', () => {
    expect(unflowed(' From here on\n  indented', false)).toBe('From here on\n indented');
  });
});
