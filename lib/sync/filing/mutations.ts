import 'server-only';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { v7 } from 'uuid';
import { type PoolClient, rows } from '@/lib/db/pool';
import { idFromContent, sha256 } from '../identity';
import { keepSuggestion } from '@/lib/replies/suggested/mutations';
import { match } from '../matching/matching';
import type { Asked, Facts, Placed } from '../matching/match';
import { ask } from './asked/mutations';
import { isSameText, type Prepared } from './incoming';
import { ignoredAmong } from '../strangers/queries';
import { linkTo } from './linking/mutations';
import { factsAbout } from './queries';
import { threadFor } from './threads/mutations';

const pack = promisify(gzip);

/** Which reader read it: a better one reads it again. */
export const readerVersion = 1;

/** To whom a mail came, and what is done with strangers there. */
export interface Place {
  /** Null: a program brought it in. */
  readonly mailboxId: string | null;
  readonly own: Facts['own'];
  readonly mailboxUserId: string;
  readonly inSent: boolean;
  /** From when on a person is asked about somebody unknown who writes; null: never. */
  readonly since: Date | null;
  /** It cannot be fetched again, so it is kept while it is asked about. */
  readonly keeps: boolean;
}

/** What became of a mail. */
export interface Filed {
  readonly result: 'message' | 'remembered' | 'asked';
  readonly why: string | null;
  readonly rawMailId: string | null;
  /** Messages that were not there before. */
  readonly made: readonly Made[];
}

export interface Made {
  readonly id: string;
  readonly contactId: string;
  readonly ref: string;
  readonly direction: 'inbound' | 'outbound';
  readonly kind: Placed['kind'];
}

/**
 * Files one mail inside the caller's transaction: whose it is, its messages through the law's triggers, what they name
 * and what names them, and the question it leaves open. The same mail again changes nothing.
 */
export async function fileMail(client: PoolClient, prepared: Prepared, place: Place): Promise<Filed> {
  const { mail, reported, internalDate } = prepared;
  const facts = await factsAbout(mail, reported, internalDate, place, client);
  const { placed, asked } = match(mail, facts);
  const made: Made[] = [];
  const there: string[] = [];
  for (const one of placed) {
    const recorded = await recordOnce(client, prepared, one, facts);
    there.push(recorded.id);
    if (recorded.made) made.push(recorded.made);
  }
  if (placed.length === 0) return fileQuestion(client, prepared, place, asked);
  const rawMailId =
    (await rawOf(client, there)) ?? (await keepRaw(client, prepared, place, { waits: false }));
  for (const { id, direction, kind } of made) {
    const returnsOn = kind === 'auto_reply' ? (mail.read.autoReply?.returnsOn ?? null) : null;
    await client.query(
      'INSERT INTO message_mails (message_id, raw_mail_id, returns_on) VALUES ($1, $2, $3)',
      [id, rawMailId, direction === 'inbound' ? returnsOn : null],
    );
    if (direction === 'inbound' && kind === 'human')
      await keepSuggestion(
        { id, body: prepared.body, occurredAt: prepared.internalDate, channel: 'email' },
        client,
      );
  }
  if (asked) await ask(client, prepared, place, asked, rawMailId);
  await client.query(
    'UPDATE raw_mails SET waits = false, wanted = false WHERE id = $1 AND (waits OR wanted)',
    [rawMailId],
  );
  return { result: 'message', why: whyOf(prepared), rawMailId, made };
}

function whyOf({ read, cut }: Prepared): string | null {
  return read === null ? 'unreadable' : cut ? 'cut' : null;
}

async function fileQuestion(
  client: PoolClient,
  prepared: Prepared,
  place: Place,
  asked: Asked | null,
): Promise<Filed> {
  const asks =
    asked !== null &&
    (asked.kind !== 'unknown_sender' || (await asksWho(client, prepared, place, asked.handle)));
  const mustKeep = place.keeps || (asks && asked.kind === 'which_contact');
  const rawMailId = mustKeep ? await keepRaw(client, prepared, place, { waits: true }) : null;
  if (!asks) return { result: 'remembered', why: null, rawMailId, made: [] };
  await ask(client, prepared, place, asked, rawMailId);
  return { result: 'asked', why: asked.kind, rawMailId, made: [] };
}

// Who they are is asked of mail that came since the mailbox is connected, unless they are to be left alone.
async function asksWho(
  client: PoolClient,
  { internalDate }: Prepared,
  { since, mailboxUserId }: Place,
  handle: string,
): Promise<boolean> {
  if (since === null || internalDate < since) return false;
  return (await ignoredAmong(mailboxUserId, [handle], client)).size === 0;
}

interface Recorded {
  readonly id: string;
  readonly made: Made | null;
}

