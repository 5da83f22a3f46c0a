import { expect, it } from 'vitest';
import { picturesIn } from '@/lib/mail/reading/mime/pictures';
import { readMail } from '@/lib/mail/reading/read-mail';

const part = (id: string, type: string, bytes: string) =>
  `--p\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes}\r\n`;
const mail = (parts: readonly string[]) =>
  Buffer.from(
    `From: eva@museum.example\r\nContent-Type: multipart/related; boundary=p\r\n\r\n${parts.join('')}--p--\r\n`,
  );

it('finds the pictures of a mail by their ids, and nothing that is no picture', async () => {
  const found = await picturesIn(
    mail([
      part('a@x', 'image/png', 'AAAA'),
      part('b@x', 'image/svg+xml', 'AAAA'),
      part('c@x', 'text/html', 'AAAA'),
    ]),
  );
  expect(found).toEqual({ 'a@x': 'data:image/png;base64,AAAA' });
});

it('stops at fifty pictures', async () => {
  const many = Array.from({ length: 60 }, (_, at) => part(`${at}@x`, 'image/gif', 'AAAA'));
  expect(Object.keys(await picturesIn(mail(many)))).toHaveLength(50);
});

it('finds none in a mail nested without end, which is read all the same', async () => {
  const deep = Array.from(
    { length: 200 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  const raw = Buffer.from(
    `From: eva@museum.example\r\nSubject: Deep\r\n${deep.join('')}Content-Type: text/plain\r\n\r\nHello.`,
  );
  expect(await picturesIn(raw)).toEqual({});
  expect((await readMail(raw)).subject).toBe('Deep');
});
