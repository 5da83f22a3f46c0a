import { headerAtTop, valueOf, valuesOf } from '@/lib/mail/reading/mime/header';

/**
 * When a mail arrived that a program brings in, as a mailbox would date it (RFC 9051, 2.3.3): when the last server that
 * can be read took it (`Received`, the last on top; RFC 5321, 4.4), else what the clock of its writer said (`Date`). Null
 * where neither tells. Whoever asks holds it against a clock of their own.
 */
export function arrivedAt(text: string): Date | null {
  const header = headerAtTop(text);
  const received = valuesOf(header, 'received').map((value) => value.slice(value.lastIndexOf(';') + 1));
  for (const said of [...received, valueOf(header, 'date') ?? '']) {
    const at = momentIn(said);
    if (at) return at;
  }
  return null;
}

// Without its zone a moment is off by up to a day; before 1982 there was no mail like this (RFC 822).
function momentIn(said: string): Date | null {
  const plain = said
    .slice(0, 500)
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  if (!/\d:\d\d(:\d\d)?\s*([+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)$/i.test(plain)) return null;
  const at = new Date(plain);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1982 ? null : at;
}
