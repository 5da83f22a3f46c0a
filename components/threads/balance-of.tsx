import { useFormatter, useTranslations } from 'next-intl';
import { Section } from '@/components/ui/page';
import { Balance } from '@/components/ui/timeline';
import { counted } from '@/lib/language/counted';
import type { Language } from '@/lib/language/language';
import type { ConversationBalance, Side } from '@/lib/threads/balance';

interface BalanceOfProps {
  balance: ConversationBalance;
  name: string;
  language: Language;
}

/** Whether it is a conversation or a monologue: a sentence, a bar, and who gave how much of it. */
export function BalanceOf({ balance, name, language }: BalanceOfProps) {
  const t = useTranslations('conversation.balance');
  const { turns, theirs, ours, lastBy, percentTheirs } = balance;
  if (theirs.turns === 0 || ours.turns === 0)
    return (
      <Section caption={t('caption')}>
        <p>
          {theirs.turns === 0
            ? t('monologue', { ...counted(ours.turns, language), name })
            : t('listening', { ...counted(theirs.turns, language), name })}
        </p>
        {percentTheirs !== null && <Balance theirs={percentTheirs} />}
      </Section>
    );
  return (
    <Section caption={t('caption')}>
      <p>
        {t(lastBy === 'them' ? 'them_last' : 'us_last', {
          turns: t('turns', counted(turns, language)),
          name,
        })}
      </p>
      {percentTheirs !== null && <Balance theirs={percentTheirs} />}
      <Sides theirs={theirs} ours={ours} name={name} />
    </Section>
  );
}

function Sides({ theirs, ours, name }: { theirs: Side; ours: Side; name: string }) {
  const t = useTranslations('conversation.balance');
  const lasts = useTranslations('time');
  const format = useFormatter();
  const span = (milliseconds: number | null) => {
    if (milliseconds === null) return '–';
    const hours = milliseconds / 3_600_000;
    if (hours < 1) return lasts('minutes', { count: Math.max(1, Math.round(hours * 60)) });
    return hours < 48
      ? lasts('hours', { count: Math.round(hours) })
      : lasts('days', { count: Math.round(hours / 24) });
  };
  const sides = [theirs, ours];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [t('words'), sides.map(({ words }) => format.number(words))],
    [t('asked'), sides.map(({ asked }) => format.number(asked))],
    ...(theirs.asked + ours.asked > 0
      ? [[t('answered'), sides.map(({ answered }) => format.number(answered))] as const]
      : []),
    ...(theirs.answersIn !== null || ours.answersIn !== null
      ? [[t('answers_in'), sides.map(({ answersIn }) => span(answersIn))] as const]
      : []),
  ];
  return (
    <table className="sides">
      <caption className="sr-only">{t('sides')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{name}</th>
          <th scope="col">{t('we')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, cells]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
