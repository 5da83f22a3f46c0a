import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ActionForm } from '@/components/auth/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Confirm } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { dayOf, momentOf, type Reading } from '@/lib/language/moments';
import { disconnect } from '@/lib/mailboxes/actions';
import { mailboxesFor, mailboxLeft, type ShownMailbox } from '@/lib/mailboxes/queries';
import { toldWhen } from '@/lib/mailboxes/told';
import { MailboxState } from './mailbox-state';

/** One's own mailboxes; for an owner how everybody's stand. */
export async function MailboxesPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const [t, mailboxes] = await Promise.all([getTranslations('mailboxes'), mailboxesFor(actor)]);
  const [own, others] = [mailboxes.filter(({ isOwn }) => isOwn), mailboxes.filter(({ isOwn }) => !isOwn)];
  const reading = { language: actor.language, zone: actor.timeZone, now: systemClock.now() };
  const policy = (words: React.ReactNode) => <TextLink href="/settings/policy">{words}</TextLink>;
  if (!mayWrite(actor)) return <PageTitle lede={t('readers')}>{t('title', { count: 0 })}</PageTitle>;
  return (
    <>
      <PageTitle
        lede={t('lede')}
        acts={
          <ButtonLink href="/settings/mailboxes/new" variant="first">
            {t('add')}
          </ButtonLink>
        }
      >
        {t('title', { count: own.length })}
      </PageTitle>
      <Left {...{ actor, asked }} />
      {own.length === 0 && <p className="lede">{t.rich('none', { policy })}</p>}
      {own.length > 0 && (
        <Section caption={t('yours')} apart>
          <Rows label={t('yours')}>
            {own.map((mailbox) => (
              <MailboxRow key={mailbox.id} {...{ mailbox, reading }} />
            ))}
          </Rows>
        </Section>
      )}
      {others.length > 0 && (
        <Section caption={t('others')} apart>
          <p className="lede">{t('others_lede')}</p>
          <Rows label={t('others')}>
            {others.map((mailbox) => (
              <MailboxRow key={mailbox.id} {...{ mailbox, reading }} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

// After one was let go: what became of it, and the way back.
async function Left({ actor, asked }: { actor: Actor; asked: Asked }) {
  const id = z.uuid().safeParse(firstOf(asked, 'left'));
  const left = id.success ? await mailboxLeft(actor, id.data) : null;
  if (!left) return null;
  const t = await getTranslations('mailboxes.one');
  const connect = (words: React.ReactNode) => <TextLink href="/settings/mailboxes/new">{words}</TextLink>;
  return (
    <div className="max-w-measure py-5">
      <FormMessage kind="success">
        {t('disconnected', { email: left.email })}{' '}
        {left.isOwn
          ? t.rich('disconnected_back', { connect })
          : t('disconnected_other', { holder: left.holder })}
      </FormMessage>
    </div>
  );
}

function MailboxRow({ mailbox, reading }: { mailbox: ShownMailbox; reading: Reading }) {
  const t = useTranslations('mailboxes');
  const { id, email, holder, isOwn, readToEndAt, connectedAt } = mailbox;
  const read = readToEndAt ? t('read_at', { when: toldWhen(readToEndAt, reading) }) : t('never_read');
  return (
    <Row
      name={<Address email={email} />}
      href={isOwn ? `/settings/mailboxes/${id}` : undefined}
      where={[isOwn ? null : holder, t('connected_on', { day: dayOf(connectedAt, reading) })]
        .filter(Boolean)
        .join(' · ')}
      said={
        <>
          <span className="row-where" title={readToEndAt ? momentOf(readToEndAt, reading) : undefined}>
            {read}
          </span>
          {!isOwn && (
            <div className="mt-2">
              <Disconnect id={id} email={email} />
            </div>
          )}
        </>
      }
      state={<MailboxState mailbox={mailbox} />}
    />
  );
}

/** An e-mail address that breaks before its domain, where it has to break at all. */
export function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  return (
    <span className="wrap-anywhere">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  );
}

/** Lets a mailbox go, after one more question. */
export function Disconnect({ id, email }: { id: string; email: string }) {
  const t = useTranslations('mailboxes');
  return (
    <Confirm act={t('one.disconnect')}>
      <p>{t('one.disconnect_ask')}</p>
      <ActionForm
        action={disconnect}
        hidden={{ id }}
        submit={t('one.disconnect_do', { email })}
        pending={t('moment')}
        variant="danger"
        inRow
      />
    </Confirm>
  );
}
