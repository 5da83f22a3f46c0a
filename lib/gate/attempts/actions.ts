'use server';

import { revalidatePath } from 'next/cache';
import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { impossibleOf } from '@/lib/errors/impossible';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { readingNow } from '@/lib/policy/queries';
import { noteRefusal } from '../mutations';
import { decidedOn, explain } from '../queries';
import { tell } from '../told';
import { notPressed, type AttemptAnswer } from './answer';
import { attemptIn } from './attempt';

/** A send that is refused was pressed: the law is asked, its no is written down and said. Nothing can leave this way. */
export async function pressRefused(_before: AttemptAnswer, form: FormData): Promise<AttemptAnswer> {
  const language = await currentLanguage();
  const t = translate(language, 'gate.pressed');
  const writer = await mayI('write').catch((error: unknown) => {
    // Sent to sign in, somebody would lose what is written on the page.
    if (isEarshotError(error, 'not_signed_in')) return null;
    throw error;
  });
  if (!writer) return { ...notPressed, said: t('signed_out') };
  const question = attemptIn(form);
  if (!question) return { ...notPressed, said: t('unreadable') };
  const decided = await decidedOn(writer, question).catch((error: unknown) => impossibleOrThrow(error));
  if (typeof decided === 'string') return { ...notPressed, said: translate(language, 'impossible')(decided) };
  const { contactId, channel, addressId } = question;
  const { verdict } = decided;
  if (!verdict.allowed) await noteRefusal(writer, { contactId, channel, verdict });
  revalidatePath('/', 'layout');
  if (verdict.allowed) return { ...notPressed, said: t(addressId ? 'open' : 'no_address') };
  const explained = await explain(writer, contactId, verdict, question);
  return { refused: tell(explained, await readingNow(language)), said: null };
}

function impossibleOrThrow(error: unknown) {
  const code = impossibleOf(error);
  if (code) return code;
  throw error;
}
