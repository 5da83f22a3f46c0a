import { expect } from 'vitest';
import { readDay } from '@/lib/language/dates/read';
import type { DateLanguage } from '@/lib/language/dates/lexicon';

/** The rows of a table written as lines: what is typed, an arrow, the day it comes to ("-" for none). */
export function rows(table: string): [typed: string, day: string][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [typed = '', day = ''] = line.split('=>').map((part) => part.trim());
      return [typed, day];
    });
}

/** Holds a row of such a table against what is read, on a day. */
export function expectDay(typed: string, day: string, today: string, languages: DateLanguage[] = []): void {
  expect(readDay(typed, { today, languages })?.day ?? '-').toBe(day);
}
