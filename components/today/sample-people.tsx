import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { Fold } from '@/components/ui/fold';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import { inviteSample, showSampleOut } from '@/lib/sample/actions';
import { sampleIsHere } from '@/lib/sample/queries';

/** For whoever wants to look around first: invented people, each in another state. */
export function InviteSample() {
  const t = useTranslations('today.first');
  return (
    <div className="max-w-[52ch]">
      <p className="lede pb-3">{t('sample_why')}</p>
      <ActForm action={inviteSample} submit={t('sample')} pending={t('sample_busy')} />
    </div>
  );
}

/** While they are here, the owner can show them out again. */
export async function SampleHere({ actor }: { actor: Actor }) {
  if (!mayOwn(actor) || !(await sampleIsHere(actor))) return null;
  const t = await getTranslations('today.sample');
  return (
    <div className="pt-12">
      <Fold summary={t('here')}>
        <p className="lede pb-3">{t('sure')}</p>
        <ActForm action={showSampleOut} submit={t('remove')} pending={t('removing')} variant="danger" />
      </Fold>
    </div>
  );
}
