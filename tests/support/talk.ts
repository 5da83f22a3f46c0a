import { v7 } from 'uuid';
import { db } from '@/lib/db/client';
import { belongingHearing, hearingShape, type HearingTold } from '@/lib/replies/hearing';
import { logSchema, type Log } from '@/lib/threads/log';
import { z } from 'zod';

/** Somebody to talk with, in this test's database. */
export async function aContact(
  given: { name?: string; organizationId?: string; createdAt?: Date } = {},
): Promise<string> {
  const { name = 'Ana Beltrán', organizationId = null, ...rest } = given;
  const row = { id: v7(), name, nameKey: name.toLowerCase(), organizationId, ...rest };
  return (await db().contact.create({ data: row, select: { id: true } })).id;
}

export async function anOrganization(name = 'Fundación Marea'): Promise<string> {
  const row = { id: v7(), name, nameKey: name.toLowerCase() };
  return (await db().organization.create({ data: row, select: { id: true } })).id;
}

export async function aPitch(name = `Pitch ${v7()}`): Promise<string> {
  return (await db().pitch.create({ data: { id: v7(), name }, select: { id: true } })).id;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Something said, as the form tells it in UTC: `ago` days before now unless a day is given. */
export function said(
  contactId: string,
  direction: 'inbound' | 'outbound',
  body: string,
  { ago = 0, ...rest }: Partial<Omit<Log, 'contactId' | 'direction' | 'body'>> & { ago?: number } = {},
): Log {
  const at = new Date(Date.now() - ago * day - (ago === 0 ? minute : 0)).toISOString();
  return logSchema.parse({
    ...{ contactId, direction, body, kind: 'message', channel: 'linkedin', addressId: null },
    ...{ day: at.slice(0, 10), hour: at.slice(11, 16), subject: null, pitchId: null, answersId: null },
    ...rest,
  });
}

/** The form as somebody fills it who only says that it was today. */
export const justNow = () => ({ day: new Date().toISOString().slice(0, 10), hour: null });

/** What was heard, as the form tells it. */
export function heard(
  outcome: HearingTold['outcome'],
  rest: Partial<z.input<z.ZodObject<typeof hearingShape>>> = {},
): HearingTold {
  return belongingHearing(z.object(hearingShape).parse({ outcome, ...rest }));
}

/** The stored standing, as far as a conversation shows in it. */
export async function standingOf(contactId: string) {
  return db().standing.findUniqueOrThrow({
    where: { contactId },
    select: {
      turn: true,
      unheard: true,
      owed: true,
      unanswered: true,
      closedBy: true,
      closedScope: true,
      restsUntil: true,
    },
  });
}
