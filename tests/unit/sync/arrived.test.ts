import { expect, it } from 'vitest';
import { arrivedAt } from '@/lib/sync/inbound/arrived';

const mail = (...lines: readonly string[]) =>
  [...lines, 'From: eva@museum.example', '', 'Hello.'].join('\r\n');
const date = 'Date: Mon, 2 Mar 2026 09:00:00 +0000';
const first = 'Received: from phone.example by out.example; Mon, 2 Mar 2026 10:00:05 +0100';
const last =
  'Received: from out.example (out.example [192.0.2.7])\r\n\tby mx.example with ESMTPS;\r\n\t2 Mar 2026 10:02:07 +0100 (CET)';

it.each([
  ['when the last server took it, not when it was written', [last, first, date], '2026-03-02T09:02:07.000Z'],
  ['when it was written, where no server says when it took it', [date], '2026-03-02T09:00:00.000Z'],
  [
    'when the server before took it, where the last one cannot be read',
    ['Received: by mx.example; some time this morning', first, date],
    '2026-03-02T09:00:05.000Z',
  ],
  [
    'when it was written, where a server gives no date',
    ['Received: by mx.example', date],
    '2026-03-02T09:00:00.000Z',
  ],
] as const)('dates a mail that was brought in %s', (_, lines, at) => {
  expect(arrivedAt(mail(...lines))?.toISOString()).toBe(at);
});

it.each([
  ['says nothing of the kind', 'Subject: Hello'],
  ['leaves its zone out', 'Date: Mon, 2 Mar 2026 09:00:00'],
  ['was written before there was mail', 'Date: Thu, 1 Jan 1970 00:00:00 +0000'],
  ['says no date', 'Date: yesterday'],
  ['says it further down, in the words', 'Subject: Hello\r\n\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000'],
] as const)('cannot say when a mail came that %s', (_, line) => {
  expect(arrivedAt(`${line}\r\n\r\nHello.`)).toBe(null);
});

it('reads a date of any length in no time', () => {
  const began = performance.now();
  expect(arrivedAt(`Date: ${'('.repeat(60_000)}\r\nReceived: ${';'.repeat(60_000)}\r\n\r\n`)).toBe(null);
  expect(performance.now() - began).toBeLessThan(500);
});
