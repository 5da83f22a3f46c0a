import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { held, levelled, type Held } from './held';

describe('what a person wrote now, in mails as many programs send them', () => {
  it.each(held.map((mail) => [mail.name, mail] as const))('%s', async (_, mail) => {
    expect(levelled(await read(mail))).toBe(mail.said);
  });
});

async function read({ kind, body }: Held): Promise<string> {
  if (kind === 'text') return replyTextOf({ text: body, html: null });
  if (kind === 'html') return replyTextOf({ text: null, html: body });
  const bytes = new TextEncoder().encode(body.replaceAll('\n', '\r\n'));
  return (await readMail(bytes)).replyText;
}
