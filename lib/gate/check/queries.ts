import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env/env';
import { EarshotError } from '@/lib/errors/earshot-error';
import { impossibleOf } from '@/lib/errors/impossible';
import type { Language } from '@/lib/language/language';
import { readingNow } from '@/lib/policy/queries';
import { doorsOf, repliesOf, type DoorFact } from '../facts/queries';
import { decidedOn, explain, standingOf, type Question } from '../queries';
import { isOpen } from '../standing';
import { explainedStranger, knownBy } from '../strangers/queries';
import { answerAbout, answerAboutStranger, type CheckAnswer } from './answer';
import type { Asked } from './asked';

/**
 * May the actor send such a message? The same answer as the page's and as the trigger's, in this language.
 * @throws EarshotError `not_found` with the field that names nobody and nothing here
 */
export async function check(actor: Actor, asked: Asked, language: Language): Promise<CheckAnswer> {
  const { whom, pitchId, answersId, newFact } = asked;
  const [reading] = await Promise.all([readingNow(language), pitchId ? isPitch(pitchId) : null]);
  const site = env().APP_URL.replace(/\/+$/, '');
  const known = 'contactId' in whom ? null : await knownBy(actor, whom, asked.channel ?? whom.channel);
  if (!('contactId' in whom) && !known) {
    if (answersId) throw notFound('answers_id');
    return answerAboutStranger(await explainedStranger(actor, whom, language), whom, reading, site);
  }
  const contactId = 'contactId' in whom ? whom.contactId : (known?.contactId ?? '');
  const doors = await doorsOf(actor, contactId);
  const channel = asked.channel ?? known?.channel ?? 'email';
  const door = doorFor(doors, channel, isSameDoor(whom, channel) ? (known?.addressId ?? null) : null);
  const question = { contactId, channel, addressId: door?.id ?? null, pitchId, answersId, newFact };
  const { verdict, carried } = await decidedOrNotFound(actor, question);
  const [explained, natural, replies] = await Promise.all([
    explain(actor, contactId, verdict, question),
    standingOf(actor, contactId, question),
    repliesOf(actor, contactId),
  ]);
  const answers = replies.find(({ id }) => id === answersId) ?? null;
  const there = channel === 'in_person' ? doors : doors.filter((one) => one.channel === channel);
  const sendable = channel === 'in_person' || (door !== null && isOpen(door));
  return answerAbout({ ...natural, explained, answers, carried, doors: there }, reading, { site, sendable });
}

// The address that was asked for; else one on that channel to which something may go, the one in use first.
function doorFor(doors: readonly DoorFact[], channel: Channel, named: string | null): DoorFact | null {
  const there = doors.filter((door) => door.channel === channel);
  return doors.find(({ id }) => id === named) ?? there.find(isOpen) ?? there[0] ?? null;
}

// Asked by e-mail about LinkedIn: the handle says who it is, not where the message goes.
function isSameDoor(whom: Asked['whom'], channel: Channel): boolean {
  if ('contactId' in whom) return false;
  const telephone = channel === 'whatsapp' || channel === 'sms';
  return whom.channel === (telephone ? 'phone' : channel);
}

async function decidedOrNotFound(actor: Actor, question: Question) {
  try {
    return await decidedOn(actor, question);
  } catch (error) {
    const code = impossibleOf(error);
    if (code === 'contact_unknown') throw notFound('contact_id');
    if (code === 'answers_no_reply') throw notFound('answers_id');
    throw error;
  }
}

async function isPitch(id: string): Promise<void> {
  if (!(await db().pitch.findUnique({ where: { id }, select: { id: true } }))) throw notFound('pitch_id');
}

const notFound = (field: string) => new EarshotError('not_found', { field });
