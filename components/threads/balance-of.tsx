import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/page';
import { Balance } from '@/components/ui/timeline';
import { counted } from '@/lib/language/counted';
import type { Language } from '@/lib/language/language';
import type { ConversationBalance } from '@/lib/threads/balance';

interface BalanceOfProps {
  balance: ConversationBalance;
  name: string;
  language: Language;
}

/** Whether it is a conversation or a monologue, in words and as a bar. */
export function BalanceOf({ balance, name, language }: BalanceOfProps) {
  const t = useTranslations('conversation.balance');
  const lasts = useTranslations('time');
  const { turns, theirs, ours, lastBy, percentTheirs, theyAnswerIn, weAnswerIn } = balance;
  const span = (milliseconds: number) => {
    const hours = milliseconds / 3_600_000;
    if (hours < 1) return lasts('minutes', { count: Math.max(1, Math.round(hours * 60)) });
    return hours < 48
      ? lasts('hours', { count: Math.round(hours) })
      : lasts('days', { count: Math.round(hours / 24) });
  };
  const answers = {
    name,
    theirs: theyAnswerIn === null ? '' : span(theyAnswerIn),
    ours: weAnswerIn === null ? '' : span(weAnswerIn),
  };
  return (
    <Section caption={t('caption')}>
      {theirs === 0 ? (
        <p>{t('monologue', { ...counted(ours, language), name })}</p>
      ) : ours === 0 ? (
        <p>{t('listening', { ...counted(theirs, language), name })}</p>
      ) : (
        <p>
          {t(lastBy === 'them' ? 'them_last' : 'us_last', {
            turns: t('turns', counted(turns, language)),
            name,
          })}
        </p>
      )}
      {percentTheirs !== null && <Balance theirs={percentTheirs} />}
      {theirs > 0 && ours > 0 && (
        <p className="text-soft">
          {percentTheirs !== null && `${t('words', { percent: percentTheirs, name })} `}
          {answers.theirs && answers.ours && t('both_answer', answers)}
          {answers.theirs && !answers.ours && t('they_answer', answers)}
          {!answers.theirs && answers.ours && t('we_answer', answers)}
        </p>
      )}
    </Section>
  );
}
