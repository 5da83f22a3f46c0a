import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { putAway } from '@/lib/pitches/actions';
import { listPitches, type ListedPitch } from '@/lib/pitches/queries';
import { PitchForm } from './pitch-form';
import { pitchWords } from './pitch-words';

/** What we propose to people, and what we want to learn from them. */
export async function PitchesPage() {
  const actor = await actorOrSignIn();
  const [t, pitches] = await Promise.all([getTranslations('pitches'), listPitches(actor)]);
  const writes = mayWrite(actor);
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title', { count: pitches.length })}</PageTitle>
      {pitches.length === 0 && <EmptyState kind="never" title={t('empty')} />}
      <ul role="list" className="max-w-measure pt-4">
        {pitches.map((pitch) => (
          <Pitch key={pitch.id} pitch={pitch} writes={writes} />
        ))}
      </ul>
      {writes && (
        <Section caption={t('new')} apart>
          <PitchForm words={pitchWords(t, t('add'))} />
        </Section>
      )}
    </>
  );
}

function Pitch({ pitch, writes }: { pitch: ListedPitch; writes: boolean }) {
  const t = useTranslations('pitches');
  const { id, name, proposal, toLearn, learnt, archived, heardBy, declinedBy } = pitch;
  return (
    <li className="border-line border-b py-5">
      <h2 className="text-[17px] font-medium">
        <TextLink href={`/pitches/${id}`}>{name}</TextLink>{' '}
        {archived && <span className="text-faint text-[13px]">{t('archived')}</span>}
      </h2>
      {proposal && <p className="pt-1 whitespace-pre-line">{proposal}</p>}
      {toLearn && (
        <p className="text-soft pt-1 whitespace-pre-line">
          {t('learn')} {toLearn}
        </p>
      )}
      <p className="text-faint pt-1 text-[13px]">{t('so_far', { heard: heardBy, declined: declinedBy })}</p>
      {writes && (
        <div className="pt-2">
          <Fold summary={t('edit')}>
            <PitchForm
              id={id}
              kept={{ name, proposal: proposal ?? '', to_learn: toLearn ?? '', learnt: learnt ?? '' }}
              words={pitchWords(t, t('save'))}
            />
            <div className="pt-4">
              <ActForm
                action={putAway}
                hidden={{ id, archived: archived ? 'no' : 'yes' }}
                submit={t(archived ? 'take_out' : 'put_away')}
                pending={t('pending')}
                variant="quiet"
              />
            </div>
          </Fold>
        </div>
      )}
    </li>
  );
}
