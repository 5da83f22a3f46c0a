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
import type { Reading } from '@/lib/language/moments';
import { addStrangerAsContact, neverAskAbout } from '@/lib/sync/strangers/actions';
import { strangersOf, type StrangerWaiting } from '@/lib/sync/strangers/queries';
import { Address } from './mailboxes-page';

const most = 50;

interface StrangersProps {
  actor: Actor;
  mailboxId: string;
  asked: Asked;
  reading: Reading;
}

/** Who wrote to a mailbox and is no contact: to be added, with their mail, or left alone for ever. */
export async function Strangers({ actor, mailboxId, asked, reading }: StrangersProps) {
  const [t, strangers] = await Promise.all([
    getTranslations('mailboxes.strangers'),
    strangersOf(actor, mailboxId, most + 1),
  ]);
  const said = await SaidOf({ actor, asked });
  if (strangers.length === 0 && !said) return null;
  return (
    <Section caption={t('caption')} id="strangers" apart>
      {said}
      {strangers.length > 0 && (
        <>
          <p className="lede">{t('lede')}</p>
          <Rows label={t('caption')}>
            {strangers.slice(0, most).map((stranger) => (
              <Stranger key={stranger.id} {...{ stranger, reading }} />
            ))}
          </Rows>
          {strangers.length > most && <p className="lede pt-3">{t('more')}</p>}
        </>
      )}
    </Section>
  );
}

async function SaidOf({ actor, asked }: Pick<StrangersProps, 'actor' | 'asked'>) {
  const t = await getTranslations('mailboxes.strangers');
  const added = z.uuid().safeParse(firstOf(asked, 'added')).data;
  const contact = added ? await contactById(actor, added) : null;
  if (!contact && firstOf(asked, 'ignored') === null) return null;
  return (
    <div className="pb-4">
      <FormMessage kind="success">
        {contact ? t('added', { name: contact.name }) : t('ignored')}{' '}
        {contact && <TextLink href={`/contacts/${contact.id}`}>{t('see')}</TextLink>}
      </FormMessage>
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
