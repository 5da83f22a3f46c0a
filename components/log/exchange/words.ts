import { getTranslations } from 'next-intl/server';
import { outcomes } from '@/lib/replies/hearing';
import { channels, logKinds } from '@/lib/threads/log';
import { layouts } from '@/lib/threads/pasted/pasted';

export type ExchangeWords = Awaited<ReturnType<typeof exchangeWords>>;

/** Everything that is said while an exchange is corrected, in the language of the page. */
export async function exchangeWords() {
  const [t, log, add, ui, channel, outcome] = await Promise.all([
    ...([getTranslations('log.exchange'), getTranslations('log'), getTranslations('log.add')] as const),
    ...([
      getTranslations('ui'),
      getTranslations('channels.title'),
      getTranslations('outcomes.choice'),
    ] as const),
  ]);
  return {
    ...{ paste: t('paste'), paste_hint: t('paste_hint'), read: t('read'), reading: t('reading') },
    ...{ look: t('look'), as_one: t('as_one'), again: t('again'), title: t('title') },
    ...{ days: t('days'), day_first: t('day_first'), month_first: t('month_first'), whose: t('whose') },
    ...{ we: t('we'), they: t('they'), guess: t('guess'), guessed: t('guessed') },
    ...{ guessed_side: t('guessed_side'), guessed_day: t('guessed_day') },
    ...{ guessed_day_above: t('guessed_day_above'), day_above: t('day_above') },
    ...{ flip: t('flip'), join: t('join') },
    ...{ split: t('split'), drop: t('drop'), kind: t('kind'), text: t('text') },
    ...{ here: t('here'), left_out: t('left_out'), put_back: t('put_back'), to_log: t('to_log') },
    ...{
      all_here: t('all_here'),
      submit: t('submit'),
      missing_side: t('missing_side'),
      missing_day: t('missing_day'),
    },
    ...{
      missing_outcome: t('missing_outcome'),
      missing_contact: t('missing_contact'),
      with_whom: t('with_whom'),
      somebody_else: t('somebody_else'),
    },
    ...{
      somebody_here: t('somebody_here'),
      somebody_new: t('somebody_new'),
      keys: t('keys'),
      where_all: t('where_all'),
      turn: t('turn'),
    },
    ...{ where: log('where'), day: log('day'), hour: log('hour'), outcome: log('outcome') },
    ...{
      find: log('find'),
      find_it: log('find_it'),
      name: add('name'),
      address: add('address'),
      add: add('submit'),
    },
    ...{ optional: ui('optional'), working: ui('working') },
    layouts: layouts.map((layout) => [layout, t(`layouts.${layout}`)] as const),
    kinds: logKinds.map((kind) => [kind, log(`kind_short.${kind}`)] as const),
    channels: channels.map((name) => [name, channel(name)] as const),
    outcomes: outcomes.map((name) => [name, outcome(name)] as const),
  };
}
