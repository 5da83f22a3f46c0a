import { useTranslations } from 'next-intl';
import { enough } from '@/lib/insight/rhythm/waits';
import { heardPerHundred, totalOf, type WeekSpoken } from '@/lib/insight/rhythm/weeks';
import { shortDayOf, type Reading } from '@/lib/language/moments';
import { Chart } from './chart';
import { Columns } from './columns';

interface ByWeekProps {
  weeks: readonly WeekSpoken[];
  /** In UTC: a week is a day. */
  reading: Reading;
}

/** How many replies each week brought. */
export function RepliesByWeek({ weeks, reading }: ByWeekProps) {
  const t = useTranslations('numbers');
  const { format } = new Intl.NumberFormat(reading.language);
  const { replies: count } = totalOf(weeks);
  const n = format(count);
  return (
    <Chart
      caption={t('replies.caption')}
      said={t('replies.said', { count, n })}
      few={count < enough ? t('n', { count, n }) : null}
      table={{
        head: [t('replies.week'), t('replies.count')],
        rows: weeks.map(({ week, replies }) => [shortDayOf(new Date(week), reading), format(replies)]),
      }}
    >
      <Columns
        columns={weeks.map(({ week, replies }) => ({
          word: shortDayOf(new Date(week), reading),
          value: replies,
        }))}
        write={format}
      />
    </Chart>
  );
}

/** Words of theirs above the line, words of ours under it. */
export function TalkAndListen({ weeks, reading }: ByWeekProps) {
  const t = useTranslations('numbers');
  const { format } = new Intl.NumberFormat(reading.language);
  const total = totalOf(weeks);
  const count = total.replies + total.messages;
  const n = format(count);
  const heard = heardPerHundred(total);
  return (
    <Chart
      caption={t('talk.caption')}
      said={heard === null ? t('talk.listening', { n }) : t('talk.said', { heard: format(heard), n })}
      few={count < enough ? t('n', { count, n }) : null}
      table={{
        head: [t('replies.week'), t('talk.of_theirs'), t('talk.of_ours')],
        rows: weeks.map(({ week, wordsIn, wordsOut }) => [
          shortDayOf(new Date(week), reading),
          format(wordsIn),
          format(wordsOut),
        ]),
      }}
    >
      <Columns
        columns={weeks.map(({ week, wordsIn, wordsOut }) => ({
          word: shortDayOf(new Date(week), reading),
          value: wordsIn,
          below: wordsOut,
        }))}
        sides={[t('talk.theirs'), t('talk.ours')]}
        write={format}
      />
    </Chart>
  );
}
