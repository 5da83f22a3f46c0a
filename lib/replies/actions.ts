'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering } from '@/lib/auth/answering';
import { mayI, type Writer } from '@/lib/auth/actor';
import type { Language } from '@/lib/language/language';
import { sayDay } from '@/lib/language/dates/say';
import { isoDay } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import { currentPolicy } from '@/lib/policy/queries';
import { systemClock } from '@/lib/clock/clock';
import { errorsOf, namedFields } from '@/lib/threads/form';
import { correct, logMessage, placed, retract } from '@/lib/threads/mutations';
import { hearingSchema, hearingShape } from './hearing';
import { keepNewcomer } from './exchange/mutations';
import { pathAfterLogging } from './exchange/queries';
import { newcomer } from './newcomer';
import { hear, logTalk, unhear, markDone, markNothingToAnswer, restContact } from './mutations';
import { impossibleForm, unfinished } from './problem';
import { nextToListen, placeInLine } from './queries';
import { linkReferral } from './referrals/mutations';
import { readTelling, tellingNames, type Telling } from './telling';
import { undonePath } from './undone';
import { readUntil } from './until';

const listening = z.object({ messageId: z.uuid(), done: z.coerce.number().int().min(0).max(9999).catch(0) });
const undoing = listening.extend({ then: z.literal('stay').optional().catch(undefined) });
const onContact = z.object({ contactId: z.uuid() });
const finishing = onContact.extend({ then: z.literal('stay').optional().catch(undefined) });
const onMessage = onContact.extend({ messageId: z.uuid() });
const withReason = onMessage.extend({ reason: z.string().max(500) });
const naming = z.strictObject({
  ...{ messageId: z.uuid(), referral: z.uuid() },
  ...{ referralId: hearingShape.referralId, referralAddress: hearingShape.referralAddress },
});
const resting = onContact.extend({ until: z.iso.date() });

/** Records what a person heard, and goes on to the next who waits. */
export async function hearReply(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { messageId, done } = listening.parse(namedFields(form, ['messageId', 'done']));
    const read = await withDay(form, Object.keys(hearingShape), language);
    if (!read.ok) return read.answer;
    const told = hearingSchema.safeParse(read.fields);
    if (!told.success) return unfinished(form, errorsOf(told.error), language);
    const place = await placeInLine(writer, messageId);
    const answer = await hear(writer, messageId, told.data);
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    const next = (place && (await nextToListen(writer, place))) ?? (await nextToListen(writer));
    redirect(`/listen${next ? `/${next}` : ''}?done=${done + 1}&last=${messageId}`);
  });
}

/**
 * Takes back what one heard within the last ten minutes: what was heard before counts again; where nothing was, the
 * page asks anew, and until it is answered the gate stays as it is.
 */
export async function undoHearing(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { messageId, then, done } = undoing.parse(namedFields(form, ['messageId', 'then', 'done']));
    const answer = await unhear(writer, messageId);
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    // Where nothing was heard before, nothing is taken back until somebody says what it was.
    if (then === 'stay' && !answer.stands)
      return { ...noAnswer, done: translate(language, 'acts')('undone') };
    redirect(undonePath(messageId, { ...answer, done }));
  });
}

/** Says which contact was meant by a name. */
export async function linkNamed(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = naming.safeParse(
      namedFields(form, ['messageId', 'referral', 'referralId', 'referralAddress']),
    );
    if (!read.success) return unfinished(form, errorsOf(read.error), language);
    const { messageId, referral: id, ...whom } = read.data;
    const answer = await linkReferral(writer, messageId, { id, ...whom });
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    redirect(`/listen/${messageId}?linked=1`);
  });
}

/** Logs what was said elsewhere, or writes a wrong row anew. */
export async function logSomething(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const typed = await withDay(form, tellingNames, language);
    if (!typed.ok) return typed.answer;
    const read = readTelling(withItsWords(typed.fields, language));
    if (!read.ok)
      return unfinished(form, { ...(await dayToCome(writer, typed.fields)), ...read.errors }, language);
    const { log, correcting } = read.telling;
    const answer = await stored(writer, read.telling);
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    if (correcting) redirect(`/contacts/${log.contactId}?corrected=${answer.messageId}`);
    const theirs = log.direction === 'inbound';
    redirect(
      await pathAfterLogging(writer, log.contactId, { messageIds: [answer.messageId], here: 0, theirs }),
    );
  });
}

