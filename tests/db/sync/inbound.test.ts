import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { POST } from '@/app/api/v1/inbound/route';
import { makeToken } from '@/lib/auth/tokens/mutations';
import { readMail } from '@/lib/mail/reading/read-mail';
import { refileWanted } from '@/lib/sync/filing/again/mutations';
import { ownHandles } from '@/lib/sync/listening/own';
import { written } from '@/tests/support/mail/letters';
import { anAddress, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';

const user = await aMember();
const token = await makeToken(user, { name: 'fetchmail', scope: 'mail:inbound', days: null });

function bring(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const sent = { 'content-type': 'message/rfc822', authorization: `Bearer ${token}`, ...headers };
  return POST(new Request('http://localhost/api/v1/inbound', { method: 'POST', headers: sent, body }));
}

const file = async () => refileWanted(await ownHandles(), readMail);

it('brings a reply in, once, however often it is sent', async () => {
  const contact = await aContact();
  const handle = `eva.${v7()}@museum.example`;
  await anAddress(contact, handle);
  const mail = written({ id: `brought.${handle}`, from: handle, body: 'Not for us, thank you.' });
  const first = await bring(mail);
  expect(first.status).toBe(202);
  const again = await bring(`Received: from relay.example\r\n${mail}`);
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ known: true, messageId: `brought.${handle}` });
  await file();
  expect((await timelineOf(contact)).map(({ kind, body }) => [kind, body])).toEqual([
    ['human', 'Not for us, thank you.'],
  ]);
  expect((await bring(mail)).status).toBe(200);
  expect(await file()).toEqual([]);
});

it('dates what is brought in late as the mailbox would, and nothing later than now', async () => {
  const contact = await aContact();
  const handle = `ida.${v7()}@museum.example`;
  await anAddress(contact, handle);
  const brought = async (id: string, ...headers: readonly string[]) => {
    const sent = new Date(Date.UTC(2099, 0, 1));
    await bring(written({ id: `${id}.${handle}`, from: handle, body: id, date: sent, headers }));
  };
  const began = new Date();
  await brought('april', 'Received: from out.example by mx.example; Thu, 2 Apr 2026 10:02:07 +0200');
  await brought('ahead');
  await file();
  const at = new Map((await timelineOf(contact)).map(({ body, occurredAt }) => [body, occurredAt]));
  expect(at.get('april')?.toISOString()).toBe('2026-04-02T08:02:07.000Z');
  expect(at.get('ahead')?.getTime()).toBeGreaterThanOrEqual(began.getTime() - 1);
  expect(at.get('ahead')?.getTime()).toBeLessThanOrEqual(Date.now());
});

it('keeps the mail of a stranger until they are a contact', async () => {
  const handle = `noor.${v7()}@gallery.example`;
  await bring(written({ id: `stranger.${handle}`, from: handle }));
  expect((await file()).map(({ result }) => result)).toEqual(['remembered']);
  const contact = await aContact();
  await anAddress(contact, handle);
  expect((await file()).map(({ result }) => result)).toEqual(['message']);
  expect(await timelineOf(contact)).toHaveLength(1);
});

it.each([
  [
    'no token',
    written({ from: 'a@b.example' }),
    { authorization: 'Bearer earshot_nobodys' },
    401,
    'not_signed_in',
  ],
  ['another type', written({ from: 'a@b.example' }), { 'content-type': 'text/plain' }, 415, 'no_mail_type'],
  ['no mail', '{"mail": 1}', {}, 400, 'mail_empty'],
  ['too much', 'x', { 'content-length': '99999999' }, 413, 'mail_too_long'],
] as const)('refuses %s', async (_, body, headers, status, code) => {
  const answer = await bring(body, headers);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code });
});

it('lets no token in that was made to ask', async () => {
  const asking = await makeToken(user, { name: 'asks', days: null });
  const answer = await bring(written({ from: 'a@b.example' }), { authorization: `Bearer ${asking}` });
  expect(answer.status).toBe(403);
});
