import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { TalkingLine } from '@/components/insight/talking-line';
import { Icon } from '@/components/ui/icon';
import { PageTitle, Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { actorOrSignIn, mayOwn, type Actor } from '@/lib/auth/actor';
import { formerMembers, membersOf, type Member } from '@/lib/auth/team/queries';
import { systemClock } from '@/lib/clock/clock';
import { talkingByUser, type Talking } from '@/lib/insight/talking/queries';
import { dayOf, type Reading } from '@/lib/language/moments';
import { InviteSomebody } from './invite-somebody';
import { PendingInvitations } from './pending-invitations';

/** Who works here. Owners invite, and open a person's row to change what they may do. */
export async function Team() {
  const actor = await actorOrSignIn();
  const [members, former, talking, t] = await Promise.all([
    membersOf(actor),
    formerMembers(actor),
    talkingByUser(actor),
    getTranslations('team'),
  ]);
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title', { count: members.length })}</PageTitle>
      <Section caption={t('members')} apart>
        {mayOwn(actor) && members.length > 1 && <p className="hint mb-1">{t('open_one')}</p>}
        <Rows label={t('members')}>
          {members.map((member) => (
            <MemberRow key={member.id} {...{ member, actor }} talking={talking.get(member.id) ?? silent} />
          ))}
        </Rows>
      </Section>
      {mayOwn(actor) && <PendingInvitations owner={actor} />}
      {mayOwn(actor) && <InviteSomebody />}
      {former.length > 0 && (
        <Section caption={t('former')}>
          <Rows label={t('former')}>
            {former.map(({ id, name, closedAt }) => (
              <Row
                key={id}
                name={name}
                where={closedAt && t('left_on', { day: dayOf(closedAt, readingOf(actor)) })}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

const silent: Talking = { people: 0, unheard: 0, owed: 0 };

interface MemberRowProps {
  member: Member;
  actor: Actor;
  talking: Talking;
}

async function MemberRow({ member, actor, talking }: MemberRowProps) {
  const [t, words] = await Promise.all([getTranslations('team'), getTranslations('account')]);
  const { id, name, email, role, contacts } = member;
  const reading = readingOf(actor);
  return (
    <Row
      name={id === actor.userId ? `${name} (${t('you')})` : name}
      href={mayOwn(actor) ? `/settings/team/${id}` : undefined}
      where={`${words(`roles.${role}`)} · ${t('since', { day: dayOf(member.createdAt, reading) })}`}
      said={
        <>
          {(role !== 'reader' || talking.people > 0) && <TalkingLine id={id} talking={talking} />}
          <span className="row-note">{email}</span>
        </>
      }
      state={
        contacts > 0 && (
          <Link href={`/contacts?owner=${id}`} prefetch={false} className="act link row-where">
            {t('contacts', { count: contacts })}
          </Link>
        )
      }
      when={
        mayOwn(actor) && (
          <span className="flex justify-end">
            <Icon name="right" />
          </span>
        )
      }
    />
  );
}

function readingOf({ language, timeZone }: Actor): Reading {
  return { language, zone: timeZone, now: systemClock.now() };
}
