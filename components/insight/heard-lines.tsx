import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { everythingHeard, heardPath, saidIn } from '@/lib/insight/heard/asked';
import type { HeardLine } from '@/lib/insight/heard/queries';
import type { Reading } from '@/lib/language/moments';

interface HeardLinesProps {
  lines: readonly HeardLine[];
  reading: Reading;
  /** Whether it says where they belong: not where all of them belong to one organization. */
  place?: boolean;
}

/** What we heard, line by line: their words, ours about them, and who said it; each leads to where it was said. */
export function HeardLines({ lines, reading, place = true }: HeardLinesProps) {
  const t = useTranslations('heard');
  const outcome = useTranslations('outcomes.heard');
  return (
    <ul role="list" aria-label={t('lines')} className="heard-lines">
      {lines.map((line) => (
        <li key={line.messageId}>
          {line.words && (
            <Said by="them" whole lang={line.language ?? undefined}>
              <q>{line.words}</q>
            </Said>
          )}
          {line.whatWeHeard && <p>{line.whatWeHeard}</p>}
          <p className="heard-by">
            <Link href={saidIn(line)} prefetch={false} className="link" data-row>
              {line.name}
            </Link>
            {place && line.organizationId && (
              <>
                {' · '}
                <Link href={`/organizations/${line.organizationId}`} prefetch={false} className="link">
                  {line.organization}
                </Link>
              </>
            )}
            {' · '}
            <Time
              at={line.at}
              as="day"
              dayOnly={line.dayOnly}
              zone={reading.zone}
              now={reading.now}
              focusable
            />
            {' · '}
            {outcome(line.outcome)}
            {line.pitch && (
              <>
                {' · '}
                <Link
                  href={heardPath({ ...everythingHeard, pitchId: line.pitch.id })}
                  prefetch={false}
                  className="link"
                >
                  {line.pitch.name}
                </Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
