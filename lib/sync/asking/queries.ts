import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { nameKey } from '@/lib/contacts/name-key';
import { organizationAt } from '@/lib/contacts/organizations/queries';
import { rows } from '@/lib/db/pool';
import { prepare } from '../filing/incoming';
import { unheardSql } from '@/lib/threads/queries';
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

// Of a message `m` of theirs: somebody has heard it, or answered it.
const heardSql = `(NOT (${unheardSql}) OR EXISTS (SELECT FROM messages a WHERE a.answers_id = m.id))`;

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
  /** Somebody has heard it in the conversation it came into, or answered it. */
  readonly isHeard: boolean;
  readonly people: readonly Candidate[];
  /** The organization whose domain the address is at. */
  readonly organization: string | null;
}

interface Words {
  readonly at: Date;
  readonly subject: string | null;
  readonly words: string | null;
  readonly isHeard: boolean;
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
  const [people, organization] = await Promise.all([
    candidatesOf(question, refs),
    organizationAt(actor, question.handle),
  ]);
  return { ...question, ...mail, people, organization };
}

async function inConversation({ contact, rawMailId }: MailQuestion): Promise<Words | null> {
  const [found] = await rows<Words & Record<string, unknown>>(
    `SELECT m.occurred_at AS at, m.subject, m.body AS words, ${heardSql} AS "isHeard",
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
  return { at: internalDate, subject: prepared.subject, words, isHeard: false, refs: prepared.mail.refs };
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

/** What one answered a moment ago. */
export interface JustAnswered {
  readonly id: string;
  readonly at: Date;
  readonly answer: 'left' | 'chosen' | 'added';
  /** The address it was about. */
  readonly handle: string;
  /** Whose it is, by that answer; of somebody new the id is missing until they are kept. */
  readonly to: { readonly id: string | null; readonly name: string } | null;
  /** In whose conversation it came, where that is certain. */
  readonly within: Named | null;
  /** It was heard or answered there, and so stays there. */
  readonly isHeard: boolean;
  /** Whether it can still be taken back. */
  readonly isUndoable: boolean;
}

/** While an answer can be taken back: ten minutes, as everything one does; of a given address, until it is given. */
export const undoable = `q.kind IN ('which_contact', 'other_address') AND q.settled_at IS NULL AND q.answered_at > law.clock() - interval '10 minutes'`;

const answeredSql = `SELECT q.id, q.answered_at AS at, q.answer, q.handle, coalesce(q.given_name, g.name) AS "toName", g.id AS "toId",
    CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'name', w.name) END AS within, (${undoable}) AS "isUndoable",
    EXISTS (SELECT FROM message_mails k JOIN messages m ON m.id = k.message_id WHERE k.raw_mail_id = q.raw_mail_id AND m.contact_id = w.id AND ${heardSql}) AS "isHeard"
  FROM mail_questions q LEFT JOIN contacts o ON o.id = q.contact_id LEFT JOIN contacts w ON w.id = coalesce(o.merged_into_id, o.id)
    LEFT JOIN contacts f ON f.id = q.given_to_id LEFT JOIN contacts g ON g.id = coalesce(f.merged_into_id, f.id)
  WHERE q.user_id = $1 AND q.kind IN ('which_contact', 'other_address') AND q.answer IS NOT NULL`;

type AnsweredRow = Omit<JustAnswered, 'to'> & {
  readonly toName: string | null;
  readonly toId: string | null;
};

/** One answer of one's own; null where there is none (any more). */
export async function answeredJustNow(actor: Actor, id: string): Promise<JustAnswered | null> {
  const [found] = await rows<AnsweredRow>(`${answeredSql} AND q.id = $2`, [actor.userId, id]);
  return found ? answeredAs(found) : null;
}

/** The answers of one's own that can still be taken back, newest first, one for each address. */
export async function answersToUndo(actor: Actor, most: number): Promise<JustAnswered[]> {
  const found = await rows<AnsweredRow>(
    `${answeredSql} AND ${undoable} ORDER BY q.answered_at DESC, q.id LIMIT $2`,
    [actor.userId, most],
  );
  const once = new Map(found.map((one) => [one.answer === 'left' ? one.id : one.handle, answeredAs(one)]));
  return [...once.values()];
}

function answeredAs({ toName, toId, ...row }: AnsweredRow): JustAnswered {
  return { ...row, to: toName === null ? null : { id: toId, name: toName } };
}
