import { getTranslations } from 'next-intl/server';
import { Sentence } from '@/components/gate/sentence';
import { ButtonLink } from '@/components/ui/button';
import { StandingBlock } from '@/components/ui/standing-block';
import { insteadOf, type NextAct } from '@/lib/gate/next-act';
import { kindOf, standingWords } from '@/lib/gate/standing';
import { tell } from '@/lib/gate/told';
import type { Reading } from '@/lib/language/moments';
import type { Writing } from '@/lib/outbox/writing/queries';

interface WriteStandingProps {
  writing: Writing;
  reading: Reading;
}

/** Whether exactly this message may leave, and what may be done instead. */
export async function WriteStanding({ writing: { standing, choices }, reading }: WriteStandingProps) {
  const t = await getTranslations('gate');
  const { explained, thankFor } = standing;
  const lift = tell(explained, reading)?.lift;
  const write = `/contacts/${explained.contactId}/write`;
  const linked = insteadOf(explained).filter(hasAPlace);
  const acts = !explained.verdict.allowed && (
    <>
      {linked.map((next) => (
        <ButtonLink
          key={next.act}
          href={hrefOf(next, write)}
          variant="first"
          icon={next.act === 'listen' ? 'ear' : undefined}
        >
          {t(`act.${next.act}`, { name: explained.name })}
        </ButtonLink>
      ))}
      {thankFor && !choices.thanks && (
        <ButtonLink href={`${write}?answers=${thankFor}&thanks=1`}>
          {t('act.thank', { name: explained.name })}
        </ButtonLink>
      )}
      {lift && (
        <span>
          <Sentence parts={lift} />
        </span>
      )}
    </>
  );
  return (
    <StandingBlock kind={kindOf(standing)} label={t('standing')} {...(acts ? { acts } : {})}>
      <p aria-live="polite">
        <Sentence parts={standingWords(standing, reading)} />
      </p>
    </StandingBlock>
  );
}

type Placed = Extract<NextAct, { messageId: string }>;

const hasAPlace = (next: NextAct): next is Placed => 'messageId' in next;

function hrefOf({ act, messageId }: Placed, write: string): string {
  if (act === 'listen') return `/listen/${messageId}`;
  return `${write}?answers=${messageId}${act === 'thank' ? '&thanks=1' : ''}`;
}
