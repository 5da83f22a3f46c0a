import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { readMail } from '@/lib/mail/reading/read-mail';
import { readAgain } from '@/lib/sync/filing/rereading/mutations';
import { awayUntil, mailsOf } from '@/lib/threads/mails/queries';
import { poolAs } from '@/tests/support/database';
import { fileAll } from '@/tests/support/mail/filing';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);
const inDays = (days: number) => new Date(Date.now() + days * 24 * hour);
const inWords = (day: Date) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);

it('says until when somebody is away, as their automatic reply does, until that day or until they write', async () => {
  const user = await aMember();
  const lease = await held(await aMailbox(user));
  const handle = `eva.${v7()}@museum.example`;
  const eva = await aContact();
  await anAddress(eva, handle);
  const file = (at: Date, rest: object) =>
    fileAll(
      lease,
      user,
      ['ana@atelier.example'],
      [{ at, raw: written({ id: v7(), from: handle, date: at, ...rest }) }],
    );
  const away = (back: Date) => ({
    subject: 'Automatic reply: Your collection',
    headers: ['Auto-Submitted: auto-replied'],
    body: `Thank you for your message. I am out of the office and will be back on ${inWords(back)}.`,
  });
  expect(await awayUntil(user, eva)).toBeNull();
  const back = inDays(9);
  await file(ago(5), away(back));
  const [reply] = await timelineOf(eva);
  const day = back.toISOString().slice(0, 10);
  expect((await mailsOf(user, [reply?.id ?? ''])).get(reply?.id ?? '')).toEqual({
    ...{ returnsOn: day, returned: null },
  });
  expect(await awayUntil(user, eva)).toBe(day);
  // Another one counts instead, and one whose day is over no more.
  await file(ago(4), away(inDays(12)));
  expect(await awayUntil(user, eva)).toBe(inDays(12).toISOString().slice(0, 10));
  await poolAs('owner').query(`UPDATE message_mails SET returns_on = current_date WHERE message_id IN
    (SELECT id FROM messages WHERE contact_id = '${eva}' ORDER BY moment DESC LIMIT 1)`);
  expect(await awayUntil(user, eva)).toBeNull();
  await file(ago(3), away(inDays(20)));
  expect(await awayUntil(user, eva)).not.toBeNull();
  // As a reader left them that did not know the day: a better one says it, and nothing else of them changes.
  const before = [await standingOf(eva), await timelineOf(eva)];
  await poolAs('owner').query('UPDATE message_mails SET returns_on = NULL');
  await poolAs('owner').query('UPDATE raw_mails SET reader_version = 1');
  expect(await awayUntil(user, eva)).toBeNull();
  expect(await readAgain(readMail, 50)).toBe(3);
  expect(await awayUntil(user, eva)).toBe(inDays(20).toISOString().slice(0, 10));
  expect([await standingOf(eva), await timelineOf(eva)]).toEqual(before);
  expect(await readAgain(readMail, 50)).toBe(0);
  await file(ago(2), { body: 'I read it on the train: gladly.' });
  expect(await awayUntil(user, eva)).toBeNull();
});
