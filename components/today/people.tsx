import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LastWords } from '@/components/threads/last-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Row } from '@/components/ui/rows';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import type { Reading } from '@/lib/language/moments';
import type { TodayRow } from '@/lib/replies/today/queries';
import type { TodayTab } from '@/lib/replies/today/tabs';
import { DoneInPlace, OrDone } from './done-in-place';
import { RowActs } from './row-acts';
import { StandingChip } from './standing-chip';

interface PeopleProps {
  /** `thanks`: whom one may thank, if one likes. */
  tab: TodayTab | 'thanks';
  people: readonly TodayRow[];
  reading: Reading;
  mayWrite: boolean;
  /** Which page of the tab this is. */
  after?: string | undefined;
  /** Of a part of the page that is there only while somebody is in it. */
  caption?: string;
  /** Below the list. */
  more?: ReactNode;
}

/** The people of one tab: a name, the last words, a state, a time. Whoever is marked done here stays in their place. */
export function People({ tab, people, reading, mayWrite, after = '', caption, more }: PeopleProps) {
  const t = useTranslations('today');
  const standing = useTranslations('standing');
  return (
    <DoneInPlace
      key={`${tab} ${after} ${useLocale()}`}
      label={tab === 'thanks' ? t('thanks.caption') : standing(tab)}
      words={useDoneWords()}
      rows={people.map((person) => ({
        id: person.contactId,
        row: <Person key={person.contactId} {...{ tab, person, reading, mayWrite }} />,
      }))}
      empty={
        tab !== 'thanks' && (
          <EmptyState kind="done" title={t(`empty.${tab}`)}>
            {t(`empty.${tab}_why`)}
          </EmptyState>
        )
      }
      {...{ caption, more }}
    />
  );
}

function useDoneWords() {
  const t = useTranslations('conversation.acts');
  const today = useTranslations('today.done');
  const name = '{name}';
  return {
    ...{ owed: t('done_owed', { name }), why: t('done_why', { name }), yes: t('done_do') },
    ...{ no: today('no'), done: today('done'), lost: today('lost') },
  };
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
      state={<State {...{ tab, person, reading, mayWrite }} />}
      when={
        message && <Time at={message.at} dayOnly={message.dayOnly} zone={reading.zone} now={reading.now} />
      }
      acts={mayWrite && <RowActs person={person} />}
    />
  );
}

function State(props: PersonProps) {
  const { contactId: id, name, owes, mayEnd } = props.person;
  if (!mayEnd || !props.mayWrite) return <Where {...props} />;
  return (
    <OrDone {...{ id, name, owes }}>
      <Where {...props} />
    </OrDone>
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
