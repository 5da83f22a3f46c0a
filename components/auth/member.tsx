import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Confirm } from '@/components/ui/fold';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { actorOrSignIn, mayOwn } from '@/lib/auth/actor';
import { close, giveRole, makeReset } from '@/lib/auth/team/actions';
import { giveConversations } from '@/lib/gate/lifting/actions';
import { membersOf, type Member } from '@/lib/auth/team/queries';
import { TalkingLine } from '@/components/insight/talking-line';
import { talkingByUser, type Talking } from '@/lib/insight/talking/queries';
import { NotYours } from './not-yours';
import { ActionForm } from './action-form';
import { useLinkWords, useRoleChoices } from './plans';
import { useTranslations } from 'next-intl';

/** One of the team, as an owner sees them: what they may do, a way back in, and their leaving. */
export async function MemberPage({ id }: { id: string }) {
  const actor = await actorOrSignIn();
  const teamWord = (await getTranslations('team'))('back');
  if (!mayOwn(actor))
    return <NotYours actor={actor} takes="owner" instead={{ href: '/settings/team', word: teamWord }} />;
  const members = await membersOf(actor);
  const member = members.find((one) => one.id === id);
  if (!member) notFound();
  const [t, talking] = [await getTranslations('team'), (await talkingByUser(actor)).get(id)];
  const others = members.filter((one) => one.id !== id && one.role !== 'reader');
  const isLastOwner = member.role === 'owner' && members.filter(({ role }) => role === 'owner').length === 1;
  return (
    <>
      <p className="row-where mb-2">
        <TextLink href="/settings/team">{t('back')}</TextLink>
      </p>
      <PageTitle lede={member.email}>{member.name}</PageTitle>
      <RoleOf member={member} />
      <WayBackIn member={member} own={member.id === actor.userId} />
      {others.length > 0 && talking && <Conversations {...{ member, others, talking }} />}
      <Leaving member={member} others={others} isLastOwner={isLastOwner} />
    </>
  );
}

function RoleOf({ member: { id, name, role } }: { member: Member }) {
  const t = useTranslations('team');
  const choices = useRoleChoices();
  const label = t('member.role', { name });
  return (
    <Section caption={t('member.role_caption')} apart>
      <ActionForm
        action={giveRole}
        hidden={{ id }}
        fields={[{ kind: 'radios', name: 'role', label, choices, value: role }]}
        submit={t('member.save_role')}
        pending={t('moment')}
        variant="plain"
      />
    </Section>
  );
}

function WayBackIn({ member: { id, name }, own }: { member: Member; own: boolean }) {
  const t = useTranslations('team');
  const linkWords = useLinkWords();
  return (
    <Section caption={t('member.reset')}>
      <p className="lede">{own ? t('member.reset_own') : t('member.reset_lede', { name })}</p>
      {!own && (
        <ActionForm
          action={makeReset}
          hidden={{ id }}
          submit={t('member.make_reset')}
          pending={t('moment')}
          variant="plain"
          linkWords={linkWords}
        />
      )}
    </Section>
  );
}

interface ConversationsProps extends Pick<LeavingProps, 'member' | 'others'> {
  talking: Talking;
}

function Conversations({ member: { id, name }, others, talking }: ConversationsProps) {
  const t = useTranslations('lifting');
  const choices = others.map((other) => ({ value: other.id, label: other.name }));
  return (
    <Section caption={t('hand_over_all.caption')} id="conversations">
      <p>
        <TalkingLine id={id} talking={talking} />
      </p>
      <p className="lede">{t('hand_over_all.lede', { name })}</p>
      <ActionForm
        action={giveConversations}
        hidden={{ fromId: id }}
        fields={[
          { kind: 'list', name: 'toId', label: t('hand_over.to'), choices, value: choices[0]?.value ?? '' },
          { kind: 'line', name: 'note', label: t('hand_over.note'), autoComplete: 'off' },
        ]}
        submit={t('hand_over_all.submit')}
        pending={t('working')}
        variant="plain"
      />
    </Section>
  );
}

interface LeavingProps {
  member: Member;
  others: readonly Member[];
  isLastOwner: boolean;
}

function Leaving({ member: { id, name, contacts }, others, isLastOwner }: LeavingProps) {
  const t = useTranslations('team');
  if (isLastOwner || others.length === 0) {
    return (
      <Section caption={t('member.close')}>
        <p className="lede">{isLastOwner ? t('member.close_last', { name }) : t('member.close_alone')}</p>
      </Section>
    );
  }
  const choices = [
    { value: '', label: t('member.choose') },
    ...others.map((other) => ({ value: other.id, label: other.name })),
  ];
  return (
    <Section caption={t('member.close')}>
      <Confirm act={t('member.close_act')}>
        <p className="mb-4">{t('member.close_lede', { name })}</p>
        <ActionForm
          action={close}
          hidden={{ id }}
          fields={[
            {
              kind: 'list',
              name: 'successor',
              label: t('member.successor', { contacts }),
              choices,
              value: '',
            },
          ]}
          submit={t('member.close_submit')}
          pending={t('moment')}
          variant="danger"
        />
      </Confirm>
    </Section>
  );
}
