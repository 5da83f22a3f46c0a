import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { FormMessage } from '@/components/ui/form-message';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import { troubleFound } from '@/lib/keeping/examination/queries';
import { counted } from '@/lib/language/counted';
import { dayOf, type Reading } from '@/lib/language/moments';

/** A line while something is wrong with what Earshot rests on: to the owner what to do, to others whom to tell. */
export async function SomethingWrong({ actor, reading }: { actor: Actor; reading: Reading }) {
  const trouble = await troubleFound(actor);
  if (!trouble) return null;
  const t = await getTranslations('today.wrong');
  const { what, people, since } = trouble;
  const code = (words: ReactNode) => <code>{words}</code>;
  return (
    <div className="pb-7">
      <FormMessage kind="error">
        {t(what, { ...counted(people, reading.language), day: dayOf(since, reading) })}{' '}
        {mayOwn(actor) ? t.rich(`${what}_do`, { code }) : t('tell')}
      </FormMessage>
    </div>
  );
}
