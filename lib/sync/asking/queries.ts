import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { nameKey } from '@/lib/contacts/name-key';
import { rows } from '@/lib/db/pool';
import { prepare } from '../filing/incoming';
import { waitingMail } from '../kept/queries';
import type { Reader } from '../listening/listener';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whose words a mail is, or whether its address is somebody's too: what it leaves open for a person to say. */
export interface MailQuestion {
  readonly id: string;
  readonly kind: 'which_contact' | 'other_address';
  /** The address it is about, normalized, and the name that stood beside it. */
  readonly handle: string;
  readonly name: string | null;
  /** In whose conversation they wrote, where that is certain. */
  readonly contact: Named | null;
  /** Whose words it may be, where the mail they answer went to several. */
  readonly candidates: readonly Named[];
  readonly askedAt: Date;
  readonly rawMailId: string | null;
}

// What has been settled meanwhile, by adding the address or by what came later, is no question any more.
const openSql = `q.answer IS NULL AND q.kind IN ('which_contact', 'other_address')
  AND NOT EXISTS (SELECT FROM addresses a WHERE a.channel = 'email' AND a.handle = q.handle AND a.state <> 'shared')
  AND (q.kind = 'other_address' OR EXISTS (SELECT FROM raw_mails r WHERE r.id = q.raw_mail_id AND r.waits))`;

const namedSql = `jsonb_build_object('id', c.id, 'name', c.name)`;

const questionSql = `SELECT q.id, q.kind, q.handle, q.name, q.asked_at AS "askedAt", q.raw_mail_id AS "rawMailId",
    (SELECT ${namedSql} FROM contacts o JOIN contacts c ON c.id = coalesce(o.merged_into_id, o.id) WHERE o.id = q.contact_id) AS contact,
    coalesce((SELECT jsonb_agg(${namedSql} ORDER BY c.name_key, c.id) FROM contacts c WHERE c.id IN
      (SELECT coalesce(o.merged_into_id, o.id) FROM contacts o WHERE o.id = ANY (q.candidates))), '[]') AS candidates
  FROM mail_questions q`;

/** The questions that the mail of one's own mailboxes left open, newest first; at most so many. */
export async function openQuestions(actor: Actor, most = 100): Promise<MailQuestion[]> {
  return rows<MailQuestion & Record<string, unknown>>(
    `${questionSql} WHERE q.user_id = $1 AND ${openSql} ORDER BY q.asked_at DESC, q.id LIMIT $2`,
    [actor.userId, most],
  );
}

/** How many they are, counted up to a hundred. */
export async function questionsWaiting(actor: Actor): Promise<number> {
  const [found] = await rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM mail_questions q WHERE q.user_id = $1 AND ${openSql} LIMIT 100) x`,
    [actor.userId],
  );
  return found?.n ?? 0;
}

/** Somebody whose mail it may be, and why. */
export interface Candidate extends Named {
  readonly organization: string | null;
  /** Our mail that it answers, where it went to them. */
  readonly written: { readonly at: Date; readonly subject: string | null } | null;
  /** It came into their conversation. */
  readonly isTheirConversation: boolean;
  /** The sender bears their name. */
  readonly isNamesake: boolean;
}

/** A question with the mail it is about: only for whose mailbox it came to. */
export interface AskedAbout extends MailQuestion {
  readonly at: Date;
  readonly subject: string | null;
  /** What they wrote; null where it could not be read. */
  readonly words: string | null;
  readonly people: readonly Candidate[];
}

interface Words {
  readonly at: Date;
  readonly subject: string | null;
  readonly words: string | null;
  readonly refs: readonly string[];
}

/** One open question of one's own, with what they wrote and whose it may be; null where there is none (any more). */
export async function askedAbout(actor: Actor, id: string, read: Reader): Promise<AskedAbout | null> {
  const [question] = await rows<MailQuestion & Record<string, unknown>>(
    `${questionSql} WHERE q.id = $1 AND q.user_id = $2 AND ${openSql}`,
    [id, actor.userId],
  );
  const said =
    question && (question.contact ? await inConversation(question) : await waiting(actor, question, read));
  if (!question || !said) return null;
  const { refs, ...mail } = said;
  return { ...question, ...mail, people: await candidatesOf(question, refs) };
}

async function inConversation({ contact, rawMailId }: MailQuestion): Promise<Words | null> {
  const [found] = await rows<Words & Record<string, unknown>>(
    `SELECT m.occurred_at AS at, m.subject, m.body AS words,
      ARRAY(SELECT r.ref FROM message_refs r WHERE r.message_id = m.id ORDER BY r.rank) AS refs
    FROM message_mails k JOIN messages m ON m.id = k.message_id WHERE k.raw_mail_id = $1 AND m.contact_id = $2 LIMIT 1`,
    [rawMailId, contact?.id],
  );
  return found ?? null;
}

async function waiting(actor: Actor, { rawMailId }: MailQuestion, read: Reader): Promise<Words | null> {
  const mail = rawMailId && (await waitingMail(actor, rawMailId));
  if (!mail) return null;
  const { bytes, internalDate, isCut: cut } = mail;
  const known = await read(bytes);
  const prepared = prepare({ bytes, cut, size: bytes.byteLength, internalDate, read: known });
  const words = known ? prepared.body : null;
  return { at: internalDate, subject: prepared.subject, words, refs: prepared.mail.refs };
}

const mostShown = 9;

async function candidatesOf(
  { contact, candidates, name }: MailQuestion,
  refs: readonly string[],
): Promise<Candidate[]> {
  const ids = contact ? [contact.id] : candidates.map(({ id }) => id);
  return rows<Candidate & Record<string, unknown>>(
    `SELECT c.id, c.name, o.name AS organization, c.id IS NOT DISTINCT FROM $4::uuid AS "isTheirConversation", c.name_key = $3 AS "isNamesake",
      (SELECT jsonb_build_object('at', m.occurred_at, 'subject', m.subject) FROM messages m WHERE m.contact_id = c.id AND m.message_id_header = ANY ($2)
        AND m.direction = 'outbound' ORDER BY m.moment DESC LIMIT 1) AS written
    FROM contacts c LEFT JOIN organizations o ON o.id = c.organization_id
    WHERE c.id = ANY ($1::uuid[] || ARRAY(SELECT s.contact_id FROM standing s WHERE s.name_key = $3 ORDER BY s.contact_id LIMIT 3))
      AND c.merged_into_id IS NULL ORDER BY c.id = ANY ($1) DESC, c.name_key = $3 DESC, c.name_key, c.id LIMIT ${mostShown}`,
    [ids, refs, name === null ? '' : nameKey(name), contact?.id ?? null],
  ).then((found) =>
    found.map((one) => ({
      ...one,
      written: one.written && { ...one.written, at: new Date(one.written.at) },
    })),
  );
}

/** What one left a moment ago, which may still be asked again; null otherwise. */
export async function leftJustNow(actor: Actor, id: string): Promise<{ handle: string } | null> {
  const [found] = await rows<{ handle: string }>(
    `SELECT q.handle FROM mail_questions q WHERE q.id = $1 AND q.user_id = $2 AND q.answer = 'left' AND ${reopenable}`,
    [id, actor.userId],
  );
  return found ?? null;
}

/** While what was left can be asked again: ten minutes, as for everything one does. */
export const reopenable = `q.kind IN ('which_contact', 'other_address') AND q.answered_at > law.clock() - interval '10 minutes'`;