// A day in words is stored only as it was shown; whoever was shown none is shown it now.
async function withDay(form: FormData, names: readonly string[], language: Language) {
  const fields = namedFields(form, names);
  if (fields['outcome'] !== 'later') return { ok: true, fields: { ...fields, until: '' } } as const;
  const { untilSeen = '' } = namedFields(form, ['untilSeen']);
  const today = isoDay(systemClock.now(), (await currentPolicy()).timeZone);
  const read = readUntil({ typed: fields['until'] ?? '', seen: untilSeen }, { today, language });
  if (read.ok) return { ok: true, fields: { ...fields, until: read.until } } as const;
  const t = translate(language, 'listen');
  const answer = unfinished(form, {}, language);
  const { day } = read;
  const until =
    day === null ? t('until.unread') : t('until.confirm', { day: sayDay(day, language, { weekday: true }) });
  const values = { ...answer.values, ...(day === null ? {} : { untilSeen: day }) };
  return { ok: false, answer: { ...answer, fields: { until }, values } } as const;
}

// Said with what else is wrong: nobody wants to hear of a second mistake after the first.
async function dayToCome(writer: Writer, { day = '', hour = '' }: Readonly<Record<string, string>>) {
  const place = await placed(writer, { day, hour: hour || null });
  return place === 'occurred_in_the_future' ? { day: place } : {};
}

// A request to connect that came without words says so: nobody hears an empty message.
function withItsWords(fields: Record<string, string>, language: Language): Record<string, string> {
  const bare = fields['kind'] === 'request' && !fields['body']?.trim();
  return bare ? { ...fields, body: translate(language, 'log')('request_bare') } : fields;
}

function stored(writer: Writer, { log, hearing, correcting }: Telling) {
  if (hearing) return logTalk(writer, log, hearing, correcting);
  return correcting ? correct(writer, correcting, log) : logMessage(writer, log);
}

/** Keeps somebody new, with as little as there is, and goes on to log what they said. */
export async function addAndLog(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = newcomer.safeParse(namedFields(form, ['name', 'organization', 'address']));
    if (!read.success) return unfinished(form, errorsOf(read.error), language);
    const kept = await keepNewcomer(writer, read.data);
    if (!kept.ok)
      return unfinished(
        form,
        { address: kept.reason === 'unreadable' ? 'address_unreadable' : kept.reason },
        language,
      );
    revalidatePath('/', 'layout');
    redirect(`/log?contact=${kept.id}`);
  });
}

/** Takes a wrongly logged row back. */
export async function takeBack(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const { contactId, messageId, reason } = withReason.parse(
      namedFields(form, ['contactId', 'messageId', 'reason']),
    );
    const answer = await retract(await mayI('write'), messageId, reason);
    return goneBack(form, language, contactId, answer, 'retracted');
  });
}

/** Says that a conversation is over, and goes to the contact unless one stays where one is. */
export async function finish(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const { contactId, then } = finishing.parse(namedFields(form, ['contactId', 'then']));
    const answer = await markDone(await mayI('write'), contactId);
    if (!answer.ok || then !== 'stay') return goneBack(form, language, contactId, answer, 'done');
    revalidatePath('/', 'layout');
    return { ...noAnswer, done: translate(language, 'conversation')('said.done') };
  });
}

/** Says that our last message asks for no answer. */
export async function needsNoAnswer(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const { contactId, messageId } = onMessage.parse(namedFields(form, ['contactId', 'messageId']));
    const answer = await markNothingToAnswer(await mayI('write'), contactId, messageId);
    return goneBack(form, language, contactId, answer, 'nothing_to_answer');
  });
}

/** Leaves somebody in peace until a day. */
export async function letRest(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = resting.safeParse(namedFields(form, ['contactId', 'until']));
    if (!read.success) return unfinished(form, { until: 'no_such_day' }, language);
    const { contactId, until } = read.data;
    return goneBack(form, language, contactId, await restContact(writer, contactId, until), 'resting');
  });
}

function goneBack(
  form: FormData,
  language: Language,
  contactId: string,
  answer: { ok: true } | { ok: false; reason: string },
  said: string,
): FormAnswer {
  if (!answer.ok) return impossibleForm(form, answer.reason, language);
  revalidatePath('/', 'layout');
  redirect(`/contacts/${contactId}?said=${said}`);
}

function answered(form: FormData, work: (language: Language) => Promise<FormAnswer>): Promise<FormAnswer> {
  return answering(work, { refused: (_, language) => impossibleForm(form, 'not_allowed', language) });
}
