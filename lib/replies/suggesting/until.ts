import { dayInReply } from '@/lib/language/dates/read';
import type { SuggestLanguage } from './tables';

/** When somebody may be asked again: `YYYY-MM-DD`, or `YYYY-MM` where they name no day; and their words for it. */
export interface UntilFound {
  readonly until: string;
  readonly words: string;
}

const counted =
  /\b(?:days?|weeks?|fortnights?|d[ií]as?|semanas?|quincenas?|dias?|quinzenas?|jours?|semaines?|quinzaine|tage?n?|wochen?|giorn[oi]|settiman[ae])\b/i;

/** The time that a not-now names, read on the day it was sent; null where none is named. */
export function untilOf(text: string, sentOn: string, language: SuggestLanguage): UntilFound | null {
  const found = dayInReply(text, { today: sentOn, languages: [language], known: true });
  if (!found) return null;
  const { day, kind, words } = found;
  const named =
    kind === 'day' ||
    kind === 'weekday' ||
    kind === 'weekend' ||
    kind === 'week' ||
    (kind !== 'month' && counted.test(words));
  return { until: named ? day : day.slice(0, 7), words };
}
