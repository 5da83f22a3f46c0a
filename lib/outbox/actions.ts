'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI, type Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { explain } from '@/lib/gate/queries';
import { tell } from '@/lib/gate/told';
import { isoDay } from '@/lib/language/moments';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import type { Finding } from '@/lib/manners/finding';
import { currentPolicy, readingNow } from '@/lib/policy/queries';
import { nothingYet, type WriteAnswer } from './answer';
import { keepAsItStands, keepDraft, removeDraft } from './drafts/mutations';
import { copyOf, enclosedIn, letterIn, type Copy } from './letter';
import { foundIn } from './writing/queries';
import { copyOut, notSent, sent } from './mutations';
import { writePath } from './write-path';

/** The write form: copies the message out if the law lets it, or keeps, drops or asks again, as its button says. */
export async function write(_before: WriteAnswer, form: FormData): Promise<WriteAnswer> {
  const t = translate(await currentLanguage(), 'write.faults');
  const writer = await mayI('write').catch((error: unknown) => {
    // Somebody who was signed out meanwhile would lose the text by being sent to sign in.
    if (isEarshotError(error, 'not_signed_in')) return null;
    throw error;
  });
  if (!writer) return { ...nothingYet, error: t('signed_out') };
  const letter = letterIn(form);
  if (!letter) return { ...nothingYet, error: t('unreadable') };
  const intent = form.get('intent');
  if (intent === 'drop') {
    await removeDraft(writer, letter.contactId);
    redirect(`/contacts/${letter.contactId}`);
  }
  if (intent === 'keep' || intent === 'check') await keepDraft(writer, letter);
  revalidatePath('/contacts', 'layout');
  if (intent === 'keep') return { ...nothingYet, kept: true };
  if (intent === 'check') redirect(writePath(letter, form.get('thanks') === '1'));
  const enclosed = enclosedIn(form);
  if (!enclosed) return { ...nothingYet, error: t('unreadable') };
  const { timeZone } = await currentPolicy();
  const copy = copyOf(letter, enclosed, isoDay(systemClock.now(), timeZone));
  return typeof copy === 'string' ? { ...nothingYet, error: t(copy) } : leave(writer, copy);
}

async function leave(writer: Writer, copy: Copy): Promise<WriteAnswer> {
  const language = await currentLanguage();
  const out = await copyOut(writer, copy);
  if (out.ok) redirect(`/contacts/${copy.contactId}/write?copied=${out.messageId}`);
  await keepDraft(writer, copy);
  if (out.why === 'manners') return { ...nothingYet, found: out.found };
  if (out.why === 'impossible') return { ...nothingYet, error: translate(language, 'impossible')(out.code) };
  const explained = await explain(writer, copy.contactId, out.verdict, copy);
  return { ...nothingYet, refused: tell(explained, await readingNow(language)) };
}

/** Keeps what is being written, and says whether others got much the same. Nothing where nobody is signed in any more. */
export async function keepAsTyped(form: FormData): Promise<readonly Finding[] | null> {
  const writer = await mayI('write').catch((error: unknown) => {
    if (isEarshotError(error, 'not_signed_in')) return null;
    throw error;
  });
  const letter = letterIn(form);
  if (!writer || !letter) return null;
  await keepAsItStands(writer, letter);
  return foundIn(writer, letter);
}

const word = z.object({
  messageId: z.uuid(),
  became: z.enum(['sent', 'not_sent']),
  then: z.enum(['stay', 'contact']),
});

/** "I sent it", "I didn't". */
export async function sayWhatBecame(form: FormData): Promise<void> {
  const said = { messageId: form.get('messageId'), became: form.get('became'), then: form.get('then') };
  const { messageId, became, then } = word.parse(said);
  const writer = await mayI('write');
  const settled = await (became === 'sent' ? sent : notSent)(writer, messageId);
  revalidatePath('/', 'layout');
  if (settled.ok && then === 'contact')
    redirect(`/contacts/${settled.contactId}${became === 'sent' ? '' : '/write'}`);
}
