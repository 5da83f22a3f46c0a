import { getLocale, getTranslations } from 'next-intl/server';
import { StandingBlock } from '@/components/ui/standing-block';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { standingOf } from '@/lib/gate/queries';
import { kindOf } from '@/lib/gate/standing';
import { readerWords } from '@/lib/gate/reader-words';
import { standingWords } from '@/lib/gate/standing-words';
import { readingNow } from '@/lib/policy/queries';
import { Away } from './away';
import { Lifting } from './lifting';
import { Sentence } from './sentence';
import { StandingActs } from './standing-acts';

interface StandingSentenceProps {
  contactId: string;
  actor: Actor;
  /** The address that is asked about; otherwise the one it would naturally go to. */
  door?: Parameters<typeof standingOf>[2];
}

/** Where things stand with a contact, as one sentence with the lawful next acts under it. */
export async function StandingSentence({ contactId, actor, door = null }: StandingSentenceProps) {
  const [t, reading, standing] = await Promise.all([
    getTranslations('gate'),
    getLocale().then(readingNow),
    standingOf(actor, contactId, door),
  ]);
  const words = mayWrite(actor) ? standingWords(standing, reading) : readerWords(standing, reading);
  return (
    <>
      <StandingBlock
        kind={kindOf(standing)}
        label={t('standing')}
        acts={<StandingActs {...{ actor, standing, reading, door }} />}
      >
        <p>
          <Sentence parts={words} />
        </p>
        <Away {...{ actor, contactId, reading }} />
      </StandingBlock>
      <Lifting {...{ actor, standing }} />
    </>
  );
}
