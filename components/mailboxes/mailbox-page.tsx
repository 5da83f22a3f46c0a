import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ActionForm } from '@/components/auth/action-form';
import { Fold } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { actorOrSignIn } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { momentOf, type Reading } from '@/lib/language/moments';
import { chooseBack, chooseSenders, pause, resume, tryAgain } from '@/lib/mailboxes/actions';
import { valuesOf } from '@/lib/mailboxes/forms';
import { signInAgain } from '@/lib/mailboxes/oauth/actions';
import { names, type OauthCode } from '@/lib/mailboxes/oauth/services';
import { providerCalled } from '@/lib/mailboxes/providers';
import { ownMailbox, type OwnMailbox } from '@/lib/mailboxes/queries';
import { toldTrouble, toldWhen } from '@/lib/mailboxes/told';
import { heardFolders, skippedIn, unheardFolders, type HeardFolder } from '@/lib/sync/heard/queries';
import { ChangeForm } from './change-form';
import { Folders } from './folders';
import { MailboxState } from './mailbox-state';
import { Strangers } from './strangers';
import { Address, Disconnect } from './mailboxes-page';
import { WithPage } from './with-page';
import { useServerPlans } from './server-plans';
import { SignedInThere } from './signed-in-there';

/** A mailbox of one's own: whether it is heard, and what is set for it. */
export async function MailboxPage({ id, asked }: { id: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const mailbox = z.uuid().safeParse(id).success ? await ownMailbox(actor, id) : null;
  if (!mailbox) notFound();
  const [t, folders, unheard, skipped] = await Promise.all([
    getTranslations('mailboxes'),
    heardFolders(actor, id),
    unheardFolders(actor, id),
    skippedIn(actor, id),
  ]);
  const reading = { language: actor.language, zone: actor.timeZone, now: systemClock.now() };
  const { readToEndAt, email } = mailbox;
  const read = readToEndAt ? t('read_at', { when: toldWhen(readToEndAt, reading) }) : t('never_read');
  const signInAgainHere = mailbox.oauth && <SignInAgain id={id} service={mailbox.oauth} />;
  // What mends it stands where it is said that it fails.
  const isAsking = mailbox.state === 'failing';
  return (
    <>
      <p className="row-where mb-2">
        <TextLink href="/settings/mailboxes">{t('back')}</TextLink>
      </p>
      <PageTitle
        lede={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <MailboxState mailbox={mailbox} />
            <span title={readToEndAt ? momentOf(readToEndAt, reading) : undefined}>{read}</span>
          </span>
        }
      >
        <Address email={email} />
      </PageTitle>
      <SignedInThere {...{ actor, asked }} />
      <Failing mailbox={mailbox} reading={reading} />
      {isAsking && signInAgainHere}
      <Folders {...{ id, folders, unheard, skipped, reading }} />
      <OlderMail mailbox={mailbox} progress={progressOf(folders)} />
      <Strangers {...{ actor, asked, reading, mailbox }} />
      <Senders mailbox={mailbox} />
      {mailbox.oauth === null && <Servers mailbox={mailbox} />}
      {!isAsking && signInAgainHere}
      <Leaving mailbox={mailbox} />
    </>
  );
}

function Failing({ mailbox, reading }: { mailbox: OwnMailbox; reading: Reading }) {
  const t = useTranslations('mailboxes.failing');
  const moment = useTranslations('mailboxes')('moment');
  const { id, state, fault, failingSince, faultAt, imap, provider } = mailbox;
  if (state !== 'failing' || !fault || !failingSince) return null;
  return (
    <div className="mt-5">
      <FormMessage kind="error">
        <WithPage
          words={toldTrouble(reading.language, fault, { server: imap, provider })}
          page={providerCalled(provider)?.page}
        />{' '}
        {t('since', { moment: momentOf(failingSince, reading) })} {t('safe')}
      </FormMessage>
      {faultAt && <p className="hint mt-3">{t('tried', { when: toldWhen(faultAt, reading) })}</p>}
      <ActionForm action={tryAgain} hidden={{ id }} submit={t('try')} pending={moment} variant="plain" />
    </div>
  );
}

// Null before anybody has looked how much there is.
function progressOf(folders: readonly HeardFolder[]): Progress | null {
  if (!folders.some(({ readToEndAt, backRead }) => readToEndAt !== null || backRead > 0)) return null;
  const sum = (of: (folder: HeardFolder) => number) => folders.reduce((all, folder) => all + of(folder), 0);
  return {
    ...{ read: sum(({ backRead }) => backRead), total: sum(({ backTotal }) => backTotal) },
    isDone: folders.every(({ readToEndAt, hasOlder }) => readToEndAt !== null && !hasOlder),
  };
}

interface Progress {
  readonly read: number;
  readonly total: number;
  /** There is nothing older, and every folder was read to its end since. */
  readonly isDone: boolean;
}

function OlderMail({
  mailbox: { id, backReading },
  progress,
}: {
  mailbox: OwnMailbox;
  progress: Progress | null;
}) {
  const t = useTranslations('mailboxes');
  const isDone = progress !== null && progress.isDone;
  return (
    <Section caption={t('one.back_caption')}>
      <p className="lede">
        {isDone ? t('one.back_done') : t(backReading ? 'one.back_wanted' : 'one.back_not_wanted')}
      </p>
      {progress && !isDone && (
        <>
          <progress
            className="bg-wash [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-accent mt-3 block h-1.5 w-full max-w-[440px] appearance-none overflow-hidden rounded-full"
            max={progress.total}
            value={progress.read}
            aria-label={t('one.back_caption')}
          />
          <p className="hint">{t('one.back_progress', { read: progress.read, total: progress.total })}</p>
        </>
      )}
      {!isDone && (
        <ActionForm
          action={chooseBack}
          hidden={{ id, wanted: backReading ? 'no' : 'yes' }}
          submit={t(backReading ? 'one.back_stop' : 'one.back_go')}
          pending={t('moment')}
          variant="plain"
        />
      )}
    </Section>
  );
}

function Senders({ mailbox: { id, unknownSenders } }: { mailbox: OwnMailbox }) {
  const t = useTranslations('mailboxes');
  const choices = (['ask', 'add', 'ignore'] as const).map((value) => ({
    value,
    label: t(`one.senders_${value}`),
    hint: t(`one.senders_${value}_hint`),
  }));
  return (
    <Section caption={t('one.senders_caption')}>
      <ActionForm
        action={chooseSenders}
        hidden={{ id }}
        fields={[
          { kind: 'radios', name: 'senders', label: t('one.senders'), choices, value: unknownSenders },
        ]}
        submit={t('one.save')}
        pending={t('moment')}
        variant="plain"
      />
    </Section>
  );
}

function Servers({ mailbox }: { mailbox: OwnMailbox }) {
  const t = useTranslations('mailboxes');
  const plans = useServerPlans();
  const { id, email, login, provider, state } = mailbox;
  return (
    <Section caption={t('one.servers_caption')}>
      <p className="lede">{t('one.servers_lede')}</p>
      <div className="mt-2">
        <Fold summary={t('one.servers_open')} open={state === 'failing'}>
          <ChangeForm
            id={id}
            values={valuesOf(email, login, provider, mailbox)}
            plans={plans}
            words={{
              ...{ password: t('new.password'), hint: t('new.password_hint') },
              ...{ submit: t('one.servers_submit'), trying: t('new.trying') },
            }}
          />
        </Fold>
      </div>
    </Section>
  );
}

function SignInAgain({ id, service }: { id: string; service: OauthCode }) {
  const t = useTranslations('mailboxes.oauth');
  const name = names[service];
  return (
    <Section caption={t('caption')} apart>
      <p className="lede">{t('lede', { service: name })}</p>
      <ActionForm
        action={signInAgain}
        hidden={{ id }}
        submit={t('again', { service: name })}
        pending={t('leaving')}
        variant="plain"
      />
    </Section>
  );
}

function Leaving({ mailbox: { id, email, state } }: { mailbox: OwnMailbox }) {
  const t = useTranslations('mailboxes');
  const isPaused = state === 'paused';
  return (
    <Section caption={t('one.pause_caption')}>
      <p className="lede">{t('one.pause_lede')}</p>
      <ActionForm
        action={isPaused ? resume : pause}
        hidden={{ id }}
        submit={t(isPaused ? 'one.resume' : 'one.pause')}
        pending={t('moment')}
        variant="plain"
      />
      <div className="mt-4">
        <Disconnect id={id} email={email} />
      </div>
    </Section>
  );
}
