import { readDay } from '@/lib/language/dates/read';
import type { Language } from '@/lib/language/language';

/** What was typed into the field for the day, and the day that was shown beside it (`YYYY-MM-DD`), if any was. */
export interface UntilTyped {
  readonly typed: string;
  readonly seen: string;
}

type UntilRead =
  | { readonly ok: true; readonly until: string }
  /** No day can be read in it, or one that nobody has seen yet. */
  | { readonly ok: false; readonly day: string | null };

const machineDay = /^\d{4}-\d\d-\d\d$/;

/**
 * The day that is stored, `YYYY-MM-DD`; empty where none was typed. Words are stored as the day that was shown while
 * they were typed, and as no other: whoever has seen none (without a script, or past midnight) is asked once more.
 */
export function readUntil(
  { typed, seen }: UntilTyped,
  { today, language }: { today: string; language: Language },
): UntilRead {
  const words = typed.trim();
  if (words === '' || machineDay.test(words)) return { ok: true, until: words };
  const read = readDay(words, { today, languages: [language] });
  if (!read) return { ok: false, day: null };
  const known = seen !== '' && (seen === read.day || seen === read.otherwise);
  return known ? { ok: true, until: seen } : { ok: false, day: read.day };
}
