import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Closers } from '@/components/gate/closers';
import { Section, TextLink } from '@/components/ui/page';
import { Quote } from '@/components/ui/said';
import type { Actor } from '@/lib/auth/actor';
import type { KeptContact } from '@/lib/contacts/queries';
import type { Reading } from '@/lib/language/moments';
import { whatWeHeardFrom } from '@/lib/replies/queries';
import { balanceOf } from '@/lib/threads/balance';
import { introducerOf } from '@/lib/threads/contact/queries';
import { turnsTaken } from '@/lib/threads/queries';
import { Around } from './around';
import { BalanceOf } from './balance-of';
import { shownAddress } from './contact-lede';

interface ContactAsideProps {
  contact: KeptContact;
  actor: Actor;
  reading: Reading;
}

const linesHeard = 5;

/** What stands beside a conversation: whether it is one, what we heard, who is around, how we met. */
export async function ContactAside({ contact, actor, reading }: ContactAsideProps) {
  const [t, taken, heard] = await Promise.all([
    getTranslations('conversation'),
    turnsTaken(actor, contact.id),
    whatWeHeardFrom(actor, contact.id, linesHeard),
  ]);
  const name = contact.givenName ?? contact.name;
  return (
    <>
      {taken.length > 0 && <BalanceOf balance={balanceOf(taken)} name={name} language={reading.language} />}
      {heard.length > 0 && (
        <Section caption={t('heard.caption')}>
          <ul className="space-y-3" role="list">
            {heard.map(({ id, words, whatWeHeard }) => (
              <li key={id}>
                {words && <Quote lang={contact.language ?? undefined}>{words}</Quote>}
                {whatWeHeard && <p className="text-soft">{whatWeHeard}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Around contact={contact} actor={actor} now={reading.now} />
      <HowWeMet contact={contact} actor={actor} />
      <Addresses contact={contact} />
      <Closers actor={actor} contactId={contact.id} name={name} />
    </>
  );
}

async function HowWeMet({ contact, actor }: { contact: KeptContact; actor: Actor }) {
  const [t, known] = await Promise.all([getTranslations('conversation.met'), introducerOf(actor, contact)]);
  const { metHow, metWhere, source } = contact;
  const introducer = known?.name ?? contact.introducer;
  const by = () => (known ? <TextLink href={`/contacts/${known.id}`}>{known.name}</TextLink> : introducer);
  const isThrough = metHow === 'introduced' && introducer !== null;
  return (
    <Section caption={t('caption')}>
      <p>
        {isThrough ? t.rich('introduced_by', { by }) : t(metHow)}
        {metWhere && `, ${metWhere}`}
        {introducer && !isThrough && <>, {t.rich('through', { by })}</>}
      </p>
      {source && <p className="text-soft">{source}</p>}
    </Section>
  );
}

async function Addresses({ contact: { addresses } }: { contact: KeptContact }) {
  const [t, channel] = await Promise.all([
    getTranslations('conversation.addresses'),
    getTranslations('channels.title'),
  ]);
  return (
    <Section caption={t('caption')}>
      {addresses.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="space-y-1" role="list">
        {addresses.map((address) => (
          <li key={address.id} className="break-words">
            {shownAddress(address)}
            <span className="text-faint block text-[13px]">
              {channel(address.channel)}
              {address.state !== 'held' && `, ${t(address.state)}`}
              {address.holder && (
                <>
                  {': '}
                  <Link href={`/contacts/${address.holder.id}`} prefetch={false} className="link">
                    {address.holder.name}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
