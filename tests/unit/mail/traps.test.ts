import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { answering, id, letter, original, report, them } from '@/tests/fixtures/mail/compose.js';
import { complaints } from '@/tests/fixtures/mail/complaints.js';
import { humans } from '@/tests/fixtures/mail/humans.js';
import { receipts } from '@/tests/fixtures/mail/notices.js';

const read = (raw: string) => readMail(new TextEncoder().encode(raw));
const away = 'I am out of the office until 12 May. For urgent matters please contact Leo.';

describe('trap 5: an out-of-office is no reply', () => {
  it('is told from an answer by its headers', async () => {
    const raw = letter({ Subject: 'Re: Maps', 'Auto-Submitted': 'auto-replied', ...answering }, away);
    expect(await read(raw)).toMatchObject({ kind: 'auto_reply', autoReply: { returnsOn: '2026-05-12' } });
  });

  it('is told from an answer by its subject', async () => {
    expect(await read(letter({ Subject: 'Automatic reply: Maps', ...answering }, away))).toMatchObject({
      kind: 'auto_reply',
    });
  });

  it('and a person who is away and says no all the same is heard', async () => {
    const raw = letter(
      { Subject: 'Re: Maps', ...answering },
      'I am out of the office until 12 May. It is a no, by the way.',
    );
    expect(await read(raw)).toMatchObject({ kind: 'human' });
  });
});

describe('trap 6: what stands on ordinary mail is no sign of a program', () => {
  it.each([
    { Precedence: 'bulk' },
    { Precedence: 'list' },
    { 'X-Auto-Response-Suppress': 'All' },
    { 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' },
    { 'Auto-Submitted': 'no' },
    { Precedence: 'bulk', 'List-Id': '<a.example>', 'List-Unsubscribe': '<mailto:x@a.example>' },
  ])('%j', async (fields) => {
    const raw = letter({ Subject: 'Re: Maps', ...answering, ...fields }, 'Yes, send me one.');
    expect(await read(raw)).toMatchObject({ kind: 'human' });
  });

  it('and a bounce that calls itself auto-replied is a bounce', async () => {
    const raw = report({ recipients: [{ status: '5.1.1', said: '550 5.1.1 User unknown' }] });
    expect(raw).toContain('Auto-Submitted: auto-replied');
    expect(await read(raw)).toMatchObject({ kind: 'bounce', bounce: { originalMessageId: id } });
  });
});

describe('trap 7: what looks alike is told apart', () => {
  it('a complaint is no bounce', async () => {
    for (const [, raw] of complaints) expect((await read(raw)).bounce).toBeNull();
  });

  it('a delay is no failure, whatever it says', async () => {
    const raw = report({
      subject: 'Delayed Mail',
      recipients: [{ action: 'delayed', status: '4.1.1', said: '450 4.1.1 User unknown' }],
    });
    expect((await read(raw)).bounce).toMatchObject({ delayed: true, hard: false, recipients: [them] });
  });

  it('a bounce that a person forwards or quotes is that person’s mail', async () => {
    for (const [, raw] of humans) expect((await read(raw)).bounce).toBeNull();
  });

  it('a bounce inside a mail stays inside', async () => {
    const raw = letter(
      { Subject: 'Fwd: failure notice', 'Content-Type': 'message/rfc822' },
      report({ returned: ['message/rfc822', original()] }),
    );
    expect(await read(raw)).toMatchObject({ kind: 'human', bounce: null });
  });

  it('a receipt is no answer', async () => {
    for (const [, raw] of receipts) expect(await read(raw)).toMatchObject({ kind: 'receipt' });
  });
});
