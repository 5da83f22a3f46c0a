import { translate } from '@/lib/language/translate';
import { dayOf, fullDayOf, hourOf, isoDay, momentOf, type Reading } from '@/lib/language/moments';

/** A piece of a sentence: words of ours, words of theirs (set in serif), or a moment as the sentence says it and whole. */
export type Part =
  | { readonly text: string }
  | { readonly quote: string; readonly language: string | null }
  | { readonly moment: Date; readonly said: string; readonly whole: string };

export interface Quote {
  readonly words: string;
  /** BCP 47, where known. */
  readonly language: string | null;
}

/** What fills the blanks of a sentence that are not plain words. */
export interface Blanks {
  readonly day: Date;
  readonly until: Date;
  readonly thanked: Date;
  readonly quote: Quote;
}

// Private-use characters stand where the translated sentence has its blanks, so that names cannot be taken for them.
export const blank = { day: '\uE000', until: '\uE001', quote: '\uE002', thanked: '\uE003' } as const;

/** Cuts a translated sentence at its blanks and fills them. */
export function fill(sentence: string, blanks: Partial<Blanks>, reading: Reading): Part[] {
  const parts = sentence.split(/([\uE000-\uE003])/).map((piece): Part => {
    if (piece === blank.day && blanks.day) return dayPart(blanks.day, reading);
    if (piece === blank.thanked && blanks.thanked) return dayPart(blanks.thanked, reading);
    if (piece === blank.until && blanks.until)
      return {
        moment: blanks.until,
        said: untilOf(blanks.until, reading),
        whole: momentOf(blanks.until, reading),
      };
    if (piece === blank.quote && blanks.quote)
      return { quote: withoutFullStop(blanks.quote.words), language: blanks.quote.language };
    return { text: piece };
  });
  return closedOnce(parts, reading).filter((part) => !('text' in part) || part.text !== '');
}

// English ends a sentence once: behind “And what would it cost?” stands no full stop. Spanish sets one after «…?».
function closedOnce(parts: readonly Part[], { language }: Reading): readonly Part[] {
  if (language !== 'en') return parts;
  return parts.map((part, at) => {
    const before = parts[at - 1];
    const ended = before && 'quote' in before && /(?:[?!…]|\.{3})$/.test(before.quote);
    return ended && 'text' in part && part.text.startsWith('.') ? { text: part.text.slice(1) } : part;
  });
}

function dayPart(at: Date, reading: Reading): Part {
  return { moment: at, said: dayOf(at, reading), whole: fullDayOf(at, reading) };
}

/** A name or title as it may stand in a sentence: on one line, without the characters that mark blanks. */
export function inline(words: string): string {
  return words
    .replace(/[\uE000-\uE003]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Several sentences after each other. */
export function together(...sentences: readonly (readonly Part[])[]): Part[] {
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, at) => (at === 0 ? [...parts] : [{ text: ' ' }, ...parts]));
}

/** The parts as plain text, for the API, the log and `aria`: quotes in the marks of the language. */
export function plainly(parts: readonly Part[], { language }: Pick<Reading, 'language'>): string {
  const [open, close] = language === 'es' ? ['«', '»'] : ['“', '”'];
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      return 'quote' in part ? `${open}${part.quote}${close}` : part.said;
    })
    .join('');
}

const soon = 48 * 60 * 60_000;

// A rest that ends at noon is not over in the morning of that day: as it comes near, the hour belongs to the sentence.
function untilOf(until: Date, reading: Reading): string {
  const before = new Date(until.getTime() - 1);
  const beginsTheDay = isoDay(before, reading.zone) !== isoDay(until, reading.zone);
  const day = dayOf(until, reading);
  if (beginsTheDay || until.getTime() - reading.now.getTime() > soon) return day;
  return translate(reading.language, 'gate')('at_hour', { day, hour: hourOf(until, reading) });
}

// The full stop is the sentence's and stands after the closing mark.
const withoutFullStop = (words: string) => words.replace(/(?<![.…])\.$/, '');
