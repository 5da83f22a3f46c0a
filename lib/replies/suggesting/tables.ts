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
  /** Letters that stand in every text in which it is found: where they are missing nobody looks further. */
  readonly needs: string;
}

const files: Record<SuggestLanguage, Record<string, readonly string[]>> = { en, es, pt, fr, de, it };
const compiled = new Map<SuggestLanguage, readonly TablePhrase[]>();

/** The phrases of a language. */
export function tableOf(language: SuggestLanguage): readonly TablePhrase[] {
  const known = compiled.get(language);
  if (known) return known;
  const table = Object.entries(files[language]).flatMap(([concept, phrases]) =>
    phrases.map((phrase, at) => {
      const source = sourceOf(phrase, language);
      return {
        ...{ concept, phrase: `${language}.${concept}.${at}`, needs: lettersIn(source) },
        pattern: new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'gm'),
      };
    }),
  );
  compiled.set(language, table);
  return table;
}

/**
 * Tables are written as regular expressions in which `~` stands for up to four words and `~~` for up to eight, a blank
 * for any number of them; German ss and ß are one.
 */
function sourceOf(phrase: string, language: SuggestLanguage): string {
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
  return language === 'de' ? source.replace(/ss(?!\?)/g, 'ss?') : source;
}

/** The longest run of letters without which a regular expression of ours matches nothing; '' where it has none. */
export function lettersIn(source: string): string {
  let [longest, run, depth] = ['', '', 0];
  const ends = () => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}|[^]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth > 0 || token === ')') {
      ends();
      continue;
    }
    // One way of several is enough.
    if (token === '|') return '';
    // What stands before these may be missing.
    if (/^[?*{]/.test(token)) run = run.slice(0, -1);
    if (/^[a-z0-9' ]$/.test(token)) run += token;
    else ends();
  }
  ends();
  return longest;
}