// What is there already under this Message-ID is this mail, unless somebody else's words came under it.
async function recordOnce(
  client: PoolClient,
  prepared: Prepared,
  placed: Placed,
  facts: Facts,
): Promise<Recorded> {
  for (const ref of [prepared.messageId, idFromContent(prepared.bytes)]) {
    const [there] = await rows<{ id: string; direction: string; kind: string; body: string }>(
      'SELECT id, direction, kind, body FROM messages WHERE contact_id = $1 AND message_id_header = $2',
      [placed.contactId, ref],
      client,
    );
    if (there && isThis(there, placed, prepared)) return { id: there.id, made: null };
    if (there) continue;
    const id = await record(client, prepared, placed, facts, ref);
    // Somebody else recorded it between the question and the answer: then it is there now.
    if (id === null) return recordOnce(client, prepared, placed, facts);
    const { contactId, direction, kind } = placed;
    return { id, made: { id, contactId, ref, direction, kind } };
  }
  throw new Error('Two mails of one content are one mail.');
}

function isThis(
  there: { direction: string; kind: string; body: string },
  placed: Placed,
  { body, messageId, bytes }: Prepared,
): boolean {
  if (there.direction !== placed.direction) return false;
  return (
    placed.direction === 'outbound' ||
    placed.kind !== 'human' ||
    there.kind !== 'human' ||
    isSameText(there.body, body) ||
    messageId === idFromContent(bytes)
  );
}

async function record(
  client: PoolClient,
  { mail, internalDate, subject, body }: Prepared,
  placed: Placed,
  { known }: Facts,
  ref: string,
): Promise<string | null> {
  const { contactId, addressId, direction, kind, authorId } = placed;
  const parents = mail.refs.flatMap(
    (one) => known.get(one)?.filter((row) => row.contactId === contactId) ?? [],
  );
  const parentId = placed.aboutId ?? parents[0]?.id ?? null;
  const answers = direction === 'outbound' && kind === 'human' ? parentId : null;
  const threadId = await threadFor(client, { contactId, addressId, parentId, subject });
  const id = v7();
  const [made] = await rows<{ id: string }>(
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, author_id, occurred_at,
      subject, body, answers_id, in_reply_to_id, message_id_header)
    VALUES ($1, $2, $3, 'email', $4, $5, 'synced', $6, $7, least($8::timestamptz, law.clock()), $9, $10,
      (SELECT p.id FROM messages p WHERE p.id = $11 AND p.direction = 'inbound' AND p.kind = 'human'), $12, $13)
    ON CONFLICT (contact_id, message_id_header) DO NOTHING RETURNING id`,
    [
      id,
      contactId,
      threadId,
      addressId,
      direction,
      kind,
      authorId,
      internalDate,
      subject,
      body,
      answers,
      parentId,
      ref,
    ],
    client,
  );
  if (!made) return null;
  if (mail.refs.length > 0) {
    await client.query(
      'INSERT INTO message_refs (message_id, rank, ref) SELECT $1, n - 1, r FROM unnest($2::text[]) WITH ORDINALITY x (r, n)',
      [id, mail.refs],
    );
  }
  await linkTo(client, { id, contactId, addressId, direction, kind, ref, occurredAt: internalDate });
  return id;
}

async function rawOf(client: PoolClient, messageIds: readonly string[]): Promise<string | null> {
  const [found] = await rows<{ id: string }>(
    'SELECT raw_mail_id AS id FROM message_mails WHERE message_id = ANY ($1) LIMIT 1',
    [messageIds],
    client,
  );
  return found?.id ?? null;
}

/** Keeps a mail as it came, once. */
async function keepRaw(
  client: PoolClient,
  { bytes, messageId, cut, internalDate, mail, people }: Prepared,
  { mailboxId, mailboxUserId, inSent }: Place,
  { waits }: { waits: boolean },
): Promise<string> {
  const hash = sha256(bytes);
  const [kept] = await rows<{ id: string }>('SELECT id FROM raw_mails WHERE sha256 = $1', [hash], client);
  if (kept) return kept.id;
  const [made] = await rows<{ id: string }>(
    `INSERT INTO raw_mails (id, sha256, message_id, packed, size, cut, internal_date, user_id, mailbox_id, sent, reader_version, people, refs, waits)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, law.doors_of_mail($12), $13, $14
    ON CONFLICT (sha256) DO UPDATE SET waits = raw_mails.waits RETURNING id`,
    [
      ...[v7(), hash, messageId, await pack(bytes), bytes.byteLength, cut, internalDate, mailboxUserId],
      ...[mailboxId, inSent, readerVersion, people, mail.refs.map(sha256), waits],
    ],
    client,
  );
  return made?.id ?? '';
}
