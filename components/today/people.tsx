import { useTranslations } from 'next-intl';
import { LastWords } from '@/components/threads/last-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Row, Rows } from '@/components/ui/rows';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import type { Reading } from '@/lib/language/moments';
import type { TodayRow } from '@/lib/replies/today/queries';
import type { TodayTab } from '@/lib/replies/today/tabs';
import { RowActs } from './row-acts';
import { StandingChip } from './standing-chip';

interface PeopleProps {
  /** `thanks`: whom one may thank, if one likes. */
  tab: TodayTab | 'thanks';
  people: readonly TodayRow[];
  reading: Reading;
  mayWrite: boolean;
}

/** The people of one tab: a name, the last words, a state, a time. */
export function People({ tab, people, reading, mayWrite }: PeopleProps) {
  const t = useTranslations('today');
  const standing = useTranslations('standing');
  if (people.length === 0 && tab !== 'thanks')
    return (
      <EmptyState kind="done" title={t(`empty.${tab}`)}>
        {t(`empty.${tab}_why`)}
      </EmptyState>
    );
  return (
    <Rows label={tab === 'thanks' ? t('thanks.caption') : standing(tab)}>
      {people.map((person) => (
        <Person key={person.contactId} {...{ tab, person, reading, mayWrite }} />
      ))}
    </Rows>
  );
}

interface PersonProps {
  tab: TodayTab | 'thanks';
  person: TodayRow;
  reading: Reading;
  mayWrite: boolean;
}

function Person({ tab, person, reading, mayWrite }: PersonProps) {
  const channel = useTranslations('channels.name');
  const { contactId, name, organization, message } = person;
  const where = [organization, message && channel(message.channel)];
  return (
    <Row
      data-contact-id={contactId}
      name={name}
      href={tab === 'listen' && message ? `/listen/${message.id}` : `/contacts/${contactId}`}
      where={where.filter(Boolean).join(' · ')}
      said={<WhatWasSaid tab={tab} person={person} />}
      state={<Where {...{ tab, person, reading, mayWrite }} />}
      when={
        message && <Time at={message.at} dayOnly={message.dayOnly} zone={reading.zone} now={reading.now} />
      }
      acts={mayWrite && <RowActs person={person} />}
    />
  );
}

function Where({ tab, person, reading, mayWrite }: PersonProps) {
  const t = useTranslations('today');
  const { owes, holder, closedBy, restsUntil, promisedFor, thankable, spared } = person;
  const quiet = closedBy ? 'stopped' : 'resting';
  return (
    <>
      <StandingChip
        state={tab === 'thanks' ? quiet : tab}
        {...{ owes, holder, closedBy, restsUntil, promisedFor }}
        now={reading.now}
      />
      {thankable && mayWrite && tab !== 'thanks' && <span className="row-note">{t('thanks_free')}</span>}
      {spared > 0 && <span className="row-note">{t('spared', { count: spared })}</span>}
    </>
  );
}

function WhatWasSaid({ tab, person }: Pick<PersonProps, 'tab' | 'person'>) {
  const t = useTranslations('today.through');
  const { speaker, message, language, organization } = person;
  if (speaker && (tab === 'stopped' || tab === 'resting'))
    return <Said by="us">{t(tab, { speaker, organization: organization ?? '' })}</Said>;
  if (!message) return null;
  return (
    <LastWords by={message.direction === 'inbound' ? 'them' : 'us'} text={message.body} language={language} />
  );
}
