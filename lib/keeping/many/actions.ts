'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import { readTags } from '@/lib/contacts/read-typed';
import { translate } from '@/lib/language/translate';
import { doWithMany, type Many } from './mutations';

const tag = z.string().transform((typed, context) => {
  const [first] = readTags(typed);
  if (first === undefined) context.addIssue({ code: 'custom', message: 'tag_missing' });
  return first ?? '';
});
const what = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['tag', 'untag']), tag }),
  z.object({
    act: z.literal('assign'),
    owner: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .transform((id) => id || null),
  }),
  z.object({ act: z.literal('rest'), until: z.iso.date({ error: 'no_such_day' }) }),
  z.object({ act: z.literal('close') }),
]);
const chosen = z.array(z.uuid()).min(1, { error: 'nobody_chosen' }).max(100);

/** Tags, assigns, lets rest or closes those who were chosen. It never writes to anybody. */
export async function withChosen(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answering(
    async (language) => {
      const t = translate(language, 'contact_list.many');
      const writer = await mayI('write');
      const ids = chosen.safeParse([...new Set(form.getAll('chosen'))]);
      const read = what.safeParse(
        Object.fromEntries(
          ['act', 'tag', 'owner', 'until'].map((name) => [name, form.get(name) ?? undefined]),
        ),
      );
      if (!ids.success) return { ...noAnswer, error: t('nobody_chosen') };
      if (!read.success) return { ...noAnswer, error: t('say_what') };
      const { done, not } = await doWithMany(writer, ids.data, manyOf(read.data));
      revalidatePath('/', 'layout');
      return { ...noAnswer, done: t('done', { done, not }) };
    },
    { refused: refusedAlone },
  );
}

function manyOf(read: z.infer<typeof what>): Many {
  return read.act === 'assign' ? { act: 'assign', ownerId: read.owner } : read;
}
