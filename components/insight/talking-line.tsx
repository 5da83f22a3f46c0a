import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { Language } from '@/lib/language/language';
import type { Talking } from '@/lib/insight/talking/queries';
import { countedTo } from '@/lib/insight/talking/sql';

/** A count as its sentence wants it: `count` chooses the form, `n` is what is shown, "10,000+" where counting stopped. */
export function shownCount(count: number, language: Language) {
  const n = new Intl.NumberFormat(language).format(count) + (count >= countedTo ? '+' : '');
  return { count, n };
}

/** With how many people one of the team is in conversation, and how many wait: one calm line. */
export function TalkingLine({ id, talking }: { id: string; talking: Talking }) {
  const t = useTranslations('team.talking');
  const language = useLocale();
  const { people, unheard, owed } = talking;
  const line = t('with', shownCount(people, language));
  return (
    <>
      {people === 0 ? (
        line
      ) : (
        <Link href={`/settings/team/${id}/talking`} prefetch={false} className="act link">
          {line}
        </Link>
      )}
      {unheard > 0 && ` · ${t('unheard', shownCount(unheard, language))}`}
      {owed > 0 && ` · ${t('owed', shownCount(owed, language))}`}
    </>
  );
}
