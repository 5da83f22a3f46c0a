import 'server-only';
import { v7 } from 'uuid';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { nameOfWriter } from '@/lib/threads/mails/other-writer';
import { otherWritersOf } from '@/lib/threads/mails/queries';
import { quoteOf } from '../explained';
import { cameBackAt, doorsOf } from '../facts/queries';
import { verdictOn } from '../queries';
import type { Quote } from '../parts';
import type { Closer } from './closer';

/**
 * Everything that closes a contact now, the longest-lasting first. What is in force is the law's to say: it is asked
 * for messages with and without a pitch, and each row that refuses one of them closes.
 */
export async function closersOf(actor: Actor, contactId: string): Promise<Closer[]> {
  const ids = await refusingRows(actor, contactId);
  const [stops, declines, rests, suppressions] = await Promise.all([
    stopsBy(ids),
    declinesBy(ids, contactId),
    restsBy(ids, contactId),
    suppressionsOf(actor, contactId),
  ]);
  return [...(await withWriters(actor, [...stops, ...declines, ...rests])), ...suppressions];
}

/** What stands for everybody at an organization. */
export interface ClosersThere {
  /** Noes and not-nows for all of them, in force now; the noes first. */
  readonly closers: Closer[];
  /** The reply nobody has heard yet that seems to say no for all of them. */
  readonly held: HeldReply | null;
}

/** Words that hold everybody at an organization until somebody has heard them. */
export interface HeldReply {
  readonly messageId: string;
  readonly speaker: string;
  readonly quote: Quote | null;
  readonly saidAt: Date;
}

/** Everything that closes an organization for everybody there now, as the law says. */
export async function closersOfOrganization(actor: Actor, organizationId: string): Promise<ClosersThere> {
  const quiet = await rows<{ id: string | null; held: string | null }>(
    `SELECT coalesce(d.id, r.id) AS id, q.held FROM law.quiet_organizations() q
        LEFT JOIN declines d ON q.held IS NULL AND d.organization_id = q.organization_id AND d.contact_id = q.contact_id AND d.recorded_at = q.closed_at
          AND d.withdrawn_at IS NULL
        LEFT JOIN LATERAL (SELECT r.id FROM rests r WHERE r.contact_id = q.contact_id AND r.until = q.rests_until AND r.said_by = 'them'
          ORDER BY r.recorded_seq DESC LIMIT 1) r ON true
      WHERE q.organization_id = $1`,
    [organizationId],
  );
  const ids = [...new Set(quiet.flatMap(({ id }) => id ?? []))];
  const heldId = quiet.find(({ held }) => held !== null)?.held ?? null;
  const [declines, rests, held] = await Promise.all([
    declinesBy(ids, null),
    restsBy(ids, null),
    heldId === null ? null : heldReply(heldId),
  ]);
  return { closers: await withWriters(actor, [...declines, ...rests]), held };
}

async function heldReply(id: string): Promise<HeldReply | null> {
  const found = await db().message.findUnique({
    where: { id },
    select: {
      ...{ body: true, channel: true, occurredAt: true },
      ...{ contact: { select: { name: true } }, reply: { select: { language: true } } },
    },
  });
  if (!found) return null;
  const quote = quoteOf(null, { ...found, language: found.reply?.language ?? null });
  return { messageId: id, speaker: found.contact.name, quote, saidAt: found.occurredAt };
}

async function withWriters(actor: Actor, closers: readonly Closer[]): Promise<Closer[]> {
  const heardIn = (closer: Closer) => (closer.kind === 'suppression' ? null : closer.heardIn);
  const ids = closers.flatMap((closer) => heardIn(closer)?.messageId ?? []);
  const writers = await otherWritersOf(actor, ids);
  return closers.map((closer) => {
    const writer = writers.get(heardIn(closer)?.messageId ?? '');
    return writer && closer.kind !== 'suppression' ? { ...closer, writtenBy: nameOfWriter(writer) } : closer;
  });
}

async function refusingRows(actor: Actor, contactId: string): Promise<string[]> {
  const [doors, pitched] = await Promise.all([
    doorsOf(actor, contactId),
    db().decline.findMany({
      where: { contactId, withdrawnAt: null, pitchId: { not: null } },
      select: { pitchId: true },
      distinct: ['pitchId'],
    }),
  ]);
  // A pitch that nobody ever made is refused only by what refuses every pitch.
  const pitches = [v7(), ...pitched.flatMap(({ pitchId }) => pitchId ?? [])];
  const plain = {
    contactId,
    channel: 'email',
    addressId: null,
    pitchId: null,
    answersId: null,
    newFact: false,
  } as const;
  const verdicts = await Promise.all([
    verdictOn(actor, plain),
    ...pitches.map((pitchId) => verdictOn(actor, { ...plain, pitchId })),
    ...doors.map(({ id, channel }) => verdictOn(actor, { ...plain, channel, addressId: id })),
  ]);
  return [...new Set(verdicts.flatMap(({ reasons }) => reasons.flatMap(({ id }) => id ?? [])))];
}

