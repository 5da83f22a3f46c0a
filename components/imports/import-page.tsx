import { getLocale, getTranslations } from 'next-intl/server';
import { NotYours } from '@/components/auth/not-yours';
import { Chip } from '@/components/ui/chip';
import { PageTitle, Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { recentImports } from '@/lib/imports/queries';
import { countsOf } from '@/lib/imports/report/view';
import { faultSentence } from '@/lib/imports/report/words';
import { UploadForm } from './upload-form';

/** Brings contacts in from a file. It opens nothing: whoever said no stays closed. */
export async function ImportPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const [t, language] = await Promise.all([getTranslations('imports'), getLocale()]);
  const fault = firstOf(asked, 'fault');
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <UploadForm fault={fault && faultSentence(fault, language)} />
      <Before actor={actor} />
    </>
  );
}

async function Before({ actor }: { actor: Actor }) {
  const [t, language, imports] = await Promise.all([
    getTranslations('imports'),
    getLocale(),
    recentImports(actor),
  ]);
  if (imports.length === 0) return null;
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  return (
    <Section caption={t('before')} apart>
      <Rows label={t('before')}>
        {imports.map((one) => (
          <Row
            key={one.id}
            name={one.fileName}
            href={`/import/${one.id}`}
            where={one.by}
            said={t('counts', countsOf(one))}
            state={!one.finishedAt && <Chip kind="calm">{t('unfinished')}</Chip>}
            when={<Time at={one.startedAt} zone={reading.zone} now={reading.now} />}
          />
        ))}
      </Rows>
    </Section>
  );
}
