import PostalMime, { addressParser, decodeWords } from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import { bounded } from './bounded';
import { withoutC1 } from './c1';
import { headerAtTop, valueOf } from './header';
import type { Header } from './header';
import type { ParsedMail, Part, Person } from './parsed-mail';
import { plainOf } from './plain';

const mostSeen = 100_000;
const mostOfPart = 400_000;
const telling =
  /^(?:message\/|text\/(?:rfc822|calendar|x-delivery|delivery)|application\/ics$|multipart\/)|^text\/plain$/;

/**
 * Takes a raw mail apart. Mails returned or forwarded inside stay whole, as parts. What breaks the rules of
 * MIME is read as far as it goes; nesting without end and headers of megabytes are read by their top alone.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const bytes = bounded(raw);
  try {
    const email = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 100,
      maxHeadersSize: 1024 * 1024,
    });
    const header = email.headers.map(({ key, value }) => ({ name: key, value }));
    const empty = email.attachments.length === 0 && !email.text && !email.html;
    // Parts are promised and no boundary comes: what is there is read as text.
    const bodies = empty ? { text: bodyOf(latin1.decode(bytes.subarray(0, 1024 * 1024))) } : {};
    return whole(header, { ...email, ...bodies }, email.attachments.flatMap(partOf));
  } catch {
    const text = latin1.decode(bytes.subarray(0, 1024 * 1024));
    const header = headerAtTop(text);
    return whole(header, topOf(header, text), []);
  }
}

const latin1 = new TextDecoder('windows-1252');
const utf8 = new TextDecoder('utf-8', { fatal: true });

type Top = Pick<Email, 'from' | 'to' | 'cc' | 'replyTo' | 'subject' | 'text' | 'html'>;

function topOf(header: Header, text: string): Top {
  const people = (name: string) => addressParser(valueOf(header, name) ?? '');
  return {
    from: people('from')[0],
    to: people('to'),
    cc: people('cc'),
    replyTo: people('reply-to'),
    subject: decodeWords(valueOf(header, 'subject') ?? ''),
    text: bodyOf(text),
  };
}

function bodyOf(text: string): string {
  const blank = /\r?\n\r?\n/.exec(text);
  return blank ? text.slice(blank.index + blank[0].length) : '';
}

function whole(header: Header, top: Top, parts: readonly Part[]): ParsedMail {
  const text = top.text === undefined ? null : withoutC1(top.text);
  const html = top.html === undefined ? null : withoutC1(top.html);
  const shown = text !== null && text.trim() !== '' ? text : html === null ? '' : plainOf(html);
  return {
    header,
    contentType: (valueOf(header, 'content-type') ?? 'text/plain').toLowerCase(),
    from: people(top.from ? [top.from] : [])[0] ?? null,
    to: people(top.to ?? []),
    cc: people(top.cc ?? []),
    replyTo: people(top.replyTo ?? []),
    subject: withoutC1(top.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    date: moment(valueOf(header, 'date')),
    text,
    html,
    parts,
    seen: shown.slice(0, mostSeen).replace(/\r\n?/g, '\n'),
  };
}

function people(addresses: readonly Address[]): Person[] {
  return addresses.flatMap((one) => {
    if (one.group) return people(one.group);
    return one.address ? [{ name: one.name, address: one.address.toLowerCase() }] : [];
  });
}

function moment(value: string | null): string | null {
  if (value === null) return null;
  const read = new Date(value.replace(/\([^()]*\)/g, '').trim());
  return Number.isNaN(read.getTime()) ? null : read.toISOString();
}

function partOf({ mimeType, content, method }: Attachment): Part[] {
  const type = mimeType.toLowerCase();
  if (!telling.test(type) || typeof content === 'string') return [];
  const bytes = new Uint8Array(content).subarray(0, mostOfPart);
  return [{ type, text: decoded(bytes), method: method ?? null }];
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}
