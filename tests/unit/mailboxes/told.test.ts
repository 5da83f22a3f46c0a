import { expect, it } from 'vitest';
import { toldSince } from '@/lib/mailboxes/told';

const now = new Date('2027-05-06T10:30:00Z');

it.each([
  ['2027-05-06T06:05:00Z', '08:05 today', 'hoy (08:05)'],
  ['2027-05-05T21:59:00Z', '23:59 yesterday', 'ayer (23:59)'],
  ['2027-05-04T21:59:00Z', '4 May', 'el 4 de mayo'],
  ['2026-12-04T12:00:00Z', '4 December 2026', 'el 4 de diciembre de 2026'],
])('says since when nothing is heard, with the hour where that tells more: %s', (at, english, spanish) => {
  const reading = { zone: 'Europe/Madrid', now };
  expect(toldSince(new Date(at), { ...reading, language: 'en' })).toBe(english);
  expect(toldSince(new Date(at), { ...reading, language: 'es' })).toBe(spanish);
});
