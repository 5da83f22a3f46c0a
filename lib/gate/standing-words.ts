import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import { quoteOf } from './explained';
import type { Carried } from './lifting/carried';
import { blank, fill, inline, together, type Part } from './parts';
import { isOpen, type ContactStanding } from './standing';
import { tell } from './told';

/** Where it stands, in words: the refusal, or what is free. */
export function standingWords(standing: ContactStanding, reading: Reading): readonly Part[] {
  return tell(standing.explained, reading)?.sentence ?? freeWords(standing, reading);
}

function freeWords(standing: ContactStanding, reading: Reading): Part[] {
  const t = translate(reading.language, 'gate.free');
  const { explained, answers, owed, doors, ourRest, isClosed } = standing;
  const quote = answers ? quoteOf(null, answers) : null;
  const { promisedUntil } = standing;
  const blanks = {
    ...(promisedUntil ? { until: promisedUntil } : {}),
    ...(answers ? { day: answers.occurredAt } : {}),
    ...(quote ? { quote } : {}),
  };
  const values = { ...blank, name: inline(explained.name), count: owed };
  const key = freeKey(standing, quote !== null);
  const isSaid = key.startsWith('owed.') || key.startsWith('our_turn.');
  const told = answers?.writtenBy && isSaid ? { ...values, name: inline(answers.writtenBy) } : values;
  const hasDoor = doors.some(isOpen);
  return together(
    fill(t(key, told), blanks, reading),
    openedWords(standing.carried, explained.name, reading),
    isClosed && explained.verdict.purpose === 'response' ? [{ text: t('still_closed', values) }] : [],
    ourRest ? fill(t('our_rest', blank), { until: ourRest }, reading) : [],
    hasDoor ? [] : [{ text: t('no_address') }],
    hasDoor && key === 'never_written' ? [{ text: t('way_open') }] : [],
  );
}

function openedWords({ referral, exception }: Carried, name: string, reading: Reading): Part[] {
  const t = translate(reading.language, 'gate.free');
  const told = { ...blank, name: inline(name) };
  return together(
    referral ? [{ text: t('sent_here', { ...told, referrer: inline(referral.referrer) }) }] : [],
    exception
      ? fill(
          t('excepted', { ...told, by: inline(exception.givenBy) }),
          { until: exception.expiresAt },
          reading,
        )
      : [],
  );
}

function freeKey(
  { explained, turn, everWritten, owed, answers, carried, promisedUntil }: ContactStanding,
  quoted: boolean,
) {
  const { purpose } = explained.verdict;
  if (carried.exception) return 'once';
  if (purpose === 'thanks' || purpose === 'follow_up') return purpose;
  if (purpose === 'response' && !answers) return promisedUntil ? 'promised' : 'addendum';
  if (purpose === 'response')
    return `${owed > 0 ? 'owed' : 'our_turn'}.${quoted ? 'quoted' : 'plain'}` as const;
  if (turn === 'theirs') return 'after_rest';
  if (turn === 'ours') return answers ? 'ended' : 'our_turn_open';
  return everWritten ? 'nothing_open' : 'never_written';
}
