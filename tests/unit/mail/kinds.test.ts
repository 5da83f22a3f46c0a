import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { arrivals, complaints } from '@/tests/fixtures/mail/complaints.js';
import { humans } from '@/tests/fixtures/mail/humans.js';
import { lists, notices, receipts } from '@/tests/fixtures/mail/notices.js';

const read = (raw: string) => readMail(new TextEncoder().encode(raw));

describe('what a mail is', () => {
  it.each(humans)('is a person’s: %s', async (_, raw) => {
    expect((await read(raw)).kind).toBe('human');
  });

  it.each(notices)('is a notice that nobody wrote now: %s', async (_, raw, returnsOn) => {
    const { kind, autoReply } = await read(raw);
    expect(kind).toBe('auto_reply');
    if (returnsOn !== undefined) expect(autoReply).toEqual({ returnsOn });
  });

  it.each(lists)('is of a list or a program: %s', async (_, raw) => {
    expect((await read(raw)).kind).toBe('list');
  });

  it.each([...receipts, ...arrivals])('is a receipt: %s', async (_, raw) => {
    expect((await read(raw)).kind).toBe('receipt');
  });

  it.each(complaints)('is a complaint: %s', async (_, raw, expected) => {
    expect(await read(raw)).toMatchObject({ kind: 'complaint', complaint: expected });
  });
});
