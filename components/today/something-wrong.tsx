import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { FormMessage } from '@/components/ui/form-message';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import { troubleFound } from '@/lib/keeping/examination/queries';
import { counted } from '@/lib/language/counted';
import type { Language } from '@/lib/language/language';

/** A line while something is wrong with what Earshot rests on: to the owner what to do, to others whom to tell. */
export async function SomethingWrong({ actor, language }: { actor: Actor; language: Language }) {
  const trouble = await troubleFound(actor);
  if (!trouble) return null;
  const t = await getTranslations('today.wrong');
  const { what, people } = trouble;
  const code = (words: ReactNode) => <code>{words}</code>;
  return (
    <div className="pb-7">
      <FormMessage kind="error">
        {t(what, counted(people, language))} {mayOwn(actor) ? t.rich(`${what}_do`, { code }) : t('tell')}
      </FormMessage>
    </div>
  );
}
