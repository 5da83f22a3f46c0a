import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { DeadEnd } from '@/components/ui/dead-end';
import type { Actor } from '@/lib/auth/actor';
import { membersOf } from '@/lib/auth/team/queries';
import { isLanguage } from '@/lib/language/language';

const named = 5;

interface NotYoursProps {
  actor: Actor;
  /** Who may: an owner, whoever writes, or only whoever logged it. */
  takes: 'owner' | 'writer' | 'logger';
  /** A page on which they may read what this one would change. */
  instead?: { readonly href: string; readonly word: string } | undefined;
}

/** What somebody meets on a page that is not theirs to use: that nothing happened, and who may. */
export async function NotYours({ actor, takes, instead }: NotYoursProps) {
  const [t, language, members] = await Promise.all([
    getTranslations('account.not_yours'),
    getLocale(),
    membersOf(actor),
  ]);
  const who = members
    .filter(
      ({ id, role }) =>
        id !== actor.userId && (role === 'owner' || (takes === 'writer' && role === 'member')),
    )
    .slice(0, named)
    .map(({ name }) => name);
  const list = new Intl.ListFormat(isLanguage(language) ? language : 'en', { type: 'disjunction' });
  return (
    <DeadEnd
      title={t(`title.${takes}`)}
      safe={t('safe')}
      who={who.length > 0 ? t(`who.${takes}`, { who: list.format(who) }) : null}
      acts={
        <>
          {instead && (
            <ButtonLink href={instead.href} variant="first">
              {instead.word}
            </ButtonLink>
          )}
          <ButtonLink href="/today" variant={instead ? 'plain' : 'first'}>
            {t('home')}
          </ButtonLink>
        </>
      }
    />
  );
}
