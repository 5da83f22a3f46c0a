import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ActionForm } from '@/components/auth/action-form';
import { FormMessage } from '@/components/ui/form-message';
import { Section, TextLink } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { contactById } from '@/lib/contacts/queries';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { OwnMailbox } from '@/lib/mailboxes/queries';
import { addStrangerAsContact, askAboutAgain, neverAskAbout } from '@/lib/sync/strangers/actions';
import { leftAlone, strangersOf, type StrangerWaiting } from '@/lib/sync/strangers/queries';
import { KeepPlace } from './keep-place';
import { Address } from './mailboxes-page';

const most = 50;

interface StrangersProps {
  actor: Actor;
  mailbox: OwnMailbox;
  asked: Asked;
  reading: Reading;
}

/** Who wrote to a mailbox and is no contact: to be added, with their mail, or left alone for ever. */
export async function Strangers({ actor, mailbox, asked, reading }: StrangersProps) {
  const [t, waiting] = await Promise.all([
    getTranslations('mailboxes.strangers'),
    strangersOf(actor, mailbox.id, most + 1),
  ]);
  const strangers = waiting.slice(0, most);
  const said = await SaidOf({ actor, asked });
  if (strangers.length === 0 && !said && mailbox.unknownSenders === 'ignore') return null;
  const day = dayOf(mailbox.connectedAt, reading);
  const add = (words: ReactNode) => <TextLink href="/contacts/new">{words}</TextLink>;
  return (
    <Section caption={t('caption')} id="strangers" apart>
      <KeepPlace ids={strangers.map(({ id }) => id)}>
        {said}
        <p className="lede">{t(strangers.length > 0 ? 'lede' : 'none')}</p>
        {strangers.length > 0 && (
          <Rows label={t('caption')}>
            {strangers.map((stranger) => (
              <Stranger key={stranger.id} {...{ stranger, reading }} />
            ))}
          </Rows>
        )}
        {waiting.length > most && <p className="lede pt-3">{t('more')}</p>}
        <p className="hint pt-3">
          {t.rich('before', { day, older: mailbox.backReading ? 'yes' : 'no', add })}
        </p>
      </KeepPlace>
    </Section>
  );
}

async function SaidOf({ actor, asked }: Pick<StrangersProps, 'actor' | 'asked'>) {
  const t = await getTranslations('mailboxes');
  const idIn = (name: string) => z.uuid().safeParse(firstOf(asked, name)).data;
  const [added, ignored] = [idIn('added'), idIn('ignored')];
  const contact = added ? await contactById(actor, added) : null;
  const who = ignored ? await leftAlone(actor, ignored) : null;
  if (contact) {
    return (
      <Said>
        {t('strangers.added', { name: contact.name })}{' '}
        <TextLink href={`/contacts/${contact.id}`}>{t('strangers.see')}</TextLink>
      </Said>
    );
  }
  if (who === null || !ignored)
    return firstOf(asked, 'again') === null ? null : <Said>{t('strangers.again')}</Said>;
  return (
    <Said>
      {t('strangers.ignored', { who })}
      <ActionForm
        action={askAboutAgain}
        hidden={{ question: ignored }}
        submit={t('strangers.undo')}
        label={t('strangers.undo_who', { name: who })}
        pending={t('moment')}
        variant="plain"
      />
    </Said>
  );
}

function Said({ children }: { children: ReactNode }) {
  return (
    <div className="pb-4" data-said="" tabIndex={-1}>
      <FormMessage kind="success">{children}</FormMessage>
    </div>
  );
}

async function Stranger({ stranger, reading }: { stranger: StrangerWaiting; reading: Reading }) {
  const t = await getTranslations('mailboxes');
  const { id, handle, name, mails, latest } = stranger;
  const act = { hidden: { question: id }, pending: t('moment'), inRow: true } as const;
  return (
    <Row
      name={name ?? <Address email={handle} />}
      where={
        <>
          {name && (
            <>
              <Address email={handle} />
              {' · '}
            </>
          )}
          {t('strangers.mails', { count: mails })}
        </>
      }
      said={
        <div className="flex flex-wrap gap-x-2 gap-y-2">
          <ActionForm
            action={addStrangerAsContact}
            submit={t('strangers.add')}
            variant="plain"
            label={t('strangers.add_who', { name: name ?? handle })}
            {...act}
          />
          <ActionForm
            action={neverAskAbout}
            submit={t('strangers.never')}
            variant="quiet"
            label={t('strangers.never_who', { name: name ?? handle })}
            {...act}
          />
        </div>
      }
      when={<Time at={latest} zone={reading.zone} now={reading.now} focusable />}
    />
  );
}
