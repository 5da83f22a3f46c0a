import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Fold } from '@/components/ui/fold';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { Said } from '@/components/ui/said';
import { actorOrSignIn } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { momentOf } from '@/lib/language/moments';
import type { ReadMail } from '@/lib/mail/reading/mail';
import { readApart } from '@/lib/mail/reading/apart';
import { quotedApart } from '@/lib/mail/reply-text/reply-text';
import { safeHtml } from '@/lib/mail/safe-html';
import { mailOfMessage } from '@/lib/sync/kept/queries';
import { AsItCame } from './as-it-came';

/** A mail whole: what they wrote, what was cut off, and how it looked. */
export async function MailPage({ id, asked }: { id: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const kept = z.uuid().safeParse(id).success ? await mailOfMessage(actor, id) : null;
  if (!kept) notFound();
  const [t, read, language] = await Promise.all([
    getTranslations('mail.came'),
    readApart(kept.bytes),
    getLocale(),
  ]);
  const { contact, direction, internalDate, isCut } = kept;
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  return (
    <>
      <p className="row-where mb-2" data-contact-id={contact.id}>
        <TextLink href={`/contacts/${contact.id}?at=${id}#${id}`}>{contact.name}</TextLink>
      </p>
      <PageTitle lede={read ? <Heads read={read} at={momentOf(internalDate, reading)} /> : t('unreadable')}>
        {read?.subject || t('title')}
      </PageTitle>
      {isCut && <p className="lede pt-4">{t('cut')}</p>}
      {read && <WholeText read={read} by={direction === 'inbound' ? 'them' : 'us'} />}
      {read?.html && (
        <AsItCame id={id} blocked={safeHtml(read.html).blocked} remote={firstOf(asked, 'pictures') === '1'} />
      )}
    </>
  );
}

function Heads({ read: { from, to, cc }, at }: { read: ReadMail; at: string }) {
  const t = useTranslations('mail.came');
  const people = (all: ReadMail['to']) =>
    all
      .slice(0, 20)
      .map(({ name, address }) => (name ? `${name} <${address}>` : address))
      .join(', ');
  const rows = [
    ['from', people(from ? [from] : [])],
    ['to', people(to)],
    ['cc', people(cc)],
    ['at', at],
  ] as const;
  return (
    <span className="block space-y-0.5 pt-1">
      {rows.map(
        ([name, value]) =>
          value && (
            <span key={name} className="block wrap-anywhere">
              <span className="text-faint">{t(name)}</span> {value}
            </span>
          ),
      )}
    </span>
  );
}

function WholeText({ read, by }: { read: ReadMail; by: 'them' | 'us' }) {
  const t = useTranslations('mail.came');
  const { said, rest } = quotedApart(read);
  return (
    <Section caption={t('text')} apart>
      {said ? (
        <Said by={by} whole>
          {said}
        </Said>
      ) : (
        <p className="lede">{t('wordless')}</p>
      )}
      {rest && (
        <div className="pt-3">
          <Fold summary={t('rest', { count: rest.split('\n').length })}>
            <span className="wrap-anywhere whitespace-pre-line">{rest}</span>
          </Fold>
        </div>
      )}
    </Section>
  );
}
