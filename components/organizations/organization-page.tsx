import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { CloserItem } from '@/components/gate/closer-item';
import { HeardLines } from '@/components/insight/heard-lines';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle, Section, TextLink, Two } from '@/components/ui/page';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { organizationById, type KeptOrganization } from '@/lib/contacts/organizations/queries';
import { closersOfOrganization } from '@/lib/gate/closers/queries';
import type { Closer } from '@/lib/gate/closers/closer';
import { everythingHeard, heardPath } from '@/lib/insight/heard/asked';
import { heardLines } from '@/lib/insight/heard/queries';
import { pitchesPutAt } from '@/lib/insight/pitches/queries';
import type { Reading } from '@/lib/language/moments';
import { readingNow } from '@/lib/policy/queries';
import { OrganizationStanding } from './organization-standing';
import { PeopleThere } from './people-there';
import { PitchesAt } from './pitches-at';
import { RenameForm } from './rename-form';

const linesHeard = 6;

/** One organization: what stands for all of it, who is there, what was put to them, what we heard, what is kept of it. */
export async function OrganizationPage({ id }: { id: string }) {
  const actor = await actorOrSignIn();
  const organization = await organizationById(actor, id);
  if (!organization) notFound();
  const [t, there, standing] = await Promise.all([
    getTranslations('organizations'),
    getLocale().then(readingNow),
    closersOfOrganization(actor, id),
  ]);
  const reading = { ...there, zone: actor.timeZone };
  const add = `/contacts/new?${new URLSearchParams({ organization: organization.name })}`;
  return (
    <>
      <PageTitle
        lede={<TextLink href="/organizations">{t('back')}</TextLink>}
        acts={mayWrite(actor) && <ButtonLink href={add}>{t('add')}</ButtonLink>}
      >
        {organization.name}
      </PageTitle>
      <OrganizationStanding
        organization={organization}
        standing={standing}
        reading={there}
        writes={mayWrite(actor)}
      />
      <Two
        label={t('about', { organization: organization.name })}
        aside={<Beside {...{ organization, actor, reading, there }} closers={standing.closers} />}
      >
        <PeopleThere organization={organization} actor={actor} reading={reading} />
        <HeardThere id={id} actor={actor} reading={reading} />
      </Two>
    </>
  );
}

async function HeardThere({ id, actor, reading }: { id: string; actor: Actor; reading: Reading }) {
  const filter = { ...everythingHeard, organizationId: id };
  const [t, heard] = await Promise.all([
    getTranslations('organizations'),
    heardLines(actor, filter, linesHeard),
  ]);
  if (heard.lines.length === 0) return null;
  return (
    <Section caption={t('heard')}>
      <HeardLines lines={heard.lines} reading={reading} place={false} />
      {heard.older && (
        <p className="pt-4">
          <TextLink href={heardPath(filter)}>{t('all_heard')}</TextLink>
        </p>
      )}
    </Section>
  );
}

interface BesideProps {
  organization: KeptOrganization;
  closers: readonly Closer[];
  actor: Actor;
  reading: Reading;
  there: Reading;
}

async function Beside({ organization: { id, name, domains }, closers, actor, reading, there }: BesideProps) {
  const [t, pitches] = await Promise.all([getTranslations('organizations'), pitchesPutAt(actor, id)]);
  return (
    <>
      {closers.length > 0 && (
        <Section caption={t('closers')} id="closers">
          <ul role="list" className="space-y-5">
            {closers.map((closer) => (
              <CloserItem key={closer.id} {...{ actor, closer, name }} reading={there} />
            ))}
          </ul>
        </Section>
      )}
      <PitchesAt pitches={pitches} reading={reading} />
      <Section caption={t('domains')}>
        <p className={domains.length > 0 ? 'break-words' : 'text-soft'}>
          {domains.length > 0 ? domains.join(', ') : t('domains_none')}
        </p>
        {domains.length > 0 && <p className="row-where pt-1">{t('domains_why')}</p>}
      </Section>
      {mayWrite(actor) && (
        <RenameForm
          {...{ id, name }}
          words={{ rename: t('rename'), name: t('name'), submit: t('rename_do'), pending: t('pending') }}
        />
      )}
    </>
  );
}
