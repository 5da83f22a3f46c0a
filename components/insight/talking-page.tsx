import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ContactRow } from '@/components/contacts/contact-rows';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { Rows } from '@/components/ui/rows';
import { actorOrSignIn, mayOwn } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { membersOf } from '@/lib/auth/team/queries';
import { systemClock } from '@/lib/clock/clock';
import { readCursor, cursorText } from '@/lib/contacts/list/cursor';
import { talkingByUser, talkingWith } from '@/lib/insight/talking/queries';
import { shownCount } from './talking-line';

const onAPage = 50;

/** With whom one of the team is in conversation. Who talked last with them, or an owner, may hand one over. */
export async function TalkingPage({ id, asked }: { id: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const members = await membersOf(actor);
  const member = members.find((one) => one.id === id);
  if (!member) notFound();
  const after = readCursor(firstOf(asked, 'after'));
  const [t, ui, language, talking, { people, older }] = await Promise.all([
    getTranslations('team'),
    getTranslations('ui'),
    getLocale(),
    talkingByUser(actor),
    talkingWith(actor, id, { after, most: onAPage }),
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const isOwn = id === actor.userId;
  const count = shownCount(talking.get(id)?.people ?? 0, language);
  const mayGive = (isOwn || mayOwn(actor)) && members.some((one) => one.id !== id && one.role !== 'reader');
  const path = `/settings/team/${id}/talking`;
  return (
    <>
      <p className="row-where mb-2">
        <TextLink href="/settings/team">{t('back')}</TextLink>
      </p>
      <PageTitle
        lede={`${t('talking.lede')} ${mayGive && people.length > 0 ? t('talking.one') : ''}`}
        acts={
          mayOwn(actor) &&
          mayGive && <ButtonLink href={`/settings/team/${id}#conversations`}>{t('talking.all')}</ButtonLink>
        }
      >
        {isOwn ? t('talking.yours', count) : t('talking.theirs', { ...count, name: member.name })}
      </PageTitle>
      {people.length === 0 ? (
        <EmptyState kind="done" title={t('talking.none')} />
      ) : (
        <div className="pt-4">
          <Rows label={t('talking.list')}>
            {people.map((contact) => (
              <ContactRow
                key={contact.id}
                contact={contact}
                reading={reading}
                acts={
                  mayGive && (
                    <Link
                      href={`/contacts/${contact.id}#hand-over`}
                      prefetch={false}
                      className="act"
                      tabIndex={-1}
                    >
                      {t('talking.hand_over')}
                    </Link>
                  )
                }
              />
            ))}
          </Rows>
        </div>
      )}
      <Pager
        label={ui('pages')}
        newer={after ? { href: path, label: ui('newer') } : undefined}
        older={older ? { href: `${path}?after=${cursorText(older)}`, label: ui('older') } : undefined}
      />
    </>
  );
}
