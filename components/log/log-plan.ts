import { getTranslations } from 'next-intl/server';
import { outcomePlan } from '@/components/replies/outcome-plan';
import { shownAddress } from '@/components/threads/contact-lede';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import type { KeptContact } from '@/lib/contacts/queries';
import { colleaguesOf, organizationSize } from '@/lib/replies/queries';
import { dayOf, hourOf, isoDay, type Reading } from '@/lib/language/moments';
import { currentPolicy } from '@/lib/policy/queries';
import { openPitches, whereItStands, type Correctable } from '@/lib/threads/contact/queries';
import { guessAnswered, guessChannel, guessDirection, type Answerable } from '@/lib/threads/guess';
import { channels, logKinds } from '@/lib/threads/log';
import { answerableOf } from '@/lib/threads/queries';
import { rowBefore } from './row-before';

export type LogPlan = Awaited<ReturnType<typeof logPlan>>;

interface LogWith {
  contact: KeptContact;
  /** The row that is corrected; null for a new one. */
  wrong: Correctable | null;
  /** Whether one came to note a no of theirs. */
  theySaidNo: boolean;
  language: Reading['language'];
}

/** Everything the form that logs says and guesses. Guesses are called guesses. */
export async function logPlan(writer: Writer, { contact, wrong, theySaidNo, language }: LogWith) {
  const [t, ui, replies, standing, pitches, people, colleagues, policy] = await Promise.all([
    getTranslations('log'),
    getTranslations('ui'),
    answerableOf(writer, contact.id),
    whereItStands(writer, contact.id),
    openPitches(writer),
    contact.organization ? organizationSize(writer, contact.organization.id) : 0,
    colleaguesOf(writer, contact.id),
    currentPolicy(),
  ]);
  const name = contact.givenName ?? contact.name;
  const reading = { language, zone: writer.timeZone, now: systemClock.now() };
  const places = await placesOf(contact);
  const guessed: Record<string, string> = {
    ...guesses(contact, replies, standing, places, reading),
    ...(theySaidNo ? { direction: 'inbound', outcome: 'declined' } : {}),
  };
  const speaker = { name, organization: contact.organization?.name ?? null, people, pitches, colleagues };
  return {
    contactId: contact.id,
    corrects: wrong?.id ?? null,
    before: wrong ? rowBefore(wrong, { ...reading, installation: policy.timeZone }) : guessed,
    guess: wrong ? null : t('guess'),
    kinds: {
      legend: t('kind.legend'),
      choices: logKinds.map((value) => ({
        value,
        label: t(`kind.${value}`),
        ...(value === 'talk' ? { hint: t('kind.talk_hint') } : {}),
      })),
    },
    directions: {
      legend: t('direction.legend'),
      hint: wrong ? null : t('direction.guess'),
      choices: (['inbound', 'outbound'] as const).map((value) => ({
        value,
        label: t(`direction.${value}`, { name }),
      })),
    },
    body: { label: t('body'), hint: t('body_hint') },
    where: { label: t('where'), choices: places },
    day: { label: t('day'), most: isoDay(reading.now, reading.zone) },
    hour: { label: t('hour'), hint: t('hour_hint', { zone: reading.zone.replaceAll('_', ' ') }) },
    subject: { label: t('subject'), aside: ui('optional') },
    pitch: { label: t('pitch'), none: t('no_pitch'), choices: pitches },
    answers: {
      label: t('answers'),
      none: t('no_answers'),
      hint: replies.some(({ thankable }) => thankable) ? t('answers_hint', { name }) : null,
      choices: replies.map(({ id, body, moment }) => ({
        id,
        label: `${dayOf(moment, reading)}: ${shortened(body)}`,
      })),
    },
    heardAlready: t('heard_already'),
    outcome: await outcomePlan(speaker, language, { talk: true }),
    reason: { label: t('why'), hint: t('why_hint') },
    words: { submit: t(wrong ? 'correct' : 'submit'), pending: ui('working') },
  };
}

async function placesOf({ addresses }: KeptContact) {
  const channel = await getTranslations('channels.title');
  const known = addresses
    .filter(({ state }) => state !== 'retired')
    .map((address) => ({
      value: `${address.channel}:${address.id}`,
      label: `${channel(address.channel)}, ${shownAddress(address)}`,
    }));
  return [...known, ...channels.map((one) => ({ value: `${one}:`, label: channel(one) }))];
}

function guesses(
  contact: KeptContact,
  replies: readonly Answerable[],
  standing: Awaited<ReturnType<typeof whereItStands>>,
  places: readonly { value: string }[],
  reading: Reading,
): Record<string, string> {
  const last = standing?.last ?? null;
  const channel = guessChannel(last?.channel ?? null, contact.addresses);
  const there = last?.addressId ? `${channel}:${last.addressId}` : null;
  const where =
    places.find(({ value }) => value === there) ??
    places.find(({ value }) => value.startsWith(`${channel}:`));
  return {
    ...{
      kind: 'message',
      direction: guessDirection(standing?.turn ?? 'nobody', standing?.everWritten ?? false),
    },
    ...{ where: where?.value ?? '', answersId: guessAnswered(replies) ?? '' },
    ...{ day: isoDay(reading.now, reading.zone), hour: hourOf(reading.now, reading) },
  };
}

const shortened = (text: string) =>
  (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text).replace(/\s+/g, ' ');
