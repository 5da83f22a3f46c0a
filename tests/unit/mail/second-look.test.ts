import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { moreHumans, moreNotices } from '@/tests/fixtures/mail/second-look.js';

const kindOf = async (raw: string) => (await readMail(new TextEncoder().encode(raw))).kind;
const lastWords = (raw: string) => raw.trim().slice(-60).replace(/\s+/g, ' ');

describe('a second look', () => {
  it.each(moreNotices.map((raw) => [lastWords(raw), raw]))('knows a notice by «%s»', async (_, raw) => {
    expect(await kindOf(raw)).toBe('auto_reply');
  });

  it.each(moreHumans.map((raw) => [lastWords(raw), raw]))('knows a person by «%s»', async (_, raw) => {
    expect(await kindOf(raw)).toBe('human');
  });
});
