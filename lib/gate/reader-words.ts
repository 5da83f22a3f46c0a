import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import { tellWhy } from './because';
import { quoteOf } from './explained';
import { blank, fill, inline, together, type Part } from './parts';
import type { ContactStanding } from './standing';

/** Where it stands for an account that only reads: what is so, and nothing that would open for it or that it owes. */
export function readerWords(standing: ContactStanding, reading: Reading): readonly Part[] {
  const t = translate(reading.language, 'gate');
  const why = tellWhy(standing.explained, reading);
  // Whose conversation it is refuses everybody else, and says nothing of what waits in it.
  const isAColleagues = standing.explained.reasons[0]?.reason.code === 'colleague_in_conversation';
  const waits = !why || (isAColleagues && standing.answers) ? openWords(standing, reading) : [];
  return together(waits, why ?? [], [{ text: t('reader') }]);
}

function openWords(
  { explained, turn, everWritten, owed, answers }: ContactStanding,
  reading: Reading,
): Part[] {
  const t = translate(reading.language, 'gate');
  const told = { ...blank, name: inline(answers?.writtenBy ?? explained.name), count: owed };
  if (answers) {
    const quote = quoteOf(null, answers);
    const kind = quote ? 'quoted' : 'plain';
    const blanks = { day: answers.occurredAt, ...(quote ? { quote } : {}) };
    return fill(t(`reading.${owed > 0 ? 'owed' : 'our_turn'}.${kind}`, told), blanks, reading);
  }
  if (turn !== 'nobody') return [];
  return [{ text: everWritten ? t('reading.nothing_open', told) : t('free.never_written', told) }];
}
