import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { letter } from '@/tests/fixtures/mail/compose.js';
import { hostile } from '@/tests/fixtures/mail/hostile.js';

const read = (raw: string | Uint8Array) =>
  readMail(typeof raw === 'string' ? new TextEncoder().encode(raw) : raw);

/** Milliseconds of this process's own work: other work on the machine is not counted. */
async function work(does: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await does();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('a mail made to cost time', { timeout: 60_000 }, () => {
  it.each(hostile)('is read in bounded time: %s', async (_, raw) => {
    await read('Subject: warm\n\nup');
    // A slow round is the machine's; a mail that costs too much does so every time.
    let least = Infinity;
    for (let round = 0; round < 3 && least >= 2_000; round += 1)
      least = Math.min(least, await work(() => read(raw)));
    expect(least).toBeLessThan(2_000);
  });

  it.each(hostile)('still has a sender: %s', async (_, raw) => {
    expect((await read(raw)).from).not.toBeNull();
  });
});

describe('a mail that breaks the rules', () => {
  it.each([
    ['nothing at all', ''],
    ['a newline', '\n'],
    ['no header', '\nonly text'],
    ['no body', 'From: ana@marea.example'],
    ['bytes that are no text', Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)],
  ])('is read as far as it goes: %s', async (_, raw) => {
    expect((await read(raw)).kind).toBe('human');
  });

  it('is read past the line of an mbox and past empty lines', async () => {
    const raw = letter({ Subject: 'Re: Maps' }, 'Yes.');
    for (const before of ['From ana@marea.example Tue May  5 10:00:00 2026\r\n', '\r\n\r\n', '>From x\n'])
      expect(await read(before + raw)).toMatchObject({
        subject: 'Re: Maps',
        from: { address: 'ana.ruiz@marea.example' },
      });
  });

  it.each([
    ['windows-1252', [0x66, 0xfc, 0x72, 0x20, 0x80], 'für €'],
    ['iso-8859-1', [0x63, 0x6f, 0x72, 0x61, 0xe7, 0xe3, 0x6f], 'coração'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x4c, 0x35, 0x1b, 0x28, 0x42], '無'],
    ['gb18030', [0xc4, 0xe3, 0xba, 0xc3], '你好'],
    ['koi8-r', [0xc4, 0xc1], 'да'],
    ['x-unheard-of', [0x73, 0xed], 'sí'],
  ])('is read in %s', async (charset, body, text) => {
    const head = new TextEncoder().encode(
      `From: a@b.example\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n`,
    );
    expect((await read(Uint8Array.from([...head, ...body]))).text?.trim()).toBe(text);
  });

  it('gives its ids without brackets, its addresses in lower case, its moment in UTC', async () => {
    const mail = await read(
      letter(
        {
          From: '"RUIZ, Ana" <Ana.Ruiz@Marea.Example>',
          'Message-ID': '<A1@Marea.Example>',
          'In-Reply-To': 'Your message of Monday <one@vela.example>',
          References: '<zero@vela.example>\n <one@vela.example> <zero@vela.example>',
          Subject: '=?utf-8?Q?Re:_a=C3=B1o?=',
        },
        'Yes.',
      ),
    );
    expect(mail).toMatchObject({
      messageId: 'A1@Marea.Example',
      inReplyTo: 'one@vela.example',
      references: ['zero@vela.example', 'one@vela.example'],
      from: { name: 'RUIZ, Ana', address: 'ana.ruiz@marea.example' },
      subject: 'Re: año',
      date: '2026-05-05T08:00:00.000Z',
    });
  });
});
