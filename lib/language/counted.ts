import type { Language } from './language';

const words: Record<Language, readonly string[]> = {
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['ninguno', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
};

/** How many, for a sentence: `count` chooses its form; `many` says it, and `Many` where the sentence begins with it. */
export type Counted = Readonly<Record<'many' | 'Many', string>> & { readonly count: number };

/**
 * People and messages counted in a sentence are words up to nine and digits from ten on. Lists, tabs and measures
 * (days, characters, per cent) keep digits. One and none have forms of their own in the messages.
 */
export function counted(count: number, language: Language): Counted {
  const many = words[language][count] ?? new Intl.NumberFormat(language).format(count);
  return { count, many, Many: many.charAt(0).toUpperCase() + many.slice(1) };
}