const spoken = {
  ...{ id: true, words: true, recordedAt: true },
  recordedBy: { select: { name: true } },
  contact: { select: { id: true, name: true } },
  message: {
    select: {
      ...{
        id: true,
        body: true,
        channel: true,
        occurredAt: true,
        retraction: { select: { messageId: true } },
      },
      reply: { select: { language: true } },
    },
  },
} as const;

type SpokenRow = Awaited<ReturnType<typeof optOutRows>>[number];

const optOutRows = (ids: string[]) =>
  db().optOut.findMany({
    where: { id: { in: ids } },
    orderBy: { recordedSeq: 'asc' },
    select: { ...spoken, cause: true },
  });

function spokenBy(
  { id, words, recordedAt, recordedBy, contact, message }: Omit<SpokenRow, 'cause'>,
  contactId: string | null,
) {
  return {
    ...{ id, recordedAt, by: recordedBy?.name ?? null },
    speaker: contact.id === contactId ? null : contact,
    writtenBy: null,
    quote: quoteOf(words, message && { ...message, language: message.reply?.language ?? null }),
    saidAt: message?.occurredAt ?? null,
    heardIn: message && { messageId: message.id, isTakenBack: message.retraction !== null },
  };
}

async function stopsBy(ids: string[]): Promise<Closer[]> {
  const found = await optOutRows(ids);
  return found.map(({ cause, ...row }) => ({ kind: 'opt_out', cause, ...spokenBy(row, row.contact.id) }));
}

async function declinesBy(ids: string[], contactId: string | null): Promise<Closer[]> {
  const found = await db().decline.findMany({
    where: { id: { in: ids } },
    orderBy: { recordedSeq: 'desc' },
    select: {
      ...{ ...spoken, scope: true, cause: true },
      ...{ pitch: { select: { name: true } }, organization: { select: { name: true } } },
    },
  });
  return found.map(({ scope, cause, pitch, organization, ...row }) => ({
    ...{ kind: 'decline', scope, isWrongPerson: cause === 'wrong_person' },
    ...{ pitch: pitch?.name ?? null, organization: organization?.name ?? null },
    ...spokenBy(row, contactId),
  }));
}

async function restsBy(ids: string[], contactId: string | null): Promise<Closer[]> {
  const found = await db().rest.findMany({
    where: { id: { in: ids } },
    orderBy: { until: 'desc' },
    select: { ...spoken, until: true, saidBy: true },
  });
  return found.map(({ until, saidBy, ...row }) => ({
    ...{ kind: 'rest', until, isOurs: saidBy === 'us' },
    ...spokenBy(row, contactId),
  }));
}

type SuppressionRow = Omit<Extract<Closer, { kind: 'suppression' }>, 'kind' | 'cameBackAt'>;

async function suppressionsOf(actor: Actor, contactId: string): Promise<Closer[]> {
  const found = await rows<SuppressionRow>(
    `SELECT s.id, s.recorded_at AS "recordedAt", u.name AS by, s.cause, s.kind AS of, s.reason, a.channel, a.typed
      FROM addresses a JOIN suppressions s ON s.lifted_at IS NULL AND s.key_hash = ANY (a.door_hashes)
        LEFT JOIN users u ON u.id = s.recorded_by_id
      WHERE a.contact_id = $1 ORDER BY s.recorded_seq, a.id`,
    [contactId],
  );
  const cameBack = await cameBackAt(
    actor,
    contactId,
    found.map(({ id }) => id),
  );
  return found.map((row) => ({ kind: 'suppression', ...row, cameBackAt: cameBack.get(row.id) ?? null }));
}

/** What somebody has said since a stop was recorded, newest first: words that might ask us to write again. */
export async function saidSince(_actor: Actor, optOutId: string) {
  const stop = await db().optOut.findUnique({
    where: { id: optOutId },
    select: { contactId: true, recordedSeq: true },
  });
  if (!stop) return [];
  return db().message.findMany({
    where: {
      ...{ contactId: stop.contactId, direction: 'inbound', kind: 'human', retraction: null },
      recordedSeq: { gt: stop.recordedSeq },
    },
    orderBy: { recordedSeq: 'desc' },
    take: 10,
    select: { id: true, body: true, occurredAt: true, channel: true },
  });
}
