import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { saidIn } from '@/lib/insight/heard/asked';
import { inContext, type InContext } from '@/lib/insight/said/context';
import type { SaidLine } from '@/lib/insight/said/queries';
import type { Reading } from '@/lib/language/moments';

interface SaidLinesProps {
  lines: readonly SaidLine[];
  search: string;
  reading: Reading;
}

/** Messages with the words that were looked for, in their context and marked; each leads to where it was said. */
export function SaidLines({ lines, search, reading }: SaidLinesProps) {
  const t = useTranslations('said');
  return (
    <ul role="list" aria-label={t('title')} className="heard-lines mt-4">
      {lines.map((line) => (
        <Line key={line.messageId} line={line} search={search} reading={reading} />
      ))}
    </ul>
  );
}

function Line({ line, search, reading }: { line: SaidLine; search: string; reading: Reading }) {
  const t = useTranslations('said');
  const channel = useTranslations('channels.name');
  const { name, language, organization, direction, author, subject, body, words, whatWeHeard } = line;
  const theirs = direction === 'inbound';
  const message = inContext(subject ? `${subject} · ${body}` : body, search);
  const noted = inContext([words, whatWeHeard].filter(Boolean).join(' · '), search);
  const who = () => (
    <Link href={saidIn(line)} prefetch={false} className="link" data-row>
      {name}
    </Link>
  );
  const said = theirs || !author ? who() : t.rich('we', { who, author });
  const more = [organization, channel(line.channel), line.kind === 'auto_reply' && t('auto')];
  return (
    <li>
      <Said by={theirs ? 'them' : 'us'} whole lang={theirs ? (language ?? undefined) : undefined}>
        <Marked {...message} />
      </Said>
      {noted.hits > 0 && (
        <p className="mt-1">
          {t('noted')} <Marked {...noted} />
        </p>
      )}
      <p className="heard-by">
        {said}
        {more.filter(Boolean).map((one) => ` · ${one}`)}
        {' · '}
        <Time at={line.at} as="day" dayOnly={line.dayOnly} zone={reading.zone} now={reading.now} focusable />
      </p>
    </li>
  );
}

function Marked({ pieces }: Pick<InContext, 'pieces'>) {
  return pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text));
}
