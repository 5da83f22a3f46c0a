import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { PitchForm } from '@/components/pitches/pitch-form';
import { pitchWords } from '@/components/pitches/pitch-words';
import { Fold } from '@/components/ui/fold';
import { PageTitle, Section, TextLink, Two } from '@/components/ui/page';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { everythingHeard, heardPath } from '@/lib/insight/heard/asked';
import { pitchAskedFrom } from '@/lib/insight/pitches/asked';
import { answersTo, hearersOf, noesTo } from '@/lib/insight/pitches/queries';
import { counted } from '@/lib/language/counted';
import { pitchById, type KeptPitch } from '@/lib/pitches/queries';
import { Hearers } from './hearers';
import { WhyNo } from './why-no';

const hearersOnAPage = 30;
const noesShown = 12;

/** One pitch: who heard it and what they answered, why some said no, what we wanted to learn and what we learnt. */
export async function PitchPage({ id, asked }: { id: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const pitch = await pitchById(actor, id);
  if (!pitch) notFound();
  const shown = pitchAskedFrom(asked);
  const [t, answers, page, noes, language] = await Promise.all([
    getTranslations('pitches'),
    answersTo(actor, id),
    hearersOf(actor, id, { ...shown, answers: shown.answer ? [shown.answer] : [], most: hearersOnAPage }),
    noesTo(actor, id, noesShown),
    getLocale(),
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const heardBy = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageTitle lede={pitch.proposal} acts={<TextLink href="/pitches">{t('back')}</TextLink>}>
        {pitch.name}
      </PageTitle>
      <div className="pt-8">
        <Two label={t('learnt')} aside={<Learning pitch={pitch} writes={mayWrite(actor)} />}>
          <Section caption={t('who')}>
            <p>{t('heard_by', counted(heardBy, language))}</p>
            {heardBy > 0 && (
              <Hearers pitchId={id} answer={shown.answer} answers={answers} page={page} reading={reading} />
            )}
          </Section>
          <WhyNo noes={noes} />
        </Two>
      </div>
    </>
  );
}

async function Learning({ pitch, writes }: { pitch: KeptPitch; writes: boolean }) {
  const t = await getTranslations('pitches');
  const { id, name, proposal, toLearn, learnt } = pitch;
  return (
    <>
      {toLearn && (
        <Section caption={t('to_learn')}>
          <p className="whitespace-pre-line">{toLearn}</p>
        </Section>
      )}
      <Section caption={t('learnt')}>
        <p className={learnt ? 'whitespace-pre-line' : 'text-soft'}>{learnt ?? t('learnt_none')}</p>
        {writes && (
          <Fold summary={t(learnt ? 'edit' : 'write_learnt')}>
            <PitchForm
              id={id}
              kept={{ name, proposal: proposal ?? '', to_learn: toLearn ?? '', learnt: learnt ?? '' }}
              words={pitchWords(t, t('save'))}
            />
          </Fold>
        )}
      </Section>
      <p>
        <TextLink href={heardPath({ ...everythingHeard, pitchId: id })}>{t('all_heard')}</TextLink>
      </p>
    </>
  );
}
