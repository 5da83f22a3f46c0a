import { getLocale, getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page';
import { actorOrSignIn } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { countsSample, ourAnswers, theirFirstAnswers, weeksSpoken } from '@/lib/insight/rhythm/queries';
import { spreadOf } from '@/lib/insight/rhythm/waits';
import { dayOf } from '@/lib/language/moments';
import { RepliesByWeek, TalkAndListen } from './by-week';
import { Waits } from './waits';

/** The last twelve weeks in four charts. */
export async function NumbersPage() {
  const actor = await actorOrSignIn();
  const [t, language, weeks, theirs, ours, sample] = await Promise.all([
    getTranslations('numbers'),
    getLocale(),
    weeksSpoken(actor),
    theirFirstAnswers(actor),
    ourAnswers(actor),
    countsSample(actor),
  ]);
  const now = systemClock.now();
  // A week is a day of the installation and no moment: it is read where it was written.
  const reading = { language, zone: 'UTC', now };
  const day = dayOf(new Date(weeks[0]?.week ?? now), reading);
  return (
    <>
      <PageTitle lede={`${t('lede', { day })} ${sample ? t('sample') : ''}`}>{t('title')}</PageTitle>
      <div className="charts">
        <RepliesByWeek {...{ weeks, reading }} />
        <TalkAndListen {...{ weeks, reading }} />
        <Waits whose="theirs" spread={spreadOf(theirs, { withNone: true })} language={language} />
        <Waits whose="ours" spread={spreadOf(ours, { withNone: false })} language={language} />
      </div>
    </>
  );
}
