import de from './phrases/de.json';
import en from './phrases/en.json';
import es from './phrases/es.json';
import fr from './phrases/fr.json';
import it from './phrases/it.json';
import pt from './phrases/pt.json';

/** The languages in which a reply is understood. */
export const suggestLanguages = ['en', 'es', 'pt', 'fr', 'de', 'it'] as const;

export type SuggestLanguage = (typeof suggestLanguages)[number];

/** A phrase of the tables: what it says, its name, and how it is found in a folded text of one sentence a line. */
export interface TablePhrase {
  readonly concept: string;
  readonly phrase: string;
  readonly pattern: RegExp;
}

const files: Record<SuggestLanguage, Record<string, readonly string[]>> = { en, es, pt, fr, de, it };
const compiled = new Map<SuggestLanguage, readonly TablePhrase[]>();

/** The phrases of a language. */
export function tableOf(language: SuggestLanguage): readonly TablePhrase[] {
  const known = compiled.get(language);
  if (known) return known;
  const table = Object.entries(files[language]).flatMap(([concept, phrases]) =>
    phrases.map((phrase, at) => ({
      concept,
      phrase: `${language}.${concept}.${at}`,
      pattern: patternOf(phrase, language),
    })),
  );
  compiled.set(language, table);
  return table;
}

/**
 * Tables are written as regular expressions in which `~` stands for up to four words and `~~` for up to eight, a blank
 * for any number of them; German ss and ß are one.
 */
function patternOf(phrase: string, language: SuggestLanguage): RegExp {
  const source = phrase
    .trim()
    .replace(/\((?: \|\$|\\W\|\$)\)$/, '')
    .replace(/ ~~ /g, '(?: [^ \\n]+){0,8}? ')
    .replace(/ ~~/g, '(?: [^ \\n]+){0,8}?')
    .replace(/ ~/g, '(?: [^ \\n]+){0,4}?')
    .replace(/~ /g, '(?:[^ \\n]+ ){0,4}?')
    .replace(/\\S/g, '[^ \\n]')
    .replace(/ (?![\]*+?{\\])/g, ' +')
    .replace(/\^/g, (sign, at: number, all: string) => (all.charAt(at - 1) === '[' ? sign : '^ *'))
    .replace(/\$/g, ' *$');
  const sharp = language === 'de' ? source.replace(/ss(?!\?)/g, 'ss?') : source;
  return new RegExp(`(?<![a-z0-9])(?:${sharp})(?![a-z0-9])`, 'gm');
}
