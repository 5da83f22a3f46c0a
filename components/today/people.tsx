import { useTranslations } from 'next-intl';
import { LastWords } from '@/components/threads/last-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Row, Rows } from '@/components/ui/rows';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import type { Reading } from '@/lib/language/moments';
import type { TodayRow } from '@/lib/replies/today/queries';
import type { TodayTab } from '@/lib/replies/today/tabs';
import { StandingChip } from './standing-chip';

interface PeopleProps {
  tab: TodayTab;
  people: readonly TodayRow[];
  reading: Reading;
}

/** The people of one tab: a name, the last words, a state, a time. */
export function People({ tab, people, reading }: PeopleProps) {
  const t = useTranslations('today.empty');
  const standing = useTranslations('standing');
  if (people.length === 0)
    return (
      <EmptyState kind="done" title={t(tab)}>
        {t(`${tab}_why`)}
      </EmptyState>
    );
  return (
    <Rows label={standing(tab)}>
      {people.map((person) => (
        <Person key={person.contactId} tab={tab} person={person} reading={reading} />
      ))}
    </Rows>
  );
}

function Person({ tab, person, reading }: { tab: TodayTab; person: TodayRow; reading: Reading }) {
  const t = useTranslations('today');
  const channel = useTranslations('channels.name');
  const { contactId, name, organization, message, thankable, owes, closedBy, restsUntil } = person;
  const where = [organization, message && channel(message.channel)];
  return (
    <Row
      name={name}
      href={tab === 'listen' && message ? `/listen/${message.id}` : `/contacts/${contactId}`}
      where={where.filter(Boolean).join(' · ')}
      said={<WhatWasSaid tab={tab} person={person} />}
      state={
        <>
          <StandingChip
            state={tab}
            owes={owes}
            closedBy={closedBy}
            restsUntil={restsUntil}
            now={reading.now}
          />
          {thankable && <span className="text-faint block pt-1 text-[13px]">{t('thanks_free')}</span>}
        </>
      }
      when={
        message && <Time at={message.at} dayOnly={message.dayOnly} zone={reading.zone} now={reading.now} />
      }
    />
  );
}

function WhatWasSaid({ tab, person }: { tab: TodayTab; person: TodayRow }) {
  const t = useTranslations('today.through');
  const { speaker, message, language, organization } = person;
  if (speaker && (tab === 'stopped' || tab === 'resting'))
    return <Said by="us">{t(tab, { speaker, organization: organization ?? '' })}</Said>;
  if (!message) return null;
  return (
    <LastWords by={message.direction === 'inbound' ? 'them' : 'us'} text={message.body} language={language} />
  );
}
