import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Fold } from '@/components/ui/fold';
import type { CameByMail } from '@/lib/threads/mails/queries';
import type { TimelineTurn } from '@/lib/threads/timeline';

/** Whether a mail server says this, and nobody. */
export function isFromAServer({ kind }: Pick<TimelineTurn, 'kind'>): boolean {
  return kind === 'bounce' || kind === 'soft_bounce' || kind === 'complaint';
}

/** Under `conversation.speakers`: whose words a turn of theirs is. */
export function speakerOf({ kind }: Pick<TimelineTurn, 'kind'>) {
  if (kind === 'complaint') return 'mail_service';
  if (kind === 'bounce' || kind === 'soft_bounce') return 'mail_server';
  return kind === 'auto_reply' ? 'by_itself' : 'person';
}

interface CameBackProps {
  turn: TimelineTurn;
  mail: CameByMail | undefined;
  /** Who, on which channel, when. */
  meta: ReactNode;
}

/** What a mail server says of a message of ours: small, in our words, with its own behind them. */
export function CameBack({ turn, mail, meta }: CameBackProps) {
  const t = useTranslations('conversation');
  const said = useSaid(turn, mail);
  const isLost = turn.kind === 'soft_bounce' && mail?.returned?.stillTrying === false;
  return (
    <li className="turn text-soft text-[13px]" data-by="them" id={turn.id}>
      {turn.body.trim() === '' ? <p>{said}</p> : <Fold summary={said}>{turn.body}</Fold>}
      {isLost && <p className="max-w-[60ch] px-1">{t('still_written')}</p>}
      <div className="turn-meta">{meta}</div>
    </li>
  );
}

function useSaid({ kind }: TimelineTurn, mail: CameByMail | undefined): string {
  const t = useTranslations('conversation');
  const why = useTranslations('conversation.why_back')(mail?.returned?.why ?? 'unsaid');
  if (kind === 'complaint') return t('kinds.complaint');
  if (!mail?.returned) return t(`kinds.${kind === 'bounce' ? kind : 'soft_bounce'}`);
  if (kind === 'bounce') return t('came_back', { why });
  return t(mail.returned.stillTrying ? 'not_yet' : 'not_delivered', { why });
}
