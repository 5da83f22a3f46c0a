import { useTranslations } from 'next-intl';
import { StandingBlock } from '@/components/ui/standing-block';
import { agoOf, dayOf, type Reading } from '@/lib/language/moments';
import type { HearAgain } from '@/lib/replies/again';
import type { PastHearing } from '@/lib/replies/queries';

interface WasHeardProps {
  hearing: PastHearing;
  again: HearAgain | null;
  by: { readonly userId: string };
  reading: Reading;
}

/** How this reply was heard, by whom, and who may hear it again. */
export function WasHeard({ hearing, again, by, reading }: WasHeardProps) {
  const t = useTranslations('listen');
  const heard = useTranslations('outcomes.heard');
  const passed = reading.now.getTime() - hearing.recordedAt.getTime();
  const recently = passed < 60_000 ? t('just_now') : null;
  const when =
    recently ??
    (passed < 60 * 60_000
      ? t('ago', { ago: agoOf(hearing.recordedAt, reading) })
      : t('on', { day: dayOf(hearing.recordedAt, reading) }));
  const told = { by: hearing.heardBy, when, outcome: heard(hearing.outcome) };
  return (
    <StandingBlock kind="listen" label={t('title')}>
      <p>{t(hearing.heardById === by.userId ? 'was_heard.by_you' : 'was_heard.by_somebody', told)}</p>
      {again && <p>{t(`again.${again}`)}</p>}
    </StandingBlock>
  );
}
