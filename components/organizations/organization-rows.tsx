import { useTranslations } from 'next-intl';
import { LastWords } from '@/components/threads/last-words';
import { ButtonLink } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Lede, TextLink } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { organizationsPath, type OrganizationFilter } from '@/lib/contacts/organizations/list/asked';
import type { ListedOrganization, OrganizationPage } from '@/lib/contacts/organizations/list/queries';
import { countedTo } from '@/lib/contacts/organizations/list/sql';
import { dayOf, type Reading } from '@/lib/language/moments';

interface OrganizationRowsProps {
  filter: OrganizationFilter;
  page: OrganizationPage;
  reading: Reading;
  /** As moments are read at the installation: a rest ends at a midnight there. */
  there: Reading;
  mayWrite: boolean;
}

/** The organizations of the list, or why there are none. */
export function OrganizationRows({ filter, page, reading, there, mayWrite }: OrganizationRowsProps) {
  const t = useTranslations('organizations');
  const { organizations, more } = page;
  const { search, order } = filter;
  if (organizations.length === 0) return <None filter={filter} mayWrite={mayWrite} />;
  return (
    <>
      {search !== '' && (
        <div className="pt-4">
          <Lede>
            {t(more ? 'found_more' : 'found', { count: organizations.length, search })}{' '}
            <TextLink href={organizationsPath({ order })}>{t('clear')}</TextLink>
          </Lede>
        </div>
      )}
      <Rows label={t('list')}>
        {organizations.map((one) => (
          <OrganizationRow key={one.id} one={one} reading={reading} there={there} />
        ))}
      </Rows>
    </>
  );
}

function OrganizationRow({
  one,
  reading,
  there,
}: {
  one: ListedOrganization;
  reading: Reading;
  there: Reading;
}) {
  const t = useTranslations('organizations');
  const channel = useTranslations('channels.name');
  const { id, name, people, talking, said } = one;
  const alone = people === 1 && talking === 1;
  const count = people >= countedTo ? t('people_more', { count: people }) : t('people', { count: people });
  return (
    <Row
      name={name}
      href={`/organizations/${id}`}
      where={
        alone
          ? t('one_talking')
          : [count, talking > 0 && t('talking', { count: talking })].filter(Boolean).join(' · ')
      }
      said={
        said && (
          <>
            <LastWords by={said.by} text={said.text} />
            <span className="row-where">{`${said.with} · ${channel(said.channel)}`}</span>
          </>
        )
      }
      state={<Chips one={one} there={there} />}
      when={said && <Time at={said.at} dayOnly={said.dayOnly} zone={reading.zone} now={reading.now} />}
    />
  );
}

// What stands for everybody there, and who waits for us there: either may be without the other.
function Chips({
  one: { stopped, held, restsUntil, unheard },
  there,
}: {
  one: ListedOrganization;
  there: Reading;
}) {
  const t = useTranslations('organizations.chip');
  return (
    <span className="flex flex-wrap gap-1">
      {stopped && <Chip kind="closed">{t('stopped')}</Chip>}
      {!stopped && restsUntil && <Chip kind="rest">{t('resting', { day: dayOf(restsUntil, there) })}</Chip>}
      {!stopped && held && <Chip kind="listen">{t('held')}</Chip>}
      {unheard > 0 && (stopped || !held) && <Chip kind="listen">{t('unheard', { count: unheard })}</Chip>}
    </span>
  );
}

function None({ filter: { search, order }, mayWrite }: { filter: OrganizationFilter; mayWrite: boolean }) {
  const t = useTranslations('organizations');
  if (search !== '')
    return (
      <EmptyState
        kind="filtered"
        title={t('filtered.title')}
        acts={
          <>
            <ButtonLink href={`/contacts?${new URLSearchParams({ q: search })}`}>{t('in_people')}</ButtonLink>
            <ButtonLink href={organizationsPath({ order })}>{t('clear')}</ButtonLink>
          </>
        }
      >
        {t('filtered.why')}
      </EmptyState>
    );
  if (order === 'recent') return <EmptyState kind="done" title={t('nobody_spoke')} />;
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
            <ButtonLink href="/contacts/new">{t('add_first')}</ButtonLink>
          </>
        )
      }
    >
      {t('never.why')}
    </EmptyState>
  );
}
