import { useTranslations } from 'next-intl';
import { Section, TextLink } from '@/components/ui/page';
import { Quote } from '@/components/ui/said';
import { saidIn } from '@/lib/insight/heard/asked';
import type { HeardLine } from '@/lib/insight/heard/queries';
import { dayOf, type Reading } from '@/lib/language/moments';

interface HeardFromProps {
  lines: readonly HeardLine[];
  reading: Reading;
}

/** What we heard from somebody: their words, our line, and the way to where they said it. */
export function HeardFrom({ lines, reading }: HeardFromProps) {
  const t = useTranslations('conversation.heard');
  if (lines.length === 0) return null;
  return (
    <Section caption={t('caption')}>
      <ul className="space-y-3" role="list">
        {lines.map((line) => (
          <li key={line.messageId}>
            {line.words && <Quote lang={line.language ?? undefined}>{line.words}</Quote>}
            {line.whatWeHeard && <p className="text-soft">{line.whatWeHeard}</p>}
            <p className="text-faint text-[13px]">
              <TextLink href={saidIn(line)}>{dayOf(line.at, reading)}</TextLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
