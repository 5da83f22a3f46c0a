import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LastWords } from '@/components/threads/last-words';
import { StandingChip } from '@/components/today/standing-chip';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Lede, TextLink } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { isNarrowed, type ListColumn, type ListFilter } from '@/lib/contacts/list/list-filter';
import { listPath } from '@/lib/contacts/list/list-path';
import type { ContactPage, ListedContact } from '@/lib/contacts/list/queries';
import { saidPath } from '@/lib/insight/said/asked';
import type { Reading } from '@/lib/language/moments';

interface ContactRowsProps {
  filter: ListFilter;
  page: ContactPage;
  reading: Reading;
  mayWrite: boolean;
  /** Each may be chosen among several. */
  choosing: boolean;
}

/** The people of the list, or why there are none. */
export function ContactRows({ filter, page, reading, mayWrite, choosing }: ContactRowsProps) {
  const t = useTranslations('contact_list');
  const { contacts, more } = page;
  if (contacts.length === 0) return <Nobody filter={filter} mayWrite={mayWrite} />;
  const { search } = filter;
  return (
    <>
      {search !== '' && (
        <div className="pt-4">
          <Lede>
            {t(more ? 'found_more' : 'found', { count: contacts.length, search })}{' '}
            <TextLink href={listPath({ ...filter, search: '' })}>{t('clear')}</TextLink>{' '}
            <TextLink href={saidPath({ search })}>{t('in_what_was_said')}</TextLink>
          </Lede>
        </div>
      )}
      <Rows label={t('tabs')}>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            reading={reading}
            columns={filter.columns ?? []}
            choosing={choosing}
          />
        ))}
      </Rows>
    </>
  );
}

interface ContactRowProps {
  contact: ListedContact;
  reading: Reading;
  columns?: readonly ListColumn[];
  choosing?: boolean;
  acts?: ReactNode;
}

/** Somebody in a list, with the last words and where it stands. */
export function ContactRow({ contact, reading, columns = [], choosing = false, acts }: ContactRowProps) {
  const t = useTranslations('contact_list.many');
  const more = useColumns(contact, columns);
  const channel = useTranslations('channels.name');
  const {
    id,
    name,
    organization,
    organizationId,
    said,
    state,
    owes,
    holder,
    closedBy,
    restsUntil,
    promisedFor,
    ended,
    cameBack,
  } = contact;
  const rest = [said && channel(said.channel), ...more].filter(Boolean).join(' · ');
  return (
    <Row
      name={name}
      href={`/contacts/${id}`}
      where={
        organizationId === null || organization === null ? (
          rest
        ) : (
          <>
            <Link href={`/organizations/${organizationId}`} prefetch={false} className="act link">
              {organization}
            </Link>
            {rest && ` · ${rest}`}
          </>
        )
      }
      choice={
        choosing && (
          <input
            type="checkbox"
            className="act row-choice"
            name="chosen"
            value={id}
            aria-label={t('choose_one', { name })}
          />
        )
      }
      said={said && <LastWords by={said.by} text={said.text} />}
      state={
        <StandingChip
          {...{ state, owes, holder, closedBy, restsUntil, promisedFor, ended, cameBack }}
          now={reading.now}
        />
      }
      when={said && <Time at={said.at} dayOnly={said.dayOnly} zone={reading.zone} now={reading.now} />}
      acts={acts}
    />
  );
}

function useColumns(
  { addresses, owner, tags, met }: ListedContact,
  columns: readonly ListColumn[],
): string[] {
  const how = useTranslations('contact_form.met');
  const words: Readonly<Record<ListColumn, string>> = {
    address: addresses.join(', '),
    owner: owner ?? '',
    tags: tags.join(', '),
    met: how(met),
  };
  return columns.map((column) => words[column]);
}

function Nobody({ filter, mayWrite }: { filter: ListFilter; mayWrite: boolean }) {
  const t = useTranslations('contact_list');
  if (filter.search !== '')
    return (
      <EmptyState
        kind="filtered"
        title={t('filtered.title')}
        acts={
          <>
            <ButtonLink href={saidPath({ search: filter.search })}>{t('in_what_was_said')}</ButtonLink>
            <ButtonLink href={listPath({ ...filter, search: '', tab: 'everybody' })}>{t('clear')}</ButtonLink>
          </>
        }
      >
        {t('filtered.why')}
      </EmptyState>
    );
  if (filter.tab !== 'everybody' || isNarrowed(filter)) return <EmptyState kind="done" title={t('empty')} />;
  return (
    <EmptyState
      kind="never"
      title={t('never.title')}
      acts={
        mayWrite && (
          <>
            <ButtonLink href="/import" variant="first">
              {t('import')}
            </ButtonLink>
            <ButtonLink href="/contacts/new">{t('add')}</ButtonLink>
          </>
        )
      }
    >
      {t('never.why')}
    </EmptyState>
  );
}
